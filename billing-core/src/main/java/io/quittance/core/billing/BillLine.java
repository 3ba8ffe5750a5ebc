package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run bills of a charge, or gives back: a line for an invoice or a credit note, in the days for which the service was
 * given.
 *
 * <p>Its id is made of its contents: contract, terms, charge, period, days, kind, and how often the line was billed before. The
 * same question has the same ids, so that two runs can be compared as sets.
 *
 * @param id unique among all lines of a contract: {@code q1:} and a SHA-256 over its contents
 * @param kind whether it bills, gives back, or corrects by a difference
 * @param contract the contract
 * @param charge what is charged
 * @param terms the key of the terms that say so, or said so where it is given back
 * @param period the whole period that the days are of
 * @param days the days that it covers
 * @param name what the customer reads
 * @param quantity how much; minus one where what was billed is given back, since how much it was is not kept
 * @param unit the unit code of the quantity, {@code C62} for one that is given back
 * @param amount negative where it is given back
 * @param explanations how the amount came about
 * @param order the order outside the contract that it refers to; null if there is none
 * @param group the group of its invoice; null if there is none
 * @param taxes how it is taxed: as is determined for its days, and what gives back as what it gives back was billed; empty if
 *     nobody said
 */
public record BillLine(
        String id,
        Kind kind,
        ContractId contract,
        ChargeId charge,
        String terms,
        ServicePeriod period,
        ServicePeriod days,
        String name,
        Fraction quantity,
        String unit,
        Amount amount,
        List<Explanation> explanations,
        @Nullable String order,
        @Nullable String group,
        List<TaxTreatment> taxes)
        implements Serializable {

    /** The key of the explanation of a line that gives back only because of how it was taxed. */
    static final String RETAXED = "bill.retaxed";

    /** What a line does. */
    public enum Kind {
        /** It bills what was not billed before. */
        CHARGE,
        /** It gives back what was billed by terms that hold no longer for its days, or taxed otherwise than it should be. */
        CREDIT,
        /** It corrects what was billed by the same terms: usage came late, or a discount was spread otherwise. */
        DIFFERENCE
    }

    /** Checks that all are there. */
    public BillLine {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(contract, "contract");
        requireNonNull(charge, "charge");
        requireNonNull(terms, "terms");
        requireNonNull(period, "period");
        requireNonNull(days, "days");
        requireNonNull(name, "name");
        requireNonNull(quantity, "quantity");
        requireNonNull(unit, "unit");
        requireNonNull(amount, "amount");
        explanations = List.copyOf(explanations);
        taxes = TaxTreatment.distinct(taxes);
    }

    /** The order outside the contract that it refers to (EN 16931 BT-132), if there is one. */
    public Optional<String> orderReference() {
        return Optional.ofNullable(order);
    }

    /** The group of its invoice, if there is one. */
    public Optional<String> invoiceGroup() {
        return Optional.ofNullable(group);
    }

    /** For example {@code CREDIT platform [2026-01-16, 2026-02-01): EUR -257.55}. */
    @Override
    public String toString() {
        return kind + " " + charge + " " + days + ": " + amount;
    }
}

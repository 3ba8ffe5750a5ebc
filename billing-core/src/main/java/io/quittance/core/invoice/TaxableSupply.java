package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.Charge;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.SellerId;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TaxDetermination} is asked about: a line of a contract, before its treatment is known.
 *
 * @param contract the contract
 * @param seller who supplies; null if the contract does not say
 * @param customer who is supplied
 * @param charge what is charged; {@code terms.minimum} and {@code terms.commitment} are what is agreed for all charges
 * @param agreed the charge as it is agreed, with its kind, group and order; null for what is agreed for all charges
 * @param days for which the service is given
 */
public record TaxableSupply(
        ContractId contract,
        @Nullable SellerId seller,
        CustomerId customer,
        ChargeId charge,
        @Nullable Charge agreed,
        ServicePeriod days)
        implements Serializable {

    /** Checks that all are there which must be. */
    public TaxableSupply {
        requireNonNull(contract, "contract");
        requireNonNull(customer, "customer");
        requireNonNull(charge, "charge");
        requireNonNull(days, "days");
    }

    /**
     * The rule of the end of the part: a continuing service is supplied in parts, and each part counts as supplied when it is
     * complete, on the last of its days; the law of that day taxes all of it, whenever it is billed or paid. June to August
     * 2020 in one line ends on 31 August and is taxed at the 16 % of that day, June alone at 19 %.
     *
     * <p>Source: UStG § 13 (1) no. 1 a, sentences 2 and 3, and § 27 (1); Directive 2006/112/EC, articles 63, 64 (1) and 93.
     */
    public LocalDate endOfPart() {
        return days.lastDay();
    }

    /** Who supplies, if the contract says so. */
    public Optional<SellerId> soldBy() {
        return Optional.ofNullable(seller);
    }

    /** The charge as it is agreed; empty for what is agreed for all charges. */
    public Optional<Charge> agreedCharge() {
        return Optional.ofNullable(agreed);
    }

    /**
     * How a determination taxes it.
     *
     * @return what it answered: at least one treatment, each another
     * @throws IllegalArgumentException if it answers otherwise, or refuses to answer
     */
    public List<TaxTreatment> taxedBy(TaxDetermination determination) {
        List<TaxTreatment> taxes = determination.taxes(this);
        if (taxes == null || taxes.isEmpty()) {
            throw new InvalidArgumentException(
                    "tax.no-answer",
                    "taxes",
                    "must have a treatment of " + charge + "; what nobody taxes is outside the scope",
                    taxes);
        }
        for (TaxTreatment tax : taxes) {
            Require.present(tax, "taxes of " + charge);
        }
        return TaxTreatment.distinct(taxes);
    }

    /** For example {@code platform [2020-07-01, 2020-08-01) of C-1}. */
    @Override
    public String toString() {
        return charge + " " + days + " of " + contract;
    }
}

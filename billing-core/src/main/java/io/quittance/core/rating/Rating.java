package io.quittance.core.rating;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What a contract charges for the usage of one period: one rated charge for each charge of the terms, in their order, also
 * where nothing was used.
 */
public final class Rating {
    private final Contract contract;
    private final ServicePeriod period;
    private final List<RatedCharge> charges;

    private Rating(Contract contract, ServicePeriod period, List<RatedCharge> charges) {
        this.contract = contract;
        this.period = period;
        this.charges = charges;
    }

    /**
     * Rates usage exactly and rounds each charge once, by {@link ContractTerms#lineRounding()}.
     *
     * @param usage records of this customer within {@code period}, on meters that the contract charges; every key once
     * @throws IllegalArgumentException if a record belongs elsewhere or a key occurs twice: usage is never dropped in
     *     silence
     */
    public static Rating of(Contract contract, List<UsageRecord> usage, ServicePeriod period) {
        Require.that(
                contract.term().contains(period),
                "rating.period",
                "period",
                "must lie within the contract's term " + contract.term(),
                period);
        Map<MeterId, BigDecimal> quantities = quantities(contract, usage, period);
        var charges = new ArrayList<RatedCharge>();
        for (Charge charge : contract.terms().charges()) {
            charges.add(
                    rated(charge, quantities.getOrDefault(charge.meter(), BigDecimal.ZERO), contract.terms(), period));
        }
        return new Rating(contract, period, List.copyOf(charges));
    }

    /** What was rated. */
    public Contract contract() {
        return contract;
    }

    /** The days that were rated. */
    public ServicePeriod period() {
        return period;
    }

    /** In the order of the terms. */
    public List<RatedCharge> charges() {
        return charges;
    }

    /** The sum of the rounded charges. */
    public Amount total() {
        return charges.stream()
                .map(RatedCharge::amount)
                .reduce(Amount.zero(contract.terms().currency()), Amount::add);
    }

    @Override
    public String toString() {
        return contract + " " + period + ": " + total();
    }

    private static RatedCharge rated(Charge charge, BigDecimal quantity, ContractTerms terms, ServicePeriod period) {
        ChargeBreakdown breakdown = charge.model().price(RatingInput.ofQuantity(quantity));
        return RatedCharge.of(
                charge.id(),
                charge.name(),
                charge.unit(),
                period,
                Fraction.of(quantity),
                breakdown,
                terms.currency(),
                terms.lineRounding());
    }

    private static Map<MeterId, BigDecimal> quantities(
            Contract contract, List<UsageRecord> usage, ServicePeriod period) {
        var quantities = new HashMap<MeterId, BigDecimal>();
        var keys = new HashSet<String>();
        for (int i = 0; i < usage.size(); i++) {
            UsageRecord record = usage.get(i);
            String at = "usage[" + i + "].";
            Require.that(
                    record.customer().equals(contract.customer()),
                    "usage.customer",
                    at + "customer",
                    "must be " + contract.customer(),
                    record.customer());
            Require.that(
                    contract.terms().chargeFor(record.meter()).isPresent(),
                    "usage.meter",
                    at + "meter",
                    "must be charged by the contract",
                    record.meter());
            Require.that(
                    period.contains(record.period()),
                    "usage.period",
                    at + "period",
                    "must lie within " + period,
                    record.period());
            Require.that(keys.add(record.key()), "usage.duplicate", at + "key", "must be unique", record.key());
            quantities.merge(record.meter(), record.quantity(), BigDecimal::add);
        }
        return quantities;
    }
}

package io.quittance.conformance;

import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.rating.Rating;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;

/** What the adapters share that put a case through {@link Rating}. */
final class RatedPeriod {
    static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");

    private RatedPeriod() {}

    /** A contract of the only customer, in the currency of the cases. */
    static Contract.Builder contract(ServicePeriod term) {
        return Contract.builder("case")
                .customer("customer")
                .currency(Input.CURRENCY)
                .zone("UTC")
                .term(term)
                .paymentTerms(PaymentTerms.net(30));
    }

    /** So much on a meter, on the first day of the period. */
    static UsageEvent used(String meter, BigDecimal quantity, ServicePeriod period) {
        return UsageEvent.of(
                "use of " + meter, "customer", meter, quantity.toPlainString(), period.start() + "T12:00:00Z");
    }

    /** What a run bills for a charge; zero where there is none. */
    static Amount billed(Rating rating, String charge) {
        return rating.charge(charge).map(RatedCharge::amount).orElse(Amount.zero(Input.CURRENCY));
    }

    /** What a step added to a charge; zero where it changed nothing. */
    static Fraction added(RatedCharge charge, String part) {
        return charge.breakdown().steps().stream()
                .filter(step -> step.part().equals(part))
                .map(Step::amount)
                .reduce(Fraction.ZERO, Fraction::plus);
    }
}

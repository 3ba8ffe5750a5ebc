package io.quittance.core;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;

/** A telephone contract on the rates of the MLC churn data set, and its usage. */
public final class Samples {
    public static final ServicePeriod JANUARY = ServicePeriod.of("2014-01-01", "2014-02-01");

    private Samples() {}

    public static Contract.Builder telephone() {
        return Contract.builder("C-1")
                .customer("1")
                .currency("USD")
                .zone("America/New_York")
                .term("2014-01-01", "2015-01-01")
                .charge(Charge.usage("day", "day-minutes", PerUnit.of("0.17"))
                        .named("Day minutes")
                        .unit("MIN"))
                .charge(Charge.usage("night", "night-minutes", PerUnit.of("0.045"))
                        .named("Night minutes")
                        .unit("MIN"))
                .paymentTerms(PaymentTerms.net(30));
    }

    /** Used on 15 January 2014 by the customer of the contract. */
    public static UsageEvent usage(String key, String meter, String quantity) {
        return UsageEvent.of(key, "1", meter, quantity, "2014-01-15T12:00:00Z");
    }
}

package io.quittance.core;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageRecord;
import java.math.BigDecimal;

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

    public static UsageRecord usage(String key, String meter, String quantity) {
        return new UsageRecord(key, new CustomerId("1"), new MeterId(meter), JANUARY, new BigDecimal(quantity));
    }
}

package io.quittance.ar.risk;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How much of what is in a bucket is expected to be lost.
 *
 * @param bucket the name of the bucket, as in the aging report
 * @param rate 0 to 1, exactly: a loss rate of {@link RollRates}, or a percentage over 100
 */
public record ProvisionRate(String bucket, Fraction rate) implements Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);

    /** Checks the name and the bounds. */
    public ProvisionRate {
        Require.id(bucket, "bucket");
        Require.that(
                rate.signum() >= 0 && rate.compareTo(Fraction.ONE) <= 0,
                "provision.rate",
                "rate",
                "must be between 0 and 1",
                rate);
    }

    /** So many percent, 0 to 100. */
    public static ProvisionRate percent(String bucket, BigDecimal percent) {
        return new ProvisionRate(
                bucket, Fraction.of(Require.percentage(percent, "percent")).dividedBy(HUNDRED));
    }

    /** As {@link #percent(String, BigDecimal)}, from text. */
    public static ProvisionRate percent(String bucket, String percent) {
        return percent(bucket, Require.decimal(percent, "percent"));
    }
}

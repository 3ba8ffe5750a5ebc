package io.quittance.ar.risk;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How much of what is in a bucket is expected to be lost.
 *
 * @param bucket the name of the bucket, as in the aging report
 * @param rate 0 to 1, exactly: a loss rate of {@link UnpaidStages}, or a percentage over 100
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

    /**
     * The rate with what is expected of the future (IFRS 9, 5.5.17 c): so many times as much, at most 1, since no more than all can be lost. 2.2 % in a
     * year that is expected to be a quarter worse than those of which the rate is are 2.75 %.
     *
     * @param factor more than 0; 1 expects what was
     * @throws IllegalArgumentException if it is not
     */
    public ProvisionRate lookingAhead(BigDecimal factor) {
        Require.that(factor.signum() > 0, "provision.factor", "factor", "must be more than 0", factor);
        return new ProvisionRate(bucket, rate.times(Fraction.of(factor)).min(Fraction.ONE));
    }

    /** As {@link #lookingAhead(BigDecimal)}, from text. */
    public ProvisionRate lookingAhead(String factor) {
        return lookingAhead(Require.decimal(factor, "factor"));
    }
}

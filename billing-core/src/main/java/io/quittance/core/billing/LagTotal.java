package io.quittance.core.billing;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;

/**
 * Waits added up.
 *
 * @param count how many, at least 1
 * @param days their calendar days together
 * @param businessDays their business days together
 */
public record LagTotal(long count, long days, long businessDays) implements Serializable {
    /** Checks the count. */
    public LagTotal {
        Require.that(count > 0, "number.not-positive", "count", "must be more than 0", count);
    }

    /** The days of one on the average, exactly: 5 days of 2 are 2.5. */
    public Fraction meanDays() {
        return Fraction.of(days, count);
    }

    /** The business days of one on the average, exactly. */
    public Fraction meanBusinessDays() {
        return Fraction.of(businessDays, count);
    }

    LagTotal plus(LagTotal other) {
        return new LagTotal(count + other.count, days + other.days, businessDays + other.businessDays);
    }

    static LagTotal of(StageLag lag) {
        return new LagTotal(1, lag.days(), lag.businessDays());
    }
}

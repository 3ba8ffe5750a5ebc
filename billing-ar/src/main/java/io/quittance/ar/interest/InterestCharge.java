package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.List;

/**
 * Interest for paying late: the periods that it is made of, and what is charged.
 *
 * @param periods one for each balance, rate and length of a year, by rising days; empty if nothing bore interest
 * @param amount their sum, rounded once and within the limits; 0 or more
 * @param explanation names the sum, the rounding and the limit that changed it
 */
public record InterestCharge(List<InterestPeriod> periods, Amount amount, Explanation explanation)
        implements Serializable {
    /** Copies the periods. */
    public InterestCharge {
        periods = List.copyOf(periods);
        requireNonNull(amount, "amount");
        requireNonNull(explanation, "explanation");
    }

    /** What the periods come to before it is rounded and limited. */
    public Fraction exact() {
        return periods.stream().map(InterestPeriod::amount).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** How many days of interest were counted, in all periods. */
    public long days() {
        return periods.stream().mapToLong(period -> period.interest().days()).sum();
    }
}

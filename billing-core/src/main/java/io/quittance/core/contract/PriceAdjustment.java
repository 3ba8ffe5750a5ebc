package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One change of prices by an {@link Escalation}: on 1 January 2027 the index rose by 4.2 %, and by a cap of 3 % prices do by 3.
 *
 * @param day the first day on which it holds
 * @param change so many percent before rounding, floor and cap
 * @param percent so many percent that prices change by, at least -100: a factor of 0.004 rounded to two places is nothing
 * @param explanation why, in words
 */
public record PriceAdjustment(LocalDate day, Fraction change, Fraction percent, Explanation explanation)
        implements Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);
    private static final BigDecimal NOTHING_LEFT = BigDecimal.valueOf(-100);

    /** Checks the parts. */
    public PriceAdjustment {
        Dates.inCalendar(day, "day");
        requireNotLess(change, "change");
        requireNotLess(percent, "percent");
        requireNonNull(explanation, "explanation");
    }

    private static void requireNotLess(Fraction percent, String argument) {
        Require.that(
                requireNonNull(percent, argument).plus(HUNDRED).signum() >= 0,
                "escalation.percent",
                argument,
                "must be at least -100",
                percent);
    }

    /** A percentage that leaves something of a price, without zeros at its end. */
    static BigDecimal requirePercent(BigDecimal percent, String argument) {
        BigDecimal number = Require.number(percent, argument);
        Require.that(
                number.compareTo(NOTHING_LEFT) > 0,
                "escalation.percent",
                argument,
                "must be more than -100",
                number.toPlainString());
        return Require.plain(number);
    }

    /** By what prices are multiplied: 1.03 for 3 %. */
    public Fraction factor() {
        return factor(percent);
    }

    static Fraction factor(Fraction percent) {
        return Fraction.ONE.plus(percent.dividedBy(HUNDRED));
    }
}

package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;

/**
 * Interest without interest on it: principal × percent / 100 × days / days of the year (ar.md 4.17). 5000.00 at 12.25 % for 101 of 365 days
 * are 169.49, or 169.68 where each day is rounded to 1.68 first.
 *
 * @param principal what bears interest, 0 or more
 * @param percent a year, 0 or more; 12.25 means 12.25 %
 * @param days for which it is owed, 0 or more
 * @param yearDays how many days the year has: 360 to 366
 */
public record SimpleInterest(Amount principal, BigDecimal percent, long days, int yearDays) implements Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);
    /** More days than there are from the year 1 to 9999. */
    private static final long MAX_DAYS = 4_000_000;

    /** Checks the parts; equal numbers are equal terms, 8 and 8.0. */
    public SimpleInterest {
        requireNonNull(principal, "principal");
        Require.that(principal.signum() >= 0, "interest.principal", "principal", "must not be negative", principal);
        percent = Require.plain(Require.notNegative(percent, "percent"));
        Require.that(days >= 0 && days <= MAX_DAYS, "interest.days", "days", "must be between 0 and " + MAX_DAYS, days);
        Require.that(
                yearDays >= 360 && yearDays <= 366,
                "interest.year",
                "yearDays",
                "must be between 360 and 366",
                yearDays);
    }

    /** Interest on any amount. */
    public static SimpleInterest of(MonetaryAmount principal, BigDecimal percent, long days, int yearDays) {
        return new SimpleInterest(Amount.from(principal), percent, days, yearDays);
    }

    /** What it comes to, exactly. */
    public Fraction exact() {
        return ofOneDay().times(Fraction.of(days));
    }

    /** What it comes to, rounded once. */
    public Amount amount(Rounding rounding) {
        return exact().round(rounding, principal.getCurrency());
    }

    /** What one day comes to, rounded. */
    public Amount daily(Rounding rounding) {
        return ofOneDay().round(rounding, principal.getCurrency());
    }

    /** What it comes to where each day is rounded first, as guides to the law of the United Kingdom compute it. */
    public Amount amountByDay(Rounding rounding) {
        return daily(rounding).multiply(days);
    }

    private Fraction ofOneDay() {
        return principal
                .toFraction()
                .times(Fraction.of(percent).dividedBy(HUNDRED))
                .dividedBy(Fraction.of(yearDays));
    }
}

package io.quittance.ar.settlement;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Up to which difference, included, an item may be closed without money, or money taken: an amount, a percentage of what is open, or
 * the lower of the two. It holds in both directions (ar.md 4.8). 5.00 and 1 % allow 5.00 on 1000.00 and 2.00 on 200.00.
 *
 * @param absolute the most, 0 or more; null where only the percentage counts
 * @param percent the most of what is open, 0 to 100; null where only the amount counts
 */
public record AdjustmentLimit(
        @Nullable Amount absolute, @Nullable BigDecimal percent) implements Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);

    /** Checks that there is one of the two; equal numbers are equal limits, 1 and 1.0. */
    public AdjustmentLimit {
        Require.that(
                absolute != null || percent != null,
                "limit.missing",
                "limit",
                "must be an amount or a percentage",
                null);
        if (absolute != null) {
            Require.that(absolute.signum() >= 0, "limit.negative", "absolute", "must not be negative", absolute);
        }
        if (percent != null) {
            percent = Require.plain(Require.percentage(percent, "percent"));
        }
    }

    /** At most so much. */
    public static AdjustmentLimit of(MonetaryAmount absolute) {
        return new AdjustmentLimit(Amount.from(absolute), null);
    }

    /** At most so many percent of what is open. */
    public static AdjustmentLimit percent(BigDecimal percent) {
        return new AdjustmentLimit(null, percent);
    }

    /** As {@link #percent(BigDecimal)}, from text. */
    public static AdjustmentLimit percent(String percent) {
        return percent(Require.decimal(percent, "percent"));
    }

    /**
     * What both allow, such as the customer's limit and the clerk's: 5.00 and 1 %, and 3.00, are 3.00 and 1 %.
     *
     * @throws CurrencyMismatchException if both have an amount, in two currencies
     */
    public AdjustmentLimit stricter(AdjustmentLimit other) {
        Amount amount =
                absolute == null ? other.absolute : other.absolute == null ? absolute : absolute.min(other.absolute);
        BigDecimal part =
                percent == null ? other.percent : other.percent == null ? percent : percent.min(other.percent);
        return new AdjustmentLimit(amount, part);
    }

    /**
     * The most for an item of which so much is open, exactly: a percentage is not rounded.
     *
     * @throws CurrencyMismatchException if the limit is in another currency
     */
    public Fraction most(MonetaryAmount open) {
        Amount amount = Amount.from(open).abs();
        Fraction most = null;
        if (absolute != null) {
            String currency = absolute.getCurrency().getCurrencyCode();
            String given = amount.getCurrency().getCurrencyCode();
            if (!given.equals(currency)) {
                throw new CurrencyMismatchException("open", currency, given);
            }
            most = absolute.toFraction();
        }
        if (percent != null) {
            Fraction part = Fraction.of(percent).dividedBy(HUNDRED).times(amount.toFraction());
            most = most == null ? part : most.min(part);
        }
        return Require.present(most, "limit");
    }

    /** Whether a difference is within the limit of an item of which so much is open; in either direction, the limit included. */
    public boolean allows(MonetaryAmount difference, MonetaryAmount open) {
        return Amount.from(difference).abs().toFraction().compareTo(most(open)) <= 0;
    }

    /** For example {@code EUR 5.00 or 1%, the lower}. */
    @Override
    public String toString() {
        String part = percent == null ? "" : percent.toPlainString() + "%";
        return absolute == null
                ? part
                : percent == null ? absolute.toString() : absolute + " or " + part + ", the lower";
    }
}

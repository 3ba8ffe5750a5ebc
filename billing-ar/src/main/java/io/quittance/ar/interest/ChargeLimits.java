package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Between which amounts a charge lies, after it is rounded. A charge of nothing stays nothing. Waived below 1.00, at least 5.00 and at most
 * 50.00: 0.99 becomes nothing, 1.00 becomes 5.00, 60.00 becomes 50.00.
 */
public final class ChargeLimits implements Serializable {
    /** No limits. */
    public static final ChargeLimits NONE = new ChargeLimits(null, null, null);

    private static final long serialVersionUID = 1L;

    private final @Nullable Amount waivedBelow;
    private final @Nullable Amount minimum;
    private final @Nullable Amount maximum;

    private ChargeLimits(@Nullable Amount waivedBelow, @Nullable Amount minimum, @Nullable Amount maximum) {
        this.waivedBelow = checked(waivedBelow, "waivedBelow");
        this.minimum = checked(minimum, "minimum");
        this.maximum = checked(maximum, "maximum");
        requireOrder(waivedBelow, maximum, "waivedBelow");
        requireOrder(minimum, maximum, "minimum");
        if (waivedBelow != null && minimum != null) {
            requireCurrency(minimum, waivedBelow.getCurrency(), "minimum");
        }
    }

    private static @Nullable Amount checked(@Nullable Amount limit, String argument) {
        if (limit == null) {
            return null;
        }
        Require.that(limit.signum() >= 0, "charge.limit", argument, "must not be negative", limit);
        return MinorUnits.require(limit, argument);
    }

    private static void requireOrder(@Nullable Amount lower, @Nullable Amount maximum, String argument) {
        if (lower != null && maximum != null) {
            requireCurrency(lower, maximum.getCurrency(), argument);
            Require.that(
                    lower.isLessThanOrEqualTo(maximum),
                    "charge.limits",
                    argument,
                    "must not be more than the maximum " + maximum,
                    lower);
        }
    }

    private static void requireCurrency(Amount limit, CurrencyUnit currency, String argument) {
        String expected = currency.getCurrencyCode();
        String given = limit.getCurrency().getCurrencyCode();
        if (!given.equals(expected)) {
            throw new CurrencyMismatchException(argument, expected, given);
        }
    }

    /** @throws CurrencyMismatchException if there is a limit in another currency */
    void requireIn(CurrencyUnit currency) {
        requireIn(waivedBelow, currency);
        requireIn(minimum, currency);
        requireIn(maximum, currency);
    }

    private static void requireIn(@Nullable Amount limit, CurrencyUnit currency) {
        if (limit != null) {
            requireCurrency(limit, currency, "limits");
        }
    }

    /** The same, where nothing is charged that would be less than that; not more than the maximum. */
    public ChargeLimits waivedBelow(MonetaryAmount least) {
        return new ChargeLimits(Amount.from(least), minimum, maximum);
    }

    /** The same, where a charge of more than nothing is at least so much; not more than the maximum. */
    public ChargeLimits atLeast(MonetaryAmount least) {
        return new ChargeLimits(waivedBelow, Amount.from(least), maximum);
    }

    /** The same, where a charge is at most so much. */
    public ChargeLimits atMost(MonetaryAmount most) {
        return new ChargeLimits(waivedBelow, minimum, Amount.from(most));
    }

    /** Below which amount nothing is charged. */
    public Optional<Amount> waivedBelow() {
        return Optional.ofNullable(waivedBelow);
    }

    /** The least that is charged if anything is. */
    public Optional<Amount> minimum() {
        return Optional.ofNullable(minimum);
    }

    /** The most that is charged. */
    public Optional<Amount> maximum() {
        return Optional.ofNullable(maximum);
    }

    /** The charge within the limits; its reason names the limit that changed it. */
    ExplainedCharge apply(Amount charge, Explanation why) {
        requireIn(charge.getCurrency());
        if (charge.signum() > 0 && waivedBelow != null && charge.isLessThan(waivedBelow)) {
            return new ExplainedCharge(
                    Amount.zero(charge.getCurrency()),
                    Explanation.of("charge.waived", "{0}; waived, as it is less than {1}", why.text(), waivedBelow));
        }
        if (charge.signum() > 0 && minimum != null && charge.isLessThan(minimum)) {
            return new ExplainedCharge(
                    minimum, Explanation.of("charge.minimum", "{0}; at least {1}", why.text(), minimum));
        }
        if (maximum != null && charge.isGreaterThan(maximum)) {
            return new ExplainedCharge(
                    maximum, Explanation.of("charge.maximum", "{0}; at most {1}", why.text(), maximum));
        }
        return new ExplainedCharge(charge, requireNonNull(why, "why"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChargeLimits that
                && Objects.equals(waivedBelow, that.waivedBelow)
                && Objects.equals(minimum, that.minimum)
                && Objects.equals(maximum, that.maximum);
    }

    @Override
    public int hashCode() {
        return Objects.hash(waivedBelow, minimum, maximum);
    }

    /** For example {@code at least EUR 5.00, at most EUR 50.00}; empty without limits. */
    @Override
    public String toString() {
        String text = (waivedBelow == null ? "" : ", waived below " + waivedBelow)
                + (minimum == null ? "" : ", at least " + minimum)
                + (maximum == null ? "" : ", at most " + maximum);
        return text.isEmpty() ? text : text.substring(2);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new ChargeLimits(waivedBelow, minimum, maximum);
    }
}

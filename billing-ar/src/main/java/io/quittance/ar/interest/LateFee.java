package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A fee for being late: a fixed amount and a percentage of what is overdue. 5.00 and 2 % of 150.00 are 8.00.
 */
public final class LateFee implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Fraction HUNDRED = Fraction.of(100);

    private final Amount fixed;
    private final BigDecimal percent;
    private final Rounding rounding;
    private final ChargeLimits limits;

    private LateFee(Amount fixed, BigDecimal percent, Rounding rounding, ChargeLimits limits) {
        this.fixed = MinorUnits.require(fixed, "fixed");
        this.percent = Require.plain(Require.notNegative(percent, "percent"));
        this.rounding = requireNonNull(rounding, "rounding");
        this.limits = requireNonNull(limits, "limits");
        Require.that(fixed.signum() >= 0, "fee.fixed", "fixed", "must not be negative", fixed);
        Require.that(
                rounding.scale() <= Rounding.toMinorUnit(fixed.getCurrency()).scale(),
                "fee.rounding",
                "rounding",
                "must be to whole minor units of " + fixed.getCurrency().getCurrencyCode(),
                rounding);
        limits.requireIn(fixed.getCurrency());
    }

    /** A fixed amount, 0 or more, in whole minor units. */
    public static LateFee of(MonetaryAmount fixed) {
        return new LateFee(
                Amount.from(fixed), BigDecimal.ZERO, Rounding.toMinorUnit(fixed.getCurrency()), ChargeLimits.NONE);
    }

    /** The same with so many percent of what is overdue beside the fixed amount, which the rounding brings to whole minor units; a finer one is refused. */
    public LateFee plusPercent(BigDecimal newPercent, Rounding newRounding) {
        return new LateFee(fixed, newPercent, newRounding, limits);
    }

    /** As {@link #plusPercent(BigDecimal, Rounding)}, from text. */
    public LateFee plusPercent(String newPercent, Rounding newRounding) {
        return plusPercent(Require.decimal(newPercent, "percent"), newRounding);
    }

    /** The same within limits, in the currency of the fixed amount. */
    public LateFee within(ChargeLimits newLimits) {
        return new LateFee(fixed, percent, rounding, newLimits);
    }

    /**
     * The fee for what is overdue.
     *
     * @param overdue what is open and not disputed, 0 or more; if nothing is, there is no fee
     */
    public ExplainedCharge on(MonetaryAmount overdue) {
        Amount amount = Amount.from(overdue);
        String currency = fixed.getCurrency().getCurrencyCode();
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException("overdue", currency, given);
        }
        Require.that(amount.signum() >= 0, "overdue.amount", "overdue", "must not be negative", amount);
        if (amount.signum() == 0) {
            return new ExplainedCharge(
                    Amount.zero(fixed.getCurrency()), Explanation.of("fee.none", "no fee, as nothing is overdue"));
        }
        Amount part = amount.times(Fraction.of(percent).dividedBy(HUNDRED), rounding);
        Amount fee = fixed.add(part);
        return limits.apply(fee, Explanation.of("fee.late", "{0} and {1}% of {2} = {3}", fixed, percent, amount, fee));
    }

    /** The fixed part. */
    public Amount fixed() {
        return fixed;
    }

    /** Of the part that is a percentage. */
    public Rounding rounding() {
        return rounding;
    }

    /** Between which amounts the fee lies. */
    public ChargeLimits limits() {
        return limits;
    }

    /** So many percent of what is overdue, beside it. */
    public BigDecimal percent() {
        return percent;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LateFee that
                && fixed.equals(that.fixed)
                && percent.equals(that.percent)
                && rounding.equals(that.rounding)
                && limits.equals(that.limits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fixed, percent, rounding, limits);
    }

    /** For example {@code EUR 5.00 and 2%}. */
    @Override
    public String toString() {
        return fixed + " and " + percent.toPlainString() + "%";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new LateFee(fixed, percent, rounding, limits);
    }
}

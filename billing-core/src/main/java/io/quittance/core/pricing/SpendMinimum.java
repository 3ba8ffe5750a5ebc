package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The least that a period costs: where less was charged, the closing run adds the true-up, the rounded minimum less the
 * rounded charges of the whole period. With a minimum of 1000.00 and 749.996 charged it is 250.00.
 *
 * <p>Where only a part of the period is served, the minimum is prorated, by days unless {@link
 * Conventions#minimumProration()} says otherwise: 15 of 31 days of 1000.00 are 483.87.
 */
public final class SpendMinimum implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal amount;

    private SpendMinimum(BigDecimal amount) {
        this.amount = Require.notNegative(amount, "minimum");
    }

    /**
     * At least so much in a period.
     *
     * @param amount in the currency of the contract, zero or more
     */
    public static SpendMinimum of(BigDecimal amount) {
        return new SpendMinimum(amount);
    }

    /** As {@link #of(BigDecimal)}, from text. */
    public static SpendMinimum of(String amount) {
        return of(Require.decimal(amount, "minimum"));
    }

    /** In the currency of the contract. */
    public BigDecimal amount() {
        return amount;
    }

    /**
     * The minimum of the days that are served, rounded: 30 of 31 days of 200.00 are 193.55.
     *
     * @throws io.quittance.core.error.InvalidArgumentException if the strategy gives no part from 0 to 1
     */
    public BigDecimal prorated(ServedPart part, Rounding rounding) {
        return expression(part, rounding).value().round(rounding);
    }

    private Expression expression(ServedPart part, Rounding rounding) {
        return part.of(amount).rounded(rounding);
    }

    /**
     * What is added to the charges of a period; zero or more.
     *
     * @param subtotal what the steps before add up to
     * @param counted what counts towards the minimum, which need not be the subtotal
     * @param part the days that are served, of which the minimum is prorated
     */
    public Step trueUp(Fraction subtotal, Fraction counted, ServedPart part, Rounding rounding) {
        Expression charged = (counted.equals(subtotal) ? Expression.total() : Expression.of(counted)).rounded(rounding);
        Expression missing = expression(part, rounding).minus(charged).max(Expression.of(0));
        return Step.after(
                subtotal,
                "minimum",
                Fraction.ZERO,
                missing,
                "charge.minimum",
                "true-up to at least {0}: {2}",
                part.of(amount));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpendMinimum that && amount.compareTo(that.amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    /** For example {@code at least 100}. */
    @Override
    public String toString() {
        return "at least " + amount.toPlainString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(amount);
    }
}

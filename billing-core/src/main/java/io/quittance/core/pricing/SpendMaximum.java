package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most that a period may cost: what lies above is taken off. With a maximum of 100 and 70 billed before, a line of 50 is
 * cut by 20 (OpenMeter, maximum spend).
 */
public final class SpendMaximum implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal amount;

    private SpendMaximum(BigDecimal amount) {
        this.amount = Require.notNegative(amount, "maximum");
    }

    /**
     * At most so much in a period.
     *
     * @param amount in the currency of the contract, zero or more
     */
    public static SpendMaximum of(BigDecimal amount) {
        return new SpendMaximum(amount);
    }

    /** As {@link #of(BigDecimal)}, from text. */
    public static SpendMaximum of(String amount) {
        return of(Require.decimal(amount, "maximum"));
    }

    /** In the currency of the contract. */
    public BigDecimal amount() {
        return amount;
    }

    /**
     * What is taken off a price; the amount is zero or negative.
     *
     * @param subtotal the price: what the steps before add up to
     * @param counted what counts against the maximum already
     */
    public Step step(Fraction subtotal, Fraction counted) {
        Expression above = Expression.total();
        if (counted.signum() != 0) {
            above = above.plus(Expression.of(counted));
        }
        above = above.minus(Expression.of(amount)).max(Expression.of(0));
        Expression off = above.min(Expression.total().max(Expression.of(0))).negated();
        return Step.after(subtotal, "maximum", Fraction.ZERO, off, "charge.maximum", "at most {0}: {2}", amount);
    }

    /**
     * What is taken off each of several lines, zero or more, so that all of them together come to the maximum at most. The
     * lines count in their order: what lies above is taken off the last ones. With a maximum of 100, lines of 80, 50 and 7
     * lose 0, 30 and 7.
     *
     * @param lines prices in their order; what is not more than zero is not cut, and makes room for the others
     * @param counted what counts against the maximum already
     */
    public List<Fraction> takenOff(List<Fraction> lines, Fraction counted) {
        Fraction sum = lines.stream().reduce(counted, Fraction::plus);
        Fraction above = sum.minus(Fraction.of(amount)).max(Fraction.ZERO);
        var result = new ArrayList<>(lines);
        for (int i = lines.size() - 1; i >= 0; i--) {
            Fraction off = lines.get(i).max(Fraction.ZERO).min(above);
            result.set(i, off);
            above = above.minus(off);
        }
        return List.copyOf(result);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpendMaximum that && amount.compareTo(that.amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    /** For example {@code at most 100}. */
    @Override
    public String toString() {
        return "at most " + amount.toPlainString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(amount);
    }
}

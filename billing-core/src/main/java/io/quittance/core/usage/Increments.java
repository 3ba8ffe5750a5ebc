package io.quittance.core.usage;

import io.quittance.core.explain.Expression;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A minimum and a step, as telephone tariffs have them: at 60/60 a call of 61 seconds counts as 120, at 1/1 as 61, at 6/6 as
 * 66, and at 60/6 as 66, since after the first minute every started 6 seconds count.
 *
 * <p>For a quantity q above zero the result is minimum + ⌈max(0, q - minimum) / step⌉ × step. Zero stays zero. A negative
 * quantity mirrors a positive one, so that what takes back 61 seconds takes back the 120 that were counted.
 *
 * <p>Each event by itself: {@link SumOfIncrements}. The quantity of a period at once: {@link
 * UnitConversion#withIncrements}. Three calls of 61 seconds are 360 the one way and 240 the other, at 60/60.
 */
public final class Increments implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Expression ZERO = Expression.of(0);
    private static final Rounding UP = Rounding.of(0, RoundingMode.CEILING);

    private final BigDecimal minimum;
    private final BigDecimal step;

    private Increments(BigDecimal minimum, BigDecimal step) {
        this.minimum = Require.notNegative(minimum, "minimum");
        this.step = Require.positive(step, "step");
    }

    /**
     * A minimum and a step, in the unit of the meter.
     *
     * @param minimum what any quantity above zero counts as at least; zero for none
     * @param step what beyond the minimum is counted in, more than zero
     */
    public static Increments of(BigDecimal minimum, BigDecimal step) {
        return new Increments(minimum, step);
    }

    /** As {@link #of(BigDecimal, BigDecimal)}, from text such as {@code 60} and {@code 6}. */
    public static Increments of(String minimum, String step) {
        return of(Require.decimal(minimum, "minimum"), Require.decimal(step, "step"));
    }

    /** What any quantity above zero counts as at least, in the unit of the meter. */
    public BigDecimal minimum() {
        return minimum;
    }

    /** What is counted in beyond the minimum, in the unit of the meter. */
    public BigDecimal step() {
        return step;
    }

    /** What the quantity of one event counts as. */
    public BigDecimal counted(BigDecimal quantity) {
        Require.number(quantity, "quantity");
        BigDecimal beyond = quantity.abs().subtract(minimum).max(BigDecimal.ZERO);
        BigDecimal counted =
                minimum.add(beyond.divide(step, 0, RoundingMode.CEILING).multiply(step));
        return counted.multiply(BigDecimal.valueOf(quantity.signum()));
    }

    /** The formula by which the running total counts, where it is {@code total}. */
    Expression ofTotal(Fraction total) {
        return switch (total.signum()) {
            case 0 -> ZERO;
            case 1 -> ofPositive(Expression.total());
            default -> ofPositive(Expression.total().negated()).negated();
        };
    }

    private Expression ofPositive(Expression quantity) {
        Expression beyond = quantity.minus(Expression.of(minimum)).max(ZERO);
        Expression steps = beyond.dividedBy(Expression.of(step)).rounded(UP);
        return Expression.of(minimum).plus(steps.times(Expression.of(step)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Increments that
                && minimum.compareTo(that.minimum) == 0
                && step.compareTo(that.step) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(minimum.stripTrailingZeros(), step.stripTrailingZeros());
    }

    /** As tariffs write it: {@code 60/6}. */
    @Override
    public String toString() {
        return minimum.toPlainString() + "/" + step.toPlainString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(minimum, step);
    }
}

package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.RoundingReason;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the quantity of a meter into that of a price: first into increments, if any, then times or by a factor, then
 * rounded, if at all. {@code UnitConversion.divideBy("1000").withRounding(Rounding.of(0, UP))} makes 2 of 1247.
 *
 * <p>What is converted is always the whole quantity of the period so far, never the start and the end of an interval: where
 * 600 were billed before and now 1247 were used, it is 2 less 1, not what 647 would make. Converting what came on top would
 * depend on how often one bills (rating: ⌈b⌉ - ⌈a⌉ is not ⌈b - a⌉).
 */
public final class UnitConversion implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final UnitConversion NONE = new UnitConversion(null, false, BigDecimal.ONE, null);

    private final @Nullable Increments increments;
    private final boolean division;
    private final BigDecimal factor;
    private final @Nullable Rounding rounding;

    private UnitConversion(
            @Nullable Increments increments, boolean division, BigDecimal factor, @Nullable Rounding rounding) {
        this.increments = increments;
        this.division = division;
        this.factor = Require.positive(factor, "factor");
        this.rounding = rounding;
    }

    /** None: the quantity of the price is that of the meter. */
    public static UnitConversion none() {
        return NONE;
    }

    /**
     * So many times the quantity, exactly.
     *
     * @param factor more than zero, at most 18 decimal places
     */
    public static UnitConversion multiplyBy(BigDecimal factor) {
        return new UnitConversion(null, false, factor, null);
    }

    /** As {@link #multiplyBy(BigDecimal)}, from text such as {@code 1.5}. */
    public static UnitConversion multiplyBy(String factor) {
        return multiplyBy(Require.decimal(factor, "factor"));
    }

    /**
     * The quantity divided by the factor, exactly: by 3, 1 becomes 1/3.
     *
     * @param factor more than zero, at most 18 decimal places
     */
    public static UnitConversion divideBy(BigDecimal factor) {
        return new UnitConversion(null, true, factor, null);
    }

    /** As {@link #divideBy(BigDecimal)}, from text such as {@code 1000}. */
    public static UnitConversion divideBy(String factor) {
        return divideBy(Require.decimal(factor, "factor"));
    }

    /** Bytes to gigabytes (GB) of 1,000,000,000 bytes, exactly. */
    public static UnitConversion bytesToGigabytes() {
        return divideBy("1000000000");
    }

    /** Bytes to gibibytes (GiB) of 1,073,741,824 bytes, exactly. */
    public static UnitConversion bytesToGibibytes() {
        return divideBy("1073741824");
    }

    /** The same, rounded at the end. */
    public UnitConversion withRounding(Rounding rule) {
        return new UnitConversion(increments, division, factor, requireNonNull(rule, "rule"));
    }

    /** The same, after the quantity of the period was brought to increments of the meter's unit. */
    public UnitConversion withIncrements(Increments first) {
        return new UnitConversion(requireNonNull(first, "first"), division, factor, rounding);
    }

    /** What the quantity of the period is counted in, in the meter's unit; empty where it is taken as it is. */
    public Optional<Increments> increments() {
        return Optional.ofNullable(increments);
    }

    /** Whether it divides by the factor; it multiplies otherwise. */
    public boolean isDivision() {
        return division;
    }

    /** By what it multiplies or divides, more than zero; 1 changes nothing. */
    public BigDecimal factor() {
        return factor;
    }

    /** How the result is rounded; empty where it is not. */
    public Optional<Rounding> rounding() {
        return Optional.ofNullable(rounding);
    }

    /** The converted quantity: what the steps make of it. */
    public Fraction convert(Fraction quantity) {
        return quantity.plus(Step.total(steps(quantity)));
    }

    /**
     * What the conversion adds to a quantity, or takes away, step by step. The steps belong after steps that add up to the
     * quantity; with them they add up to the converted one.
     *
     * @param quantity of the period so far, in the unit of the meter; a negative one mirrors a positive one, unless the
     *     rounding knows a direction
     * @return {@code conversion.increments}, {@code conversion} and {@code conversion.rounding}, those of them that the
     *     terms have
     */
    public List<Step> steps(Fraction quantity) {
        var steps = new ArrayList<Step>();
        Fraction total = quantity;
        if (increments != null) {
            Expression counted = increments.ofTotal(total);
            String pattern = "{0} in increments of {1}: {2}";
            total = add(steps, total, "conversion.increments", counted, "usage.increments", pattern, increments);
        }
        if (factor.compareTo(BigDecimal.ONE) != 0) {
            Expression by = Expression.of(factor);
            Expression result = division
                    ? Expression.total().dividedBy(by)
                    : Expression.total().times(by);
            String key = division ? "usage.divided" : "usage.multiplied";
            String pattern = division ? "{0} / {1} = {2}" : "{0} × {1} = {2}";
            total = add(steps, total, "conversion", result, key, pattern, by);
        }
        if (rounding != null) {
            Expression rounded = Expression.total().rounded(rounding);
            RoundingMode mode = rounding.mode();
            String key = RoundingReason.key("usage.rounded", mode);
            add(steps, total, "conversion.rounding", rounded, key, RoundingReason.pattern(mode));
        }
        return List.copyOf(steps);
    }

    /** Adds what it takes to come from the total to the result, and answers with the new total. */
    private static Fraction add(
            List<Step> steps,
            Fraction total,
            String part,
            Expression result,
            String key,
            String pattern,
            Object... rule) {
        Expression change = result.minus(Expression.total());
        var arguments = new ArrayList<Object>();
        arguments.add(total);
        arguments.addAll(List.of(rule));
        arguments.add(result.value(total));
        Step step = Step.after(total, part, total, change, key, pattern, arguments.toArray());
        steps.add(step);
        return total.plus(step.amount());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnitConversion that
                && Objects.equals(increments, that.increments)
                && division == that.division
                && factor.compareTo(that.factor) == 0
                && Objects.equals(rounding, that.rounding);
    }

    @Override
    public int hashCode() {
        return Objects.hash(increments, division, factor.stripTrailingZeros(), rounding);
    }

    /** For example {@code in increments of 60/60, / 60, rounded UP at 0 decimal places}. */
    @Override
    public String toString() {
        return (increments == null ? "" : "in increments of " + increments + ", ")
                + (division ? "/ " : "× ")
                + factor.toPlainString()
                + (rounding == null ? "" : ", rounded " + rounding);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new UnitConversion(increments, division, factor, rounding);
    }
}

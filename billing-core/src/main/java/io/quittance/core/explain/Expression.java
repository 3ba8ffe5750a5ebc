package io.quittance.core.explain;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A formula over exact numbers: how one step of a calculation came about, as data. Whoever computes by building an
 * expression and taking its {@link #value()} has written down what was computed, and anyone can compute it again.
 *
 * <p>{@code Expression.of(159).times(Expression.of("0.045"))} has the value 7.155 and reads {@code 159 × 0.045}. {@link
 * #total()} stands for the sum of the steps before, which a discount or a cap needs.
 *
 * <p>Formulas are at most {@value #MAX_DEPTH} operations deep.
 */
public final class Expression implements Serializable {
    /** How many operations may stand inside each other. */
    public static final int MAX_DEPTH = 50;

    /** What is done with the operands. */
    public enum Operation {
        /** A number that was given; no operands. */
        GIVEN,
        /** The sum of the steps before this one; no operands. */
        TOTAL,
        /** The sum of one or more operands. */
        SUM,
        /** The first operand less the second. */
        DIFFERENCE,
        /** The product of one or more operands. */
        PRODUCT,
        /** The first operand divided by the second, exactly. */
        QUOTIENT,
        /** So many percent, the first operand, of the second: 19 of 100 is 19. */
        PERCENTAGE,
        /** The smallest of one or more operands. */
        MINIMUM,
        /** The largest of one or more operands. */
        MAXIMUM,
        /** The operand, rounded by {@link Expression#rounding()}. */
        ROUNDED
    }

    private static final long serialVersionUID = 1L;
    private static final Fraction HUNDRED = Fraction.of(100);

    private final Operation operation;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Expression> operands;

    private final @Nullable Fraction number;
    private final @Nullable Rounding rounding;
    private final transient int depth;

    private Expression(
            Operation operation, List<Expression> operands, @Nullable Fraction number, @Nullable Rounding rounding) {
        this.operation = operation;
        this.operands = operands;
        this.number = number;
        this.rounding = rounding;
        depth = 1 + operands.stream().mapToInt(operand -> operand.depth).max().orElse(0);
        Require.that(
                depth <= MAX_DEPTH, "expression.depth", "operands", "must be at most " + MAX_DEPTH + " deep", depth);
    }

    private static Expression of(Operation operation, Expression... operands) {
        return new Expression(operation, List.of(operands), null, null);
    }

    /** A number. */
    public static Expression of(Fraction number) {
        return new Expression(Operation.GIVEN, List.of(), requireNonNull(number, "number"), null);
    }

    /** A decimal number. */
    public static Expression of(BigDecimal number) {
        return of(Fraction.of(number));
    }

    /** A whole number. */
    public static Expression of(long number) {
        return of(Fraction.of(number));
    }

    /** A decimal number from text, such as {@code 0.045}. */
    public static Expression of(String number) {
        return of(Require.decimal(number, "number"));
    }

    /** The sum of the steps before the one that this belongs to. */
    public static Expression total() {
        return of(Operation.TOTAL);
    }

    /** The sum of all of them; one or more. */
    public static Expression sum(List<Expression> addends) {
        return new Expression(Operation.SUM, Require.notEmpty(List.copyOf(addends), "addends"), null, null);
    }

    /** The sum of this and the other. */
    public Expression plus(Expression addend) {
        return of(Operation.SUM, this, addend);
    }

    /** This less the other. */
    public Expression minus(Expression subtrahend) {
        return of(Operation.DIFFERENCE, this, subtrahend);
    }

    /** The product of this and the other. */
    public Expression times(Expression factor) {
        return of(Operation.PRODUCT, this, factor);
    }

    /** This divided by the other, exactly; a divisor of 0 is refused when the value is computed. */
    public Expression dividedBy(Expression divisor) {
        return of(Operation.QUOTIENT, this, divisor);
    }

    /** So many percent of this: {@code of(100).percent(of(19))} is 19. */
    public Expression percent(Expression rate) {
        return of(Operation.PERCENTAGE, rate, this);
    }

    /** The smaller of this and the other. */
    public Expression min(Expression other) {
        return of(Operation.MINIMUM, this, other);
    }

    /** The larger of this and the other. */
    public Expression max(Expression other) {
        return of(Operation.MAXIMUM, this, other);
    }

    /** The number with the other sign. */
    public Expression negated() {
        return of(0).minus(this);
    }

    /** This, rounded. */
    public Expression rounded(Rounding rule) {
        return new Expression(Operation.ROUNDED, List.of(this), null, requireNonNull(rule, "rule"));
    }

    /** What is done. */
    public Operation operation() {
        return operation;
    }

    /** What it is done with, in order. */
    public List<Expression> operands() {
        return operands;
    }

    /** The number of {@link Operation#GIVEN}; zero for all else. */
    public Fraction number() {
        return number == null ? Fraction.ZERO : number;
    }

    /** The rule of {@link Operation#ROUNDED}. */
    public Rounding rounding() {
        return Require.present(rounding, "rounding");
    }

    /** The exact value, where no steps stand before. */
    public Fraction value() {
        return value(Fraction.ZERO);
    }

    /**
     * The exact value.
     *
     * @param total the sum of the steps before
     * @throws IllegalArgumentException if it divides by 0
     * @throws ArithmeticException if a result is beyond the bounds of a {@link Fraction}
     */
    public Fraction value(Fraction total) {
        return switch (operation) {
            case GIVEN -> number();
            case TOTAL -> total;
            case SUM -> reduced(total, Fraction::plus);
            case DIFFERENCE -> operand(0, total).minus(operand(1, total));
            case PRODUCT -> reduced(total, Fraction::times);
            case QUOTIENT -> operand(0, total).dividedBy(operand(1, total));
            case PERCENTAGE -> operand(0, total).times(operand(1, total)).dividedBy(HUNDRED);
            case MINIMUM -> reduced(total, Fraction::min);
            case MAXIMUM -> reduced(total, Fraction::max);
            case ROUNDED -> Fraction.of(operand(0, total).round(rounding()));
        };
    }

    /** Whether the value depends on the steps before. */
    public boolean isOfTotal() {
        return operation == Operation.TOTAL || operands.stream().anyMatch(Expression::isOfTotal);
    }

    private Fraction operand(int index, Fraction total) {
        return operands.get(index).value(total);
    }

    private Fraction reduced(Fraction total, BinaryOperator<Fraction> operator) {
        Fraction result = operand(0, total);
        for (int i = 1; i < operands.size(); i++) {
            result = operator.apply(result, operand(i, total));
        }
        return result;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression that
                && operation == that.operation
                && operands.equals(that.operands)
                && Objects.equals(number, that.number)
                && Objects.equals(rounding, that.rounding);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operation.name(), operands, number, rounding);
    }

    /** As people write it: {@code 159 × 0.045}, {@code min(12, 5% × subtotal)}. */
    @Override
    public String toString() {
        return switch (operation) {
            case GIVEN -> number().toString();
            case TOTAL -> "subtotal";
            case SUM -> infix(" + ");
            case DIFFERENCE -> isNegation() ? "-" + inner(operands.get(1)) : infix(" - ");
            case PRODUCT -> infix(" × ");
            case QUOTIENT -> infix(" / ");
            case PERCENTAGE -> inner(operands.get(0)) + "% × " + inner(operands.get(1));
            case MINIMUM -> "min(" + listed() + ")";
            case MAXIMUM -> "max(" + listed() + ")";
            case ROUNDED ->
                "round(" + operands.get(0) + ", " + rounding().mode() + ", "
                        + rounding().scale() + ")";
        };
    }

    private boolean isNegation() {
        Expression first = operands.get(0);
        return first.operation == Operation.GIVEN && first.number().signum() == 0;
    }

    private String infix(String sign) {
        return operands.stream().map(Expression::inner).collect(Collectors.joining(sign));
    }

    private String listed() {
        return operands.stream().map(Expression::toString).collect(Collectors.joining(", "));
    }

    /** In parentheses where it would be misread without. */
    private static String inner(Expression operand) {
        return switch (operand.operation) {
            case SUM, DIFFERENCE, PRODUCT, QUOTIENT, PERCENTAGE -> "(" + operand + ")";
            case GIVEN, TOTAL, MINIMUM, MAXIMUM, ROUNDED -> operand.toString();
        };
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        var checked = new ArrayList<>(operands);
        int expected = switch (operation) {
            case GIVEN, TOTAL -> 0;
            case ROUNDED -> 1;
            case DIFFERENCE, QUOTIENT, PERCENTAGE -> 2;
            case SUM, PRODUCT, MINIMUM, MAXIMUM -> Math.max(1, checked.size());
        };
        Require.that(
                checked.size() == expected,
                "expression.operands",
                "operands",
                "must be " + expected + " for " + operation,
                checked.size());
        return new Expression(operation, List.copyOf(checked), number, rounding);
    }
}

package io.quittance.core.explain;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a calculation: what it adds, by which formula, and why. The steps of a calculation add up to its result;
 * since each carries its formula, {@link #replayed} gives the same result from the steps alone.
 *
 * <p>{@code Step.of("tier-1", units, Expression.of(units).times(price), "charge.graduated", "up to {0}: {1} = {2}", 1000)}
 * adds what the first tier costs and reads {@code up to 1000: 600 × 0.1 = 60}.
 */
public final class Step implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String part;
    private final Fraction quantity;
    private final Expression formula;
    private final Fraction amount;
    private final Explanation explanation;

    private Step(String part, Fraction quantity, Expression formula, Fraction amount, Explanation explanation) {
        this.part = Require.id(part, "part");
        this.quantity = requireNonNull(quantity, "quantity");
        this.formula = requireNonNull(formula, "formula");
        this.amount = requireNonNull(amount, "amount");
        this.explanation = requireNonNull(explanation, "explanation");
    }

    /**
     * A step whose formula does not look at the steps before.
     *
     * @param part names the step within its calculation, such as {@code tier-1}; two calculations by the same rules use
     *     the same names, so that they can be compared
     * @param quantity the units that the step is about; zero where it is about none
     * @param key the stable name of the reason
     * @param pattern the English text; the formula and the amount are its last two arguments
     * @param arguments what the text needs beside them
     */
    public static Step of(
            String part, Fraction quantity, Expression formula, String key, String pattern, Object... arguments) {
        return after(Fraction.ZERO, part, quantity, formula, key, pattern, arguments);
    }

    /** As {@link #of}, where the steps before add up to {@code total}. */
    public static Step after(
            Fraction total,
            String part,
            Fraction quantity,
            Expression formula,
            String key,
            String pattern,
            Object... arguments) {
        Fraction amount = formula.value(total);
        var all = new ArrayList<Object>(Arrays.asList(arguments));
        all.add(formula);
        all.add(amount);
        return new Step(part, quantity, formula, amount, Explanation.of(key, pattern, all.toArray()));
    }

    /** The sum of the amounts of all steps, exactly. */
    public static Fraction total(List<Step> steps) {
        Fraction total = Fraction.ZERO;
        for (Step step : steps) {
            total = total.plus(step.amount);
        }
        return total;
    }

    /** The sum, computed again from the formulas alone. */
    public static Fraction replayed(List<Step> steps) {
        Fraction total = Fraction.ZERO;
        for (Step step : steps) {
            total = total.plus(step.formula.value(total));
        }
        return total;
    }

    /** The same step under this name, as part of a larger calculation. */
    public Step as(String newPart) {
        return new Step(newPart, quantity, formula, amount, explanation);
    }

    /** The same step, explained as a part of what has that name. */
    public Step within(String name) {
        return new Step(part, quantity, formula, amount, explanation.within(name));
    }

    /**
     * The same step, where the steps before it add up to {@code total}: a formula that depends on their sum gives another
     * amount. What takes off all above 100 takes 50 off 150 and, following 150.01, takes 50.01.
     */
    public Step following(Fraction total) {
        Fraction now = formula.value(total);
        if (now.equals(amount)) {
            return this;
        }
        var arguments = new ArrayList<>(explanation.arguments());
        arguments.set(arguments.size() - 1, now.toString()); // the last one is the amount
        var reason = new Explanation(explanation.key(), explanation.pattern(), arguments, explanation.within());
        return new Step(part, quantity, formula, now, reason);
    }

    /**
     * The same step, free of the steps before it: where the formula depends on their sum, the amount stands in its place, so
     * that the step can be part of another calculation.
     */
    public Step alone() {
        return formula.isOfTotal() ? new Step(part, quantity, Expression.of(amount), amount, explanation) : this;
    }

    /** The name of the step within its calculation. */
    public String part() {
        return part;
    }

    /** The units that the step is about; zero where it is about none. */
    public Fraction quantity() {
        return quantity;
    }

    /** How the amount is computed. */
    public Expression formula() {
        return formula;
    }

    /** What the step adds, exactly; negative where it takes away. */
    public Fraction amount() {
        return amount;
    }

    /** Why, in words. */
    public Explanation explanation() {
        return explanation;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Step that
                && part.equals(that.part)
                && quantity.equals(that.quantity)
                && formula.equals(that.formula)
                && amount.equals(that.amount)
                && explanation.equals(that.explanation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(part, quantity, amount);
    }

    @Override
    public String toString() {
        return explanation.toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Step(part, quantity, formula, amount, explanation);
    }
}

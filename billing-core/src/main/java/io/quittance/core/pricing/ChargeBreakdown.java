package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exact price and the steps that make it up, each with its formula. Every part of the price has a name of its own, so
 * that two prices by one model can be compared part by part.
 */
public final class ChargeBreakdown implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Step> steps;

    private ChargeBreakdown(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * The price that these steps make up.
     *
     * @param steps in the order in which a customer would read them; one or more, each part once
     */
    public static ChargeBreakdown of(List<Step> steps) {
        List<Step> copy = Require.notEmpty(List.copyOf(steps), "steps");
        byPart(copy);
        return new ChargeBreakdown(copy);
    }

    /** As {@link #of(List)}. */
    public static ChargeBreakdown of(Step... steps) {
        return of(List.of(steps));
    }

    /**
     * The price by a model, which may be a host's own: believed no more than its steps allow. Under {@link
     * RoundingMoment#STEP} each step is rounded by itself, and a step that looks back, such as one that takes off what lies
     * above a limit, looks at the rounded steps: with 50.50 at most, 33.333 and 33.333 are 33.33 and 33.33, and 16.16 are
     * taken off. So does one inside a price that a model of this library makes a part of its own.
     *
     * @param rounding of each step, if the conventions of the input say so
     * @throws io.quittance.core.error.InvalidArgumentException if the model refuses the input, fails ({@code model.failed}),
     *     gives no answer ({@code model.no-answer}), formulas that do not add up to its price ({@code model.inconsistent}), or
     *     a part whose name begins with {@code charge.} or {@code terms.}, as those of stages do ({@code model.part})
     */
    public static ChargeBreakdown by(ChargeModel model, RatingInput input, Rounding rounding) {
        boolean byStep = input.conventions().roundingMoment() == RoundingMoment.STEP;
        ChargeBreakdown price = Answer.of(model, byStep ? input.withStepRounding(rounding) : input);
        Answer.requireOwnParts(price);
        return byStep ? Answer.rounded(price, rounding) : price;
    }

    private static Map<String, Step> byPart(List<Step> steps) {
        var byPart = new LinkedHashMap<String, Step>();
        for (Step step : steps) {
            Require.that(
                    byPart.put(step.part(), step) == null,
                    "breakdown.part-twice",
                    "steps",
                    "must name each part once",
                    step.part());
        }
        return byPart;
    }

    /** In reading order, at least one. */
    public List<Step> steps() {
        return steps;
    }

    /** The price: the sum of all steps, exactly. */
    public Fraction total() {
        return Step.total(steps);
    }

    /** The price, computed again from the formulas of the steps alone. */
    public Fraction replayed() {
        return Step.replayed(steps);
    }

    /**
     * What this price adds to an earlier price of the same period by the same model: part by part, without those that did
     * not change. With 1000 units at 0.10 and 0.08 beyond, 1001 units after 990 are 10 units for 1.00 and one for 0.08. A
     * part may be negative where the model allows prices to fall.
     */
    public ChargeBreakdown since(ChargeBreakdown earlier) {
        Map<String, Step> now = byPart(steps);
        Map<String, Step> before = byPart(earlier.steps);
        var changes = new ArrayList<Step>();
        for (Map.Entry<String, Step> part : union(before, now).entrySet()) {
            Step change = change(part.getValue(), before.get(part.getKey()), now.get(part.getKey()));
            if (change.amount().signum() != 0 || change.quantity().signum() != 0) {
                changes.add(change);
            }
        }
        if (changes.isEmpty()) {
            Step first = steps.get(0);
            changes.add(change(first, first, first));
        }
        return of(changes);
    }

    /** The parts of both, those of the later price first in their order. */
    private static Map<String, Step> union(Map<String, Step> before, Map<String, Step> now) {
        var all = new LinkedHashMap<>(now);
        before.forEach(all::putIfAbsent);
        return all;
    }

    private static Step change(Step part, @Nullable Step before, @Nullable Step now) {
        if (before == null) {
            return part.alone();
        }
        Fraction old = before.quantity();
        Fraction quantity = now == null ? old.negated() : now.quantity().minus(old);
        Expression formula = (now == null ? Expression.of(0) : now.alone().formula())
                .minus(before.alone().formula());
        return Step.of(part.part(), quantity, formula, "charge.change", "{0}: {1} = {2}", part.part());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChargeBreakdown that && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    @Override
    public String toString() {
        return steps.toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(steps);
    }
}

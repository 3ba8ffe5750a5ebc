package io.quittance.core.pricing;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.RoundingReason;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.PartNames;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.util.ArrayList;
import java.util.List;

/** What a model, which may be a host's own, is believed: no more than its steps allow. */
final class Answer {
    private static final String ROUNDING = "charge.rounding";

    private Answer() {}

    /** Asks the model; refused unless it answers with steps that give its price again. */
    static ChargeBreakdown of(ChargeModel model, RatingInput input) {
        ChargeBreakdown price;
        try {
            price = model.price(input);
        } catch (InvalidArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidArgumentException("model.failed", "model", "must price its input", e).causedBy(e);
        }
        if (price == null) {
            throw new InvalidArgumentException("model.no-answer", "model", "must price its input", "no answer");
        }
        requireReplay(price);
        return price;
    }

    private static void requireReplay(ChargeBreakdown price) {
        String rule = "must give steps whose formulas add up to its price";
        Fraction total;
        Fraction replayed;
        try {
            total = price.total();
            rule += " " + total;
            replayed = price.replayed();
        } catch (RuntimeException e) {
            throw new InvalidArgumentException("model.inconsistent", "model", rule, e).causedBy(e);
        }
        Require.that(replayed.equals(total), "model.inconsistent", "model", rule, replayed);
    }

    /** Refused where a part is named like one that a stage adds: it would be taken for it. */
    static void requireOwnParts(ChargeBreakdown price) {
        for (Step step : price.steps()) {
            Require.that(
                    !step.part().startsWith("charge.") && !step.part().startsWith("terms."),
                    "model.part",
                    "model",
                    "must not name a part like a stage",
                    step.part());
        }
    }

    /**
     * The same price with every step rounded by itself. What a step takes from the sum of those before it, such as what lies
     * above a limit, it takes from the sum of the rounded ones.
     */
    static ChargeBreakdown rounded(ChargeBreakdown price, Rounding rounding) {
        var steps = new ArrayList<Step>();
        Fraction total = Fraction.ZERO;
        for (Step exact : price.steps()) {
            Step step = exact.following(total);
            steps.add(step);
            Fraction rounded = Fraction.of(step.amount().round(rounding));
            if (!rounded.equals(step.amount())) {
                steps.add(difference(step, rounding));
            }
            total = total.plus(rounded);
        }
        return ChargeBreakdown.of(steps);
    }

    /**
     * The steps of a price that is a part of another, before each is rounded with those of the whole: what a step takes from
     * the sum of those before it, it takes from the sum that they will have then.
     */
    static List<Step> following(ChargeBreakdown price, Rounding rounding) {
        var steps = new ArrayList<Step>();
        Fraction total = Fraction.ZERO;
        for (Step exact : price.steps()) {
            Step step = exact.following(total);
            steps.add(step);
            total = total.plus(Fraction.of(step.amount().round(rounding)));
        }
        return steps;
    }

    private static Step difference(Step step, Rounding rounding) {
        Expression exact = Expression.of(step.amount());
        return Step.of(
                PartNames.prefixed(ROUNDING, step.part()),
                Fraction.ZERO,
                exact.rounded(rounding).minus(exact),
                RoundingReason.key("charge.rounded", rounding.mode()),
                RoundingReason.pattern(rounding.mode()),
                step.amount(),
                step.amount().round(rounding));
    }
}

package io.quittance.core.pricing;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.PartNames;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.UsageAggregation;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Prices parts of the usage by models inside another, each part under a name of its own. */
final class Inner {
    /** How events become a quantity where nothing else is said. */
    static final UsageAggregation SUM = new Sum();

    private Inner() {}

    /** The steps of the inner price, named and explained as parts of {@code name}; refusals name it as their path. */
    static List<Step> steps(String name, ChargeModel model, RatingInput input) {
        ChargeBreakdown price = asked(name, model, input);
        return input.stepRounding().map(rounding -> Answer.following(price, rounding)).orElse(price.steps()).stream()
                .map(step ->
                        step.alone().as(PartNames.within(name, step.part())).within(name))
                .toList();
    }

    private static ChargeBreakdown asked(String name, ChargeModel model, RatingInput input) {
        try {
            return Answer.of(model, input);
        } catch (InvalidArgumentException e) {
            throw e.at(name);
        }
    }

    /** The input of an inner model: some of the events and the quantity that they make, nothing else of the usage. */
    static RatingInput only(RatingInput input, List<UsageEvent> events, Fraction quantity) {
        return input.withEvents(events)
                .withQuantity(quantity)
                .withChanges(List.of())
                .withPeaks(Map.of());
    }

    /** As {@link #only(RatingInput, List, Fraction)}, where the aggregation makes the quantity. */
    static RatingInput only(RatingInput input, List<UsageEvent> events, UsageAggregation aggregation) {
        return only(input, events, quantity(input, events, aggregation));
    }

    /** The sum of the events' quantities. */
    static Fraction sum(List<UsageEvent> events) {
        BigDecimal sum = BigDecimal.ZERO;
        for (UsageEvent event : events) {
            sum = sum.add(event.quantity());
        }
        return Fraction.of(sum);
    }

    /** The quantity of some of the events; only a sum can do without the window. */
    private static Fraction quantity(RatingInput input, List<UsageEvent> events, UsageAggregation aggregation) {
        if (events.isEmpty()) {
            return Fraction.ZERO;
        }
        return aggregation.equals(SUM) ? sum(events) : aggregation.aggregate(events, input.window());
    }

    /** The events, which a quantity alone cannot replace. */
    static List<UsageEvent> events(RatingInput input) {
        Require.that(
                !input.events().isEmpty() || input.signedQuantity().signum() == 0,
                "events.missing",
                "events",
                "must be given for a price that looks at single events",
                null);
        return input.events();
    }

    /**
     * The events, which together must make the quantity of the input: a conversion, free units or another aggregation of
     * the meter, which no single event knows of, would be lost in silence.
     */
    static List<UsageEvent> events(RatingInput input, UsageAggregation aggregation) {
        List<UsageEvent> events = events(input);
        Fraction quantity = quantity(input, events, aggregation);
        Require.that(
                quantity.equals(input.signedQuantity()),
                "events.quantity",
                "quantity",
                "must be the " + aggregation + " of the events, " + quantity
                        + ", for a price that looks at single events",
                input.signedQuantity());
        return events;
    }

    /** The one step of a price where nothing was used. */
    static Step nothing() {
        return Step.of("none", Fraction.ZERO, Expression.of(0), "charge.none", "nothing was used: {1}");
    }
}

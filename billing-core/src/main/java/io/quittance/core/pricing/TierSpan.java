package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One tier as a walk through them sees it.
 *
 * @param number counts from 1
 * @param from where it begins
 * @param upTo where it ends, unless it is the last
 * @param price what it costs
 */
record TierSpan<P>(int number, Fraction from, Optional<Fraction> upTo, P price) {

    /**
     * All tiers in order.
     *
     * @param bounds where all but the last end, rising
     * @param prices one more than bounds
     */
    static <P> List<TierSpan<P>> walk(List<Fraction> bounds, List<P> prices) {
        var spans = new ArrayList<TierSpan<P>>(prices.size());
        Fraction from = Fraction.ZERO;
        for (Fraction upTo : bounds) {
            spans.add(new TierSpan<>(spans.size() + 1, from, Optional.of(upTo), prices.get(spans.size())));
            from = upTo;
        }
        spans.add(new TierSpan<>(spans.size() + 1, from, Optional.empty(), prices.get(spans.size())));
        return List.copyOf(spans);
    }

    /** The tier to which a quantity belongs: the last that it enters. */
    static <P> TierSpan<P> of(Fraction quantity, List<TierSpan<P>> spans, TierBound bound) {
        TierSpan<P> last = spans.get(0);
        for (TierSpan<P> span : spans) {
            if (!span.isEntered(quantity, bound)) {
                break;
            }
            last = span;
        }
        return last;
    }

    /** How much of the quantity falls between the two ends. */
    Fraction unitsOf(Fraction quantity) {
        return upTo.map(quantity::min).orElse(quantity).minus(from).max(Fraction.ZERO);
    }

    /** Whether the quantity reaches into the tier; the first is always entered. */
    boolean isEntered(Fraction quantity, TierBound bound) {
        int above = quantity.compareTo(from);
        return number == 1 || above > 0 || (above == 0 && bound == TierBound.EXCLUSIVE);
    }

    /** The name of the tier's part of a price. */
    String part() {
        return "tier-" + number;
    }

    /** What the tier adds to a price, and why; the key of the reason begins with {@code rule}. */
    Step step(String rule, Fraction units, Expression formula) {
        return upTo.map(end -> Step.of(part(), units, formula, rule + ".tier", "{0} to {1}: {2} = {3}", from, end))
                .orElseGet(() -> Step.of(part(), units, formula, rule + ".beyond", "beyond {0}: {1} = {2}", from));
    }
}

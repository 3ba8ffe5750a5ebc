package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.usage.QuantityChange;
import java.util.ArrayList;
import java.util.List;

/**
 * A level that changed in a period, such as seats. What is added lies on top of what is there; what is taken away, is taken
 * from the top. Each unit carries its share of the prorated units of its change.
 */
final class SeatDays {

    /** A change, with the two levels between which its units lie. */
    private record Layer(Fraction low, Fraction high, Fraction prorated) {

        /** The prorated units of the change whose full units lie in the tier. */
        Expression unitsIn(TierSpan<?> tier) {
            Fraction units = high.minus(low);
            Fraction inTier = tier.unitsOf(high).minus(tier.unitsOf(low));
            Expression all = Expression.of(prorated);
            return inTier.equals(units) ? all : all.times(Expression.of(inTier)).dividedBy(Expression.of(units));
        }

        boolean touches(TierSpan<?> tier) {
            return !tier.unitsOf(high).equals(tier.unitsOf(low));
        }
    }

    private final List<Layer> layers;

    private SeatDays(List<Layer> layers) {
        this.layers = layers;
    }

    /** The changes of an input whose quantity may be a peak: no less than what they add up to, and nothing without them. */
    static List<QuantityChange> changesUpTo(RatingInput input) {
        List<QuantityChange> changes = input.changes();
        Fraction level = changes.stream().map(QuantityChange::quantity).reduce(Fraction.ZERO, Fraction::plus);
        Fraction quantity = input.quantity();
        Require.that(
                level.compareTo(quantity) <= 0 && (quantity.signum() == 0 || !changes.isEmpty()),
                "changes.quantity",
                "quantity",
                "must be reached by the changes, which add up to " + level + ", for a price by seat-days",
                quantity);
        return changes;
    }

    /**
     * The changes of an input, which together must make its quantity: a conversion or free units, which no single change
     * knows of, would be lost in silence.
     */
    static List<QuantityChange> changes(RatingInput input) {
        List<QuantityChange> changes = input.changes();
        Fraction level = changes.stream().map(QuantityChange::quantity).reduce(Fraction.ZERO, Fraction::plus);
        Require.that(
                level.equals(input.signedQuantity()),
                "changes.quantity",
                "quantity",
                "must be what the changes add up to, " + level + ", for a price by seat-days",
                input.signedQuantity());
        return changes;
    }

    /**
     * Walks through changes in the order in which they happened.
     *
     * @throws IllegalArgumentException if one takes away more than there is
     */
    static SeatDays of(List<QuantityChange> changes) {
        var layers = new ArrayList<Layer>(changes.size());
        Fraction level = Fraction.ZERO;
        for (QuantityChange change : changes) {
            Fraction next = level.plus(change.quantity());
            if (next.signum() < 0) {
                Require.that(
                        false,
                        "changes.below-zero",
                        "changes[" + layers.size() + "].quantity",
                        "must not take away more than " + level,
                        change.quantity());
            }
            layers.add(new Layer(level.min(next), level.max(next), change.prorated()));
            level = next;
        }
        return new SeatDays(layers);
    }

    /** The highest level reached. */
    Fraction peak() {
        return layers.stream().map(Layer::high).reduce(Fraction.ZERO, Fraction::max);
    }

    /** The prorated units in the tier: those of each change, those taken away as negative numbers; never below zero. */
    Expression unitsIn(TierSpan<?> tier) {
        return sum(layers.stream()
                .filter(layer -> layer.touches(tier))
                .map(layer -> layer.unitsIn(tier))
                .toList());
    }

    /** The prorated units of all changes; never below zero. */
    static Expression units(List<QuantityChange> changes) {
        return sum(
                changes.stream().map(change -> Expression.of(change.prorated())).toList());
    }

    private static Expression sum(List<Expression> units) {
        if (units.isEmpty()) {
            return Expression.of(0);
        }
        Expression sum = units.size() == 1 ? units.get(0) : Expression.sum(units);
        return sum.value().signum() < 0 ? sum.max(Expression.of(0)) : sum;
    }
}

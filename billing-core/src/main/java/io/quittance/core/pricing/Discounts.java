package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.PartNames;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Several discounts on one price: each takes its part of what those before it left, and nothing falls below zero. 100 less
 * 10 and 20 % is 72 as listed, and 70 where percentages go first ({@link Conventions#discountOrder()}).
 *
 * @param list in the order in which they were agreed, each id once
 */
public record Discounts(List<Discount> list) implements Serializable {

    /** Checks that no id occurs twice. */
    public Discounts {
        list = List.copyOf(list);
        var ids = new HashSet<String>();
        for (Discount discount : list) {
            Require.that(
                    ids.add(discount.id()), "discount.duplicate", "discounts", "must have unique ids", discount.id());
        }
    }

    /** No discounts. */
    public static Discounts none() {
        return new Discounts(List.of());
    }

    /** These discounts, in this order. */
    public static Discounts of(Discount... discounts) {
        return new Discounts(List.of(discounts));
    }

    /** In the order in which they apply under these conventions. */
    public List<Discount> ordered(Conventions conventions) {
        return switch (conventions.discountOrder()) {
            case AS_LISTED -> list;
            case PERCENTAGES_FIRST -> sorted(Discount.Kind.PERCENT);
            case AMOUNTS_FIRST -> sorted(Discount.Kind.AMOUNT);
        };
    }

    private List<Discount> sorted(Discount.Kind first) {
        var sorted = new ArrayList<>(list);
        sorted.sort(Comparator.comparing(discount -> discount.kind() != first)); // stable
        return List.copyOf(sorted);
    }

    /**
     * What is taken off, a step for each discount; their amounts are zero or negative.
     *
     * @param subtotal what the steps before add up to; nothing is taken off where it is not more than zero
     * @param used how much of an amount was used up by earlier invoices, by the id of the discount
     */
    public List<Step> steps(Fraction subtotal, Conventions conventions, Map<String, Fraction> used) {
        var steps = new ArrayList<Step>();
        Fraction left = subtotal;
        for (Discount discount : ordered(conventions)) {
            Step step = step(discount, left, used.getOrDefault(discount.id(), Fraction.ZERO));
            steps.add(step);
            left = left.plus(step.amount());
        }
        return List.copyOf(steps);
    }

    private static Step step(Discount discount, Fraction left, Fraction used) {
        Expression value = Expression.of(discount.value());
        Expression rest = Expression.total().max(Expression.of(0));
        boolean percent = discount.kind() == Discount.Kind.PERCENT;
        Expression off = percent
                ? rest.percent(value)
                : (used.signum() == 0 ? value : value.minus(Expression.of(used)).max(Expression.of(0))).min(rest);
        return Step.after(
                left,
                PartNames.prefixed("discount", discount.id()),
                Fraction.ZERO,
                off.negated(),
                percent ? "charge.discount.percent" : "charge.discount",
                percent ? "discount {0}, {1}% of {2}: {4}" : "discount {0}: {4}",
                discount.id(),
                discount.value(),
                left.max(Fraction.ZERO));
    }
}

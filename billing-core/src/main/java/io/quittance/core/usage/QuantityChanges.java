package io.quittance.core.usage;

import io.quittance.core.money.Fraction;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the changes of a level, such as seats, out of signed events: each counts in full, and by the days that were left of
 * the period, the day of change included, over the days of the period. In a June, 5 seats more on the 11th are 5 units and
 * 5 × 20/30 prorated ones; taken away on the 21st they are -5 and -5 × 10/30, so that they count for the ten days from the
 * 11th to the 20th.
 *
 * <p>Days are those of the window's zone; a day of 23 or 25 hours is one day. The level at the start of the period enters
 * as an event on its first day. Source of the rule: rating by seat-days as in Lago, "prorated" charges.
 */
public final class QuantityChanges {
    private QuantityChanges() {}

    /**
     * One change for each event, in the order of {@link UsageEvent#BY_TIME}.
     *
     * @param events of one meter within the window, each key once, in any order; may be empty
     * @param window the days over which a full unit counts, and their zone
     * @throws IllegalArgumentException if an event lies outside the window
     */
    public static List<QuantityChange> of(List<UsageEvent> events, UsageWindow window) {
        var sorted = new ArrayList<>(events);
        sorted.sort(UsageEvent.BY_TIME);
        var remaining = new Remaining(window);
        long days = window.period().days();
        return sorted.stream()
                .map(event -> change(Fraction.of(event.quantity()), Fraction.of(remaining.days(event), days)))
                .toList();
    }

    private static QuantityChange change(Fraction quantity, Fraction weight) {
        return new QuantityChange(quantity, quantity.times(weight));
    }
}

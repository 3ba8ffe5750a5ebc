package io.quittance.ar.plan;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A plan after what was not paid in time is moved to its later items in equal parts (ar.md 4.21). Of four items of 125.00, of which the first is paid and
 * the second was due by 25 January, the third and the fourth have 187.00 and 188.00 in parts of 1, half even, and the second nothing.
 *
 * @param items with their principal after the move, by due date and id; together they have what they had before
 * @param moved how much was moved, 0 or more
 * @param explanation by which rule
 */
public record Reamortization(List<PlanItem> items, Amount moved, Explanation explanation) implements Serializable {
    /** Copies the items. */
    public Reamortization {
        items = List.copyOf(items);
        requireNonNull(moved, "moved");
        requireNonNull(explanation, "explanation");
    }

    /**
     * Moves the unpaid principal of items that are due by a day to those that are due later.
     *
     * @param items of one plan, one or more, in any order
     * @param date items due on it are moved, too
     * @param parts unit and rounding of what each later item gets; the last takes the rest
     * @throws IllegalArgumentException if something is to be moved and no item is due later, or an item is given twice
     */
    public static Reamortization of(List<PlanItem> items, LocalDate date, EqualParts parts) {
        Dates.inCalendar(date, "date");
        List<PlanItem> sorted = Require.notEmpty(items, "items").stream()
                .sorted(PlanItem.BY_DUE_DATE)
                .toList();
        requireApart(sorted);
        List<PlanItem> due =
                sorted.stream().filter(item -> !item.dueDate().isAfter(date)).toList();
        int later = sorted.size() - due.size();
        Amount moved = due.stream()
                .map(PlanItem::unpaid)
                .reduce(Amount.zero(sorted.get(0).principal().getCurrency()), Amount::add);
        Explanation why = Explanation.of(
                "plan.re-amortized",
                "{0} that was due by {1} is moved to {2} later items, {3}",
                moved,
                date,
                later,
                parts);
        if (moved.signum() == 0) {
            return new Reamortization(sorted, moved, why);
        }
        Require.that(later > 0, "plan.later", "items", "must have one that is due after " + date, null);
        List<Amount> shares = parts.split(moved, later);
        var after = new ArrayList<PlanItem>();
        for (int i = 0; i < sorted.size(); i++) {
            PlanItem item = sorted.get(i);
            Amount principal = i < due.size() ? item.paid() : item.principal().add(shares.get(i - due.size()));
            after.add(new PlanItem(item.id(), item.dueDate(), principal, item.paid()));
        }
        return new Reamortization(after, moved, why);
    }

    private static void requireApart(List<PlanItem> items) {
        String currency = items.get(0).principal().getCurrency().getCurrencyCode();
        var ids = new HashSet<>();
        for (PlanItem item : items) {
            String given = item.principal().getCurrency().getCurrencyCode();
            if (!given.equals(currency)) {
                throw new CurrencyMismatchException("items", currency, given);
            }
            Require.that(ids.add(item.id()), "plan.item-twice", "items", "must be given once each", item.id());
        }
    }
}

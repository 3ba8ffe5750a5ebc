package io.quittance.ar.plan;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /**
     * The same for the items of a ledger, as a fact of it that takes effect on the day: what is open and not contested of principal that is due by
     * then is owed with the later items instead, as one more debt that is part of each. Items that are paid already take nothing; fees, interest,
     * penalties and what is contested stay. 125.00 of P/2 that was due by 25 January are moved to P/3 and P/4 as P/3+1 over 62.00 and
     * P/4+1 over 63.00, with the suffix +1 in parts of 1, half even.
     *
     * @param items the open items of one plan and one customer, in any order
     * @param date items due on it are moved, too
     * @param parts unit and rounding of what each later item gets; the last takes the rest
     * @param suffix what the ids of the new debts have behind that of their item: one that was not used before
     * @return empty if nothing is to be moved
     * @throws IllegalArgumentException if something is to be moved and no item is due later
     */
    public static Optional<DebtRescheduled> reschedule(
            List<OpenItem> items, LocalDate date, EqualParts parts, String suffix) {
        Require.id(suffix, "suffix");
        InstalmentPlan.requireOneCustomer(Require.notEmpty(items, "items"));
        List<OpenItem> principal = items.stream()
                .filter(item -> item.type() == ReceivableType.PRINCIPAL)
                .sorted(OpenItem.BY_DUE_DATE)
                .toList();
        Map<ReceivableId, PlanItem> before = new LinkedHashMap<>();
        var moved = new ArrayList<DebtRescheduled.Moved>();
        var names = new LinkedHashSet<String>();
        for (OpenItem item : principal) {
            Receivable debt = item.receivable();
            Amount free = item.undisputed();
            Amount none = Amount.zero(free.getCurrency());
            before.merge(
                    debt.item(), PlanItem.of(debt.item(), debt.itemDueDate(), free, none), Reamortization::together);
            if (!debt.itemDueDate().isAfter(date) && free.signum() > 0) {
                moved.add(new DebtRescheduled.Moved(debt.id(), free));
                names.addAll(Pouring.names(debt));
            }
        }
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        Reamortization after = of(List.copyOf(before.values()), date, parts);
        var owed = new ArrayList<Receivable>();
        for (PlanItem item : after.items()) {
            Amount more = item.principal()
                    .subtract(Require.present(before.get(item.id()), "item").principal());
            if (more.signum() > 0) {
                ReceivableId id = ReceivableId.of(item.id() + suffix);
                owed.add(Pouring.named(
                        Receivable.of(id, principal.get(0).customer(), date, item.dueDate(), more)
                                .partOf(item.id(), item.dueDate())
                                .knownBy(item.id().value()),
                        names));
            }
        }
        return Optional.of(
                new DebtRescheduled(principal.get(0).customer(), moved, owed, List.of(), after.explanation(), date));
    }

    /** Two debts that are of one item. */
    private static PlanItem together(PlanItem one, PlanItem other) {
        return new PlanItem(one.id(), one.dueDate(), one.principal().add(other.principal()), one.paid());
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

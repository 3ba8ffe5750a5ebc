package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What of a customer's debts bears interest from day to day, as the ledger has it. */
public final class OverdueBalances {
    private OverdueBalances() {}

    /**
     * The balances of all debts that are open within some days. What is contested bears no interest (ar.md 4.17): it is left out from the day of the
     * dispute, and back from the day on which that is rejected. Of 100.00 of which 40.00 are paid on 16 May, 100.00 bear interest up to that day.
     * What was settled before and is open again within the days, as a payment came back on 20 May, bears from 21 May on.
     *
     * <p>Takes time for the days on which something happened, each with what was open on it.
     *
     * @param from the day at whose end the balances begin; charge interest of later days only
     * @param upTo the last day, and what was known of them all
     * @param bearing which debts bear interest, such as those of principal
     * @return by id of the debt
     * @throws IllegalArgumentException if {@code from} is after the last day, or the ledger goes on from a snapshot of a later one
     */
    public static SortedMap<ReceivableId, OverdueBalance> of(
            CustomerLedger ledger, LocalDate from, AsOf upTo, Predicate<? super OpenItem> bearing) {
        Dates.inCalendar(from, "from");
        requireNonNull(upTo, "upTo");
        requireNonNull(bearing, "bearing");
        Require.that(!from.isAfter(upTo.date()), "overdue.days", "from", "must not be after " + upTo.date(), from);
        var balances = new TreeMap<ReceivableId, Bearing>();
        Map<ReceivableId, OpenItem> before = Map.of();
        for (LocalDate day : days(ledger, from, upTo.date())) {
            Map<ReceivableId, OpenItem> now = ledger.asOf(AsOf.of(day, upTo.knownAt())).openItems().stream()
                    .filter(bearing)
                    .collect(Collectors.toMap(OpenItem::id, item -> item));
            change(balances, before, now, day, from);
            before = now;
        }
        var all = new TreeMap<ReceivableId, OverdueBalance>();
        balances.forEach((id, balance) -> all.put(id, balance.balance()));
        return all;
    }

    private static SortedSet<LocalDate> days(CustomerLedger ledger, LocalDate from, LocalDate last) {
        var days = new TreeSet<LocalDate>();
        days.add(from);
        for (LedgerEntry entry : ledger.entries()) {
            LocalDate day = entry.effectiveDate();
            if (day.isAfter(from) && !day.isAfter(last)) {
                days.add(day);
            }
        }
        return days;
    }

    private static void change(
            Map<ReceivableId, Bearing> balances,
            Map<ReceivableId, OpenItem> before,
            Map<ReceivableId, OpenItem> now,
            LocalDate day,
            LocalDate from) {
        var changed = new HashMap<ReceivableId, Amount>();
        before.forEach((id, item) -> changed.put(id, item.undisputed().negate()));
        now.forEach((id, item) -> changed.merge(id, item.undisputed(), Amount::add));
        changed.forEach((id, by) -> {
            OpenItem item = now.get(id);
            Bearing balance = balances.get(id);
            if (balance == null && item != null) {
                balances.put(id, Bearing.of(item, day, from));
            } else if (balance != null && by.signum() != 0) {
                balance.changes().put(day, by);
            }
        });
    }

    /** What a debt bears at first, and by how much that changes after which days. */
    private record Bearing(Amount amount, LocalDate dueDate, SortedMap<LocalDate, Amount> changes) {
        /** A debt that is seen on a day for the first time; it was not open between the first day and that one. */
        static Bearing of(OpenItem item, LocalDate day, LocalDate from) {
            Amount amount = item.undisputed();
            var changes = new TreeMap<LocalDate, Amount>();
            if (day.equals(from) || !day.isAfter(item.dueDate())) {
                return new Bearing(amount, item.dueDate(), changes);
            }
            changes.put(day, amount);
            return new Bearing(Amount.zero(amount.getCurrency()), item.dueDate(), changes);
        }

        OverdueBalance balance() {
            return OverdueBalance.of(amount, dueDate, changes);
        }
    }
}

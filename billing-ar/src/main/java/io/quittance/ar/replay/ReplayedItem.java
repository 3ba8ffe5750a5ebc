package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * An item with all its components.
 *
 * @param item which one
 * @param dueDate when it is due
 * @param owed all that was ever owed on it; what is written off is not
 * @param settled what was paid of it, in the order in which it came about; at most what is owed
 */
@SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
public record ReplayedItem(ReceivableId item, LocalDate dueDate, Amount owed, List<Settled> settled)
        implements Serializable {
    /** Checks that no more is paid than owed. */
    public ReplayedItem {
        requireNonNull(item, "item");
        Dates.inCalendar(dueDate, "dueDate");
        MinorUnits.require(requireNonNull(owed, "owed"), "owed");
        settled = List.copyOf(settled);
        Amount paid = sum(owed, settled, any -> true);
        Require.that(paid.isLessThanOrEqualTo(owed), "replay.settled", "settled", "must be at most " + owed, paid);
    }

    /** All that was paid of it. */
    public Amount paid() {
        return sum(owed, settled, any -> true);
    }

    /** What was paid before that day: in advance, if it is the due date. */
    public Amount paidBefore(LocalDate day) {
        return sum(owed, settled, one -> one.date().isBefore(day));
    }

    /** What was paid after that day: late, if it is the due date. */
    public Amount paidAfter(LocalDate day) {
        return sum(owed, settled, one -> one.date().isAfter(day));
    }

    /** What is left of it. */
    public Amount open() {
        return owed.subtract(paid());
    }

    private static Amount sum(Amount owed, List<Settled> settled, Predicate<Settled> counted) {
        Amount zero = Amount.zero(owed.getCurrency());
        return settled.stream().filter(counted).map(Settled::amount).reduce(zero, Amount::add);
    }
}

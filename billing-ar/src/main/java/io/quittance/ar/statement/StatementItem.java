package io.quittance.ar.statement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * An open item on a statement: what it was, what was applied to it, and what is left. 100.00 less 30.00 are 70.00.
 *
 * @param item what is open
 * @param date the day of the statement
 */
public record StatementItem(OpenItem item, LocalDate date) implements Serializable {

    /** Checks the parts. */
    public StatementItem {
        requireNonNull(item, "item");
        Dates.inCalendar(date, "date");
    }

    /** The id of the debt. */
    public ReceivableId id() {
        return item.id();
    }

    /** What was owed at first. */
    public Amount original() {
        return item.receivable().amount();
    }

    /** What of that is settled: by money, credits, discounts and all else that closes it; 0 or more. */
    public Amount applied() {
        return original().subtract(rest());
    }

    /** What is left, with what is contested of it; more than 0. */
    public Amount rest() {
        return item.open();
    }

    /** What of the rest the customer contests; 0 or more. */
    public Amount disputed() {
        return item.disputed();
    }

    /** The last day on which it is paid on time. */
    public LocalDate dueDate() {
        return item.dueDate();
    }

    /** Whole days from the due date to the day of the statement: 0 on the due date, below 0 before it. */
    public long daysPastDue() {
        return item.daysPastDue(date);
    }

    /** Whether it is due on the day of the statement, or was before. */
    public boolean isDue() {
        return daysPastDue() >= 0;
    }

    /** What it is, in words. */
    public Explanation explanation() {
        return Movements.words(item.receivable());
    }
}

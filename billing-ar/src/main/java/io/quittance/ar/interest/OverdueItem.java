package io.quittance.ar.interest;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import javax.money.MonetaryAmount;

/**
 * What bears charges of an item on one day: what is open, less what is disputed, as {@linkplain #of(OpenItem) a ledger} or its host says.
 *
 * @param id of the item
 * @param dueDate the last day on which it is paid on time
 * @param amount that bears charges, 0 or more
 * @param priorCharges what was charged for it before and is still owed, 0 or more; only {@link PeriodFormula#COMPOUND} asks for it
 */
public record OverdueItem(ReceivableId id, LocalDate dueDate, Amount amount, Amount priorCharges)
        implements Serializable {
    /** The oldest due date first, then by id: the order in which credits are taken off. */
    public static final Comparator<OverdueItem> OLDEST_FIRST =
            comparing(OverdueItem::dueDate).thenComparing(OverdueItem::id);

    /** Checks the parts. */
    public OverdueItem {
        requireNonNull(id, "id");
        Dates.inCalendar(dueDate, "dueDate");
        requireNonNull(amount, "amount");
        requireNonNull(priorCharges, "priorCharges");
        Require.that(amount.signum() >= 0, "overdue.amount", "amount", "must not be negative", amount);
        Require.that(
                priorCharges.signum() >= 0,
                "overdue.prior-charges",
                "priorCharges",
                "must not be negative",
                priorCharges);
        String currency = amount.getCurrency().getCurrencyCode();
        String given = priorCharges.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException("priorCharges", currency, given);
        }
    }

    /** An item for which nothing was charged before. */
    public static OverdueItem of(ReceivableId id, LocalDate dueDate, MonetaryAmount amount) {
        return new OverdueItem(id, dueDate, Amount.from(amount), Amount.zero(amount.getCurrency()));
    }

    /** An open item of a ledger: what is contested of it bears nothing. Of 100.00 with 30.00 contested, 70.00 do. */
    public static OverdueItem of(OpenItem item) {
        return of(item.id(), item.dueDate(), item.undisputed());
    }

    /** The same with earlier charges. */
    public OverdueItem withPriorCharges(MonetaryAmount charges) {
        return new OverdueItem(id, dueDate, amount, Amount.from(charges));
    }

    /** How many days late it is: 0 or less on time, 45 on 16 May for what was due on 1 April. */
    public long daysLate(LocalDate day) {
        return day.toEpochDay() - dueDate.toEpochDay();
    }
}

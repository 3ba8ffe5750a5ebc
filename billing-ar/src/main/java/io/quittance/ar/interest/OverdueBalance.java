package io.quittance.ar.interest;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What bears interest of a debt, day by day: an amount from the day after the due date on, less what is paid, less what is disputed. The day
 * of a payment bears interest of what is paid on it, still (ar.md 4.17): of 1000.00 due on 1 April, of which 400.00 are paid on 16 May, 1000.00 do
 * on the 45 days from 2 April to 16 May, and 600.00 from 17 May on.
 *
 * <p>What is disputed is left out: of an item of a ledger by {@link #of(OpenItem)}, else by the host, from the day on which it is contested, by {@link #less}; or from the beginning, in the
 * amount. Where a dispute is rejected, it is as if there had been none: leave the change out.
 */
public final class OverdueBalance implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Amount amount;
    private final LocalDate dueDate;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Change> changes;

    private OverdueBalance(Amount amount, LocalDate dueDate, List<Change> changes) {
        this.amount = requireNonNull(amount, "amount");
        this.dueDate = Dates.inCalendar(dueDate, "dueDate");
        this.changes = List.copyOf(changes);
        Require.that(amount.signum() >= 0, "overdue.amount", "amount", "must not be negative", amount);
        Amount left = amount;
        for (int i = 0; i < this.changes.size(); i++) {
            Change change = this.changes.get(i);
            left = left.add(change.by());
            boolean endsItsDay = i + 1 == this.changes.size()
                    || !this.changes.get(i + 1).day().equals(change.day());
            Require.that(
                    !endsItsDay || left.signum() >= 0,
                    "overdue.negative",
                    "amount",
                    "must not fall below 0",
                    left + " on " + change.day());
        }
    }

    /**
     * An amount that was not paid when it was due.
     *
     * @param amount that bears interest, 0 or more
     * @param dueDate the last day on which it is paid on time
     */
    public static OverdueBalance of(MonetaryAmount amount, LocalDate dueDate) {
        return new OverdueBalance(Amount.from(amount), dueDate, List.of());
    }

    /**
     * What is open and not contested of an item of a ledger, as of the question that it is an answer to, as if it had been so from the due date
     * on: charge the days since its last change. Of 100.00 with 30.00 contested, 70.00 bear interest.
     */
    public static OverdueBalance of(OpenItem item) {
        return of(item.undisputed(), item.dueDate());
    }

    /** An amount that is so much more or, negative, less after each of these days. */
    static OverdueBalance of(Amount amount, LocalDate dueDate, SortedMap<LocalDate, Amount> changes) {
        return new OverdueBalance(
                amount,
                dueDate,
                changes.entrySet().stream()
                        .map(change -> new Change(change.getKey(), change.getValue()))
                        .toList());
    }

    /**
     * The same with so much less after that day: a payment, credit or dispute of the day.
     *
     * @param less 0 or more, at most what is left then
     */
    public OverdueBalance less(MonetaryAmount less, LocalDate day) {
        return changed(notNegative(less, "less").negate(), day);
    }

    /**
     * The same with so much more after that day: a payment that came back on the day.
     *
     * @param more 0 or more
     */
    public OverdueBalance more(MonetaryAmount more, LocalDate day) {
        return changed(notNegative(more, "more"), day);
    }

    private Amount notNegative(MonetaryAmount given, String argument) {
        Amount change = Amount.from(given);
        String currency = amount.getCurrency().getCurrencyCode();
        String other = change.getCurrency().getCurrencyCode();
        if (!other.equals(currency)) {
            throw new CurrencyMismatchException(argument, currency, other);
        }
        Require.that(change.signum() >= 0, "overdue.change", argument, "must not be negative", change);
        return change;
    }

    private OverdueBalance changed(Amount by, LocalDate day) {
        Dates.inCalendar(day, "day");
        var more = new ArrayList<>(changes);
        int place = more.size();
        while (place > 0 && more.get(place - 1).day().isAfter(day)) {
            place--;
        }
        more.add(place, new Change(day, by));
        return new OverdueBalance(amount, dueDate, more);
    }

    /** What bore interest on the first day after the due date, were nothing paid before. */
    public Amount amount() {
        return amount;
    }

    /** The last day on which it is paid on time. */
    public LocalDate dueDate() {
        return dueDate;
    }

    /** How many days late a payment of that day is: 0 or less on time, 45 on 16 May for what was due on 1 April. */
    public long daysLate(LocalDate day) {
        return day.toEpochDay() - dueDate.toEpochDay();
    }

    /** What bears interest on a day; nothing up to the due date. */
    public Amount bearingOn(LocalDate day) {
        Dates.inCalendar(day, "day");
        return day.isAfter(dueDate)
                ? requireNonNull(steps().floorEntry(day)).getValue()
                : Amount.zero(amount.getCurrency());
    }

    /** What bears interest, by the first day on which it does; the first one is the day after the due date. */
    NavigableMap<LocalDate, Amount> steps() {
        var steps = new TreeMap<LocalDate, Amount>();
        LocalDate first = dueDate.plusDays(1);
        Amount left = amount;
        steps.put(first, left);
        for (Change change : changes) {
            left = left.add(change.by());
            LocalDate from = change.day().plusDays(1);
            steps.put(from.isBefore(first) ? first : from, left);
        }
        return steps;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OverdueBalance that
                && amount.equals(that.amount)
                && dueDate.equals(that.dueDate)
                && steps().equals(that.steps());
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount, dueDate);
    }

    /** For example {@code EUR 1000.00 due 2025-04-01, EUR -400.00 on 2025-05-16}. */
    @Override
    public String toString() {
        var text = new StringBuilder(amount + " due " + dueDate);
        changes.forEach(
                change -> text.append(", ").append(change.by()).append(" on ").append(change.day()));
        return text.toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new OverdueBalance(
                amount, dueDate, changes.stream().sorted(comparing(Change::day)).toList());
    }

    /** So much more or, negative, less after that day. */
    private record Change(LocalDate day, Amount by) implements Serializable {}
}

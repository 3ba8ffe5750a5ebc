package io.quittance.kpi.receivable;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A debt from the day of its document on: an invoice, or one instalment of an invoice, which falls due by itself. What was paid of it or closed otherwise is told by {@link InvoicePart}.
 *
 * @param key names it among invoices
 * @param customer who owes it
 * @param documentDate from which on it is owed
 * @param dueDate the last day on which it is paid on time; not before the document date
 * @param amount what is owed, with tax if sales shall have it; more than 0
 * @param sale whether it was sold; what is owed in place of something else, such as by a payment plan, is open and falls due, and is no sale
 * @param reversedOn the day on which it turned out to be recorded by mistake: sales take it off then; null while it stands. What was applied to it must be reversed by then
 * @param recordedAt when this state of it was recorded
 */
public record OwedInvoice(
        String key,
        String customer,
        LocalDate documentDate,
        LocalDate dueDate,
        Amount amount,
        boolean sale,
        @Nullable LocalDate reversedOn,
        Instant recordedAt)
        implements KpiEvent, Serializable {

    /** Checks the parts. */
    public OwedInvoice {
        Require.id(key, "key");
        Require.id(customer, "customer");
        Dates.inCalendar(documentDate, "documentDate");
        Dates.inCalendar(dueDate, "dueDate");
        Require.that(
                !dueDate.isBefore(documentDate),
                "invoice.due",
                "dueDate",
                "must not be before " + documentDate,
                dueDate);
        Checked.amount(amount);
        Checked.reversal(documentDate, reversedOn);
        Dates.inCalendar(recordedAt, "recordedAt");
    }

    /** What was sold. */
    public static OwedInvoice of(
            String key,
            String customer,
            LocalDate documentDate,
            LocalDate dueDate,
            MonetaryAmount amount,
            Instant recordedAt) {
        return new OwedInvoice(key, customer, documentDate, dueDate, Amount.from(amount), true, null, recordedAt);
    }

    /** The same, owed in place of something else that is {@link InvoicePart.Kind#MOVED}. */
    public OwedInvoice inPlaceOfOthers() {
        return new OwedInvoice(key, customer, documentDate, dueDate, amount, false, reversedOn, recordedAt);
    }

    /** The state in which it turned out on that day to be recorded by mistake. What never was on any day is {@code EventLog.without}. */
    public OwedInvoice reversed(LocalDate day, Instant recorded) {
        return new OwedInvoice(
                key, customer, documentDate, dueDate, amount, sale, requireNonNull(day, "day"), recorded);
    }
}

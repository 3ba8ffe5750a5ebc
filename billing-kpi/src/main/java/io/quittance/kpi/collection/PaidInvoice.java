package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * An invoice and when it was paid. It is recorded when it is issued, and again, with the same key, when it is paid: by the day of the payment that closed it. Where each part payment shall count by itself, record
 * one for each part, {@link #asPart()}; what is computed of parts is another KPI, {@code days-to-pay.average[by=part]}, as the two differ: 90.00 after 10 days and 10.00 after 50 are 50 days of one invoice, and 30 of two parts. An invoice of 1 March, due on 31 March and paid on 10 April, took 40 days and was 10 days late.
 *
 * @param key names the invoice, or the part of it
 * @param customer who owes it
 * @param documentDate when it was issued
 * @param dueDate when it is due; a payment on this day is on time
 * @param closedOn when it was closed; null while it is open. It may be before the document date, for money that came in advance: then it took fewer
 *     days than none, and counts from the document date on
 * @param byCredit whether a credit closed it rather than a payment: it counts neither as paid nor as open
 * @param amount what was invoiced; of a part, what the payment settled of it; more than 0
 * @param isPart whether it is a part of an invoice, which counts by itself, and not the invoice
 * @param recordedAt when this state of it was recorded
 */
public record PaidInvoice(
        String key,
        String customer,
        LocalDate documentDate,
        LocalDate dueDate,
        @Nullable LocalDate closedOn,
        boolean byCredit,
        Amount amount,
        boolean isPart,
        Instant recordedAt)
        implements KpiEvent, Serializable {

    /** Checks that it can be. */
    public PaidInvoice {
        Require.id(key, "key");
        Require.id(customer, "customer");
        Dates.inCalendar(documentDate, "documentDate");
        Dates.inCalendar(dueDate, "dueDate");
        if (closedOn != null) {
            Dates.inCalendar(closedOn, "closedOn");
        }
        Require.that(
                !dueDate.isBefore(documentDate),
                "invoice.due",
                "dueDate",
                "must not be before " + documentDate,
                dueDate);
        Require.that(closedOn != null || !byCredit, "invoice.closed", "closedOn", "must be given of a credit", null);
        Require.that(
                requireNonNull(amount, "amount").signum() > 0,
                "number.not-positive",
                "amount",
                "must be more than 0",
                amount);
        requireNonNull(recordedAt, "recordedAt");
    }

    /** One that is not paid yet. */
    public static PaidInvoice open(
            String key,
            String customer,
            LocalDate documentDate,
            LocalDate dueDate,
            MonetaryAmount amount,
            Instant recordedAt) {
        return new PaidInvoice(
                key, customer, documentDate, dueDate, null, false, Amount.from(amount), false, recordedAt);
    }

    /** The same, paid on that day. */
    public PaidInvoice paidOn(LocalDate day, Instant recorded) {
        return new PaidInvoice(
                key, customer, documentDate, dueDate, requireNonNull(day, "day"), false, amount, isPart, recorded);
    }

    /** The same, closed on that day by a credit note or a write-off, and not by money. */
    public PaidInvoice creditedOn(LocalDate day, Instant recorded) {
        return new PaidInvoice(
                key, customer, documentDate, dueDate, requireNonNull(day, "day"), true, amount, isPart, recorded);
    }

    /** The same, as a part of an invoice that counts by itself. */
    public PaidInvoice asPart() {
        return new PaidInvoice(key, customer, documentDate, dueDate, closedOn, byCredit, amount, true, recordedAt);
    }

    /** The day on which it was paid, if it was by the end of that day; before the document date where the money came in advance. */
    Optional<LocalDate> paidBy(LocalDate day) {
        return closedOn == null || byCredit || closedOn.isAfter(day) ? Optional.empty() : Optional.of(closedOn);
    }

    /** Whether it became a paid invoice in the period: on the day of the payment, or of the document where the money came in advance. */
    boolean isPaidIn(ServicePeriod period) {
        return paidBy(period.lastDay())
                .filter(paid -> period.contains(paid.isBefore(documentDate) ? documentDate : paid))
                .isPresent();
    }

    /** The day on which it was there and closed by a credit, if it was closed by the end of that day. */
    Optional<LocalDate> creditedBy(LocalDate day) {
        return closedOn == null || !byCredit || closedOn.isAfter(day)
                ? Optional.empty()
                : Optional.of(closedOn.isBefore(documentDate) ? documentDate : closedOn);
    }

    /** Whether it was issued and not closed by the end of that day. */
    boolean isOpenAt(LocalDate day) {
        return !documentDate.isAfter(day) && (closedOn == null || closedOn.isAfter(day));
    }

    /** Calendar days from the document date on. */
    long daysFromIssue(LocalDate day) {
        return ChronoUnit.DAYS.between(documentDate, day);
    }

    /** Calendar days from the due date on; negative if it is before. */
    long daysFromDue(LocalDate day) {
        return ChronoUnit.DAYS.between(dueDate, day);
    }
}

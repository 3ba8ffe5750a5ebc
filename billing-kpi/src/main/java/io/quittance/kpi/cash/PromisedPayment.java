package io.quittance.kpi.cash;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A customer's word to pay so much by a day, and what was paid on it so far. 500.00 promised for 13 March with 3 days of grace are kept by 200.00 of 10 March and 300.00 of 16 March; without
 * the second they are kept in part.
 *
 * @param key unique among promises
 * @param recordedAt when this state was recorded
 * @param customer whose word it is
 * @param made when it was given; what was paid before does not count
 * @param amount more than 0
 * @param due by when it is to be paid, not before {@code made}
 * @param graceDays how many days later still keep it, 0 or more
 * @param paid what was paid on it when, in any order
 * @param withdrawn the day on which both agreed that it holds no more, not before {@code made}; null if they did not
 */
public record PromisedPayment(
        String key,
        Instant recordedAt,
        String customer,
        LocalDate made,
        Amount amount,
        LocalDate due,
        int graceDays,
        List<PaidPart> paid,
        @Nullable LocalDate withdrawn)
        implements KpiEvent, Serializable {

    /** What became of a promise. */
    enum Standing {
        KEPT,
        PARTLY_KEPT,
        BROKEN
    }

    /**
     * Checks the parts.
     *
     * @throws CurrencyMismatchException if something was paid in another currency
     */
    public PromisedPayment {
        Require.id(key, "key");
        requireNonNull(recordedAt, "recordedAt");
        Require.id(customer, "customer");
        Dates.inCalendar(made, "made");
        Require.that(
                requireNonNull(amount, "amount").signum() > 0,
                "number.not-positive",
                "amount",
                "must be more than 0",
                amount);
        notBefore(made, due, "due");
        Require.that(graceDays >= 0, "number.negative", "graceDays", "must not be negative", graceDays);
        paid = PaidPart.of(paid, amount);
        if (withdrawn != null) {
            notBefore(made, withdrawn, "withdrawn");
        }
    }

    private static void notBefore(LocalDate made, LocalDate day, String argument) {
        Dates.inCalendar(day, argument);
        Require.that(!day.isBefore(made), "event.order", argument, "must not be before " + made, day);
    }

    /** As it is given, without grace. */
    public static PromisedPayment of(
            String key, String customer, LocalDate made, MonetaryAmount amount, LocalDate due, Instant recordedAt) {
        return new PromisedPayment(key, recordedAt, customer, made, Amount.from(amount), due, 0, List.of(), null);
    }

    /** The same with so many days of grace. */
    public PromisedPayment withGrace(int days) {
        return new PromisedPayment(key, recordedAt, customer, made, amount, due, days, paid, withdrawn);
    }

    /** The state in which something was paid on it, or, negative, came back. */
    public PromisedPayment paid(LocalDate day, MonetaryAmount part, Instant recorded) {
        return paid(PaidPart.of(day, part), recorded);
    }

    /** The same of a part that was applied later. */
    public PromisedPayment paid(PaidPart part, Instant recorded) {
        var more = new ArrayList<>(paid);
        more.add(requireNonNull(part, "part"));
        return new PromisedPayment(key, recorded, customer, made, amount, due, graceDays, more, withdrawn);
    }

    /** The state in which it holds no more from that day on; one that was broken by then stays broken. */
    public PromisedPayment withdrawn(LocalDate day, Instant recorded) {
        return new PromisedPayment(
                key, recorded, customer, made, amount, due, graceDays, paid, requireNonNull(day, "day"));
    }

    /** The last day on which money keeps it. */
    public LocalDate lastDay() {
        return due.plusDays(graceDays);
    }

    /** Whether it was withdrawn while there was time, as it was known on a day. */
    boolean isWithdrawnBy(LocalDate day) {
        return withdrawn != null && !withdrawn.isAfter(day) && !withdrawn.isAfter(lastDay());
    }

    /** What of it was paid in time, as of a day; at most all. */
    Amount paidInTime(LocalDate asOf) {
        return PaidPart.sum(paid, made, lastDay(), asOf, amount);
    }

    /** What became of it when its time was over, as of a day. */
    Standing standing(LocalDate asOf) {
        Amount inTime = paidInTime(asOf);
        return inTime.equals(amount) ? Standing.KEPT : inTime.signum() > 0 ? Standing.PARTLY_KEPT : Standing.BROKEN;
    }
}

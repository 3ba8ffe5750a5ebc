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
 * A payment or a credit note that is not applied to an invoice on the day on which it comes, or not all of it. What of it is applied later is an {@link InvoicePart} that names it, and what leaves
 * the account otherwise an {@link AccountPart}; the rest is on account. Of 100.00, 60.00 applied and 10.00 refunded, 30.00 are.
 *
 * @param key names it among these
 * @param customer whose it is
 * @param day on which it came: the value date, or the date of the credit note
 * @param amount all that came; more than 0
 * @param kind what it is
 * @param reversedOn the day on which the bank took all of it back, or it turned out to be recorded by mistake; null while it stands. What was done with it must be reversed by then
 * @param recordedAt when this state of it was recorded
 */
public record MoneyOnAccount(
        String key,
        String customer,
        LocalDate day,
        Amount amount,
        Kind kind,
        @Nullable LocalDate reversedOn,
        Instant recordedAt)
        implements KpiEvent, Serializable {

    /** What is on account. */
    public enum Kind {
        /** Money, which is unapplied cash as long as nothing is done with it. */
        PAYMENT,
        /** Money that was paid in advance for what is to be invoiced, and waits for that. */
        PREPAYMENT,
        /** What a credit note gives; it lowers sales on its day. */
        CREDIT_NOTE
    }

    /** Checks the parts. */
    public MoneyOnAccount {
        Require.id(key, "key");
        Require.id(customer, "customer");
        Dates.inCalendar(day, "day");
        Checked.amount(amount);
        requireNonNull(kind, "kind");
        Checked.reversal(day, reversedOn);
        Dates.inCalendar(recordedAt, "recordedAt");
    }

    /** As it comes. */
    public static MoneyOnAccount of(
            Kind kind, String key, String customer, LocalDate day, MonetaryAmount amount, Instant recordedAt) {
        return new MoneyOnAccount(key, customer, day, Amount.from(amount), kind, null, recordedAt);
    }

    /** The state in which it is gone from that day on. What never was on any day is {@code EventLog.without}. */
    public MoneyOnAccount reversed(LocalDate from, Instant recorded) {
        return new MoneyOnAccount(key, customer, day, amount, kind, requireNonNull(from, "from"), recorded);
    }
}

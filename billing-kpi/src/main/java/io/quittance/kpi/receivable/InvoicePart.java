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
 * What closed a part of an invoice on a day. Of 100.00, 60.00 paid on 10 March and 15.00 credited on 12 March leave 25.00. What is taken back is the same part recorded again with the day of that:
 * money that the bank returned, or a write-off of which money came in after all. If it is paid on the very day on which a write-off is taken back, it is recovered; if only a part is paid, the rest is written
 * off anew on that day.
 *
 * @param key names it among parts
 * @param invoice the key of what it is a part of
 * @param day on which it took effect; not before the date of the invoice. Money that came earlier is {@link MoneyOnAccount} until then
 * @param amount more than 0
 * @param kind how it closed
 * @param money the key of the payment or credit note that was on account before; null if it came and was applied on the same day
 * @param reversedOn the day from which on the amount is owed again; null while it stands
 * @param recordedAt when this state of it was recorded
 */
public record InvoicePart(
        String key,
        String invoice,
        LocalDate day,
        Amount amount,
        Kind kind,
        @Nullable String money,
        @Nullable LocalDate reversedOn,
        Instant recordedAt)
        implements KpiEvent, Serializable {

    /** How a part of an invoice was closed. */
    public enum Kind {
        /** By money. */
        PAYMENT,
        /** By a credit note. */
        CREDIT_NOTE,
        /** The customer may keep it, such as a cash discount or a few cents too little, without a credit note. */
        DISCOUNT,
        /** It was given up. */
        WRITE_OFF,
        /** Another debt is owed instead, {@link OwedInvoice#inPlaceOfOthers()}. */
        MOVED;

        /** Whether it is of something that the customer has, and that may have been on account. */
        boolean isOfMoney() {
            return this == PAYMENT || this == CREDIT_NOTE;
        }
    }

    /** Checks the parts. */
    public InvoicePart {
        Require.id(key, "key");
        Require.id(invoice, "invoice");
        Dates.inCalendar(day, "day");
        Checked.amount(amount);
        requireNonNull(kind, "kind");
        Require.optionalId(money, "money");
        Require.that(
                money == null || kind.isOfMoney(),
                "part.money",
                "money",
                "must be given of a payment or a credit note alone, and not of a " + kind,
                money);
        Checked.reversal(day, reversedOn);
        Dates.inCalendar(recordedAt, "recordedAt");
    }

    /** A part that came and was applied on one day. */
    public static InvoicePart of(
            Kind kind, String key, String invoice, LocalDate day, MonetaryAmount amount, Instant recordedAt) {
        return new InvoicePart(key, invoice, day, Amount.from(amount), kind, null, null, recordedAt);
    }

    /** The same, of what was on account before. */
    public InvoicePart from(String account) {
        return new InvoicePart(
                key, invoice, day, amount, kind, requireNonNull(account, "account"), reversedOn, recordedAt);
    }

    /** The state in which it is taken back from that day on: of what was on account, it is there again. What never was on any day is {@code EventLog.without}. */
    public InvoicePart reversed(LocalDate from, Instant recorded) {
        return new InvoicePart(key, invoice, day, amount, kind, money, requireNonNull(from, "from"), recorded);
    }
}

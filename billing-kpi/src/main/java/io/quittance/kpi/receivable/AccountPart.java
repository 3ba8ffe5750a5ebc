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
 * What left an account on a day and settled no invoice.
 *
 * @param key names it among these
 * @param money the key of the payment or credit note that it is a part of
 * @param day on which it left; not before the money came
 * @param amount more than 0
 * @param kind where it went
 * @param reversedOn the day from which on it is on account again; null while it stands
 * @param recordedAt when this state of it was recorded
 */
public record AccountPart(
        String key,
        String money,
        LocalDate day,
        Amount amount,
        Kind kind,
        @Nullable LocalDate reversedOn,
        Instant recordedAt)
        implements KpiEvent, Serializable {

    /** Where money on account went. */
    public enum Kind {
        /** Back to the customer; of a credit note it is a refund, and money was never collected. */
        REFUND,
        /** The bank took it back: it was not received. */
        RETURN,
        /** We keep it, such as a few cents too much. */
        INCOME
    }

    /** Checks the parts. */
    public AccountPart {
        Require.id(key, "key");
        Require.id(money, "money");
        Dates.inCalendar(day, "day");
        Checked.amount(amount);
        requireNonNull(kind, "kind");
        Checked.reversal(day, reversedOn);
        Dates.inCalendar(recordedAt, "recordedAt");
    }

    /** As it leaves. */
    public static AccountPart of(
            Kind kind, String key, String money, LocalDate day, MonetaryAmount amount, Instant recordedAt) {
        return new AccountPart(key, money, day, Amount.from(amount), kind, null, recordedAt);
    }

    /** The state in which it is on account again from that day on. What never was on any day is {@code EventLog.without}. */
    public AccountPart reversed(LocalDate from, Instant recorded) {
        return new AccountPart(key, money, day, amount, kind, requireNonNull(from, "from"), recorded);
    }
}

package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A credit or debit note, a cancellation or a new issue of an invoice, with its reason: only an error makes the invoice wrong.
 *
 * @param key names it, such as the number of the credit note
 * @param date when it was made
 * @param reason why
 * @param amount by how much the invoice is less, as for a credit note; negative where it is more, 0 where no amount changed
 * @param lines how many lines of the invoice it corrects, 0 or more
 */
public record Correction(String key, LocalDate date, Reason reason, Amount amount, long lines) implements Serializable {

    /** Why an invoice is corrected. */
    public enum Reason {
        /** It was wrong. */
        ERROR,
        /** The contract was changed later. */
        CONTRACT_CHANGE,
        /** To please the customer. */
        GOODWILL,
        /** What was sold came back. */
        RETURN
    }

    /** Checks that it can be. */
    public Correction {
        Require.id(key, "key");
        Dates.inCalendar(date, "date");
        requireNonNull(reason, "reason");
        requireNonNull(amount, "amount");
        Require.that(lines >= 0, "number.negative", "lines", "must not be negative", lines);
    }

    /** A correction of so many lines. */
    public static Correction of(String key, LocalDate date, Reason reason, MonetaryAmount amount, long lines) {
        return new Correction(key, date, reason, Amount.from(amount), lines);
    }
}

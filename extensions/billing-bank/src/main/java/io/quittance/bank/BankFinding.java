package io.quittance.bank;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.Masked;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something in a bank file that a person should know of. It ends nothing: what was done instead stands at its {@link Code}.
 *
 * @param code what it is
 * @param position where
 * @param field the element or field, such as {@code ValDt} or {@code :61: value date}
 * @param written what stands there, which may tell of a person; null if nothing does
 * @param difference how much is amiss, where amounts are compared: what is stated less what was found; null elsewhere
 */
public record BankFinding(
        Code code,
        FilePosition position,
        String field,
        @Nullable Masked<String> written,
        @Nullable Amount difference) implements Serializable {

    /** What may be wrong, and what was done. */
    public enum Code {
        /** The opening balance and the booked entries do not come to the closing balance. The entries stand as they are. */
        BALANCE_DIFFERS,
        /** Balances and entries are in several currencies, or an entry could not be read, so that nothing can be proved. */
        BALANCE_NOT_COMPARABLE,
        /** The file's own number or sum of entries is another than that of the entries. The entries stand as they are. */
        TOTALS_DIFFER,
        /** The details of an entry do not add up to it. The money of the entry is taken as one. */
        DETAILS_DIFFER,
        /** A detail has no amount, or none in the currency of the entry. The money of the entry is taken as one. */
        DETAILS_NOT_COMPARABLE,
        /** A batch has another number of details than the file says. The details stand as they are. */
        DETAIL_COUNT_DIFFERS,
        /** The entry is of several payments, and the file does not say which. It is taken as one. */
        BATCH_WITHOUT_DETAILS,
        /** The bank gives no reference of its own. The id is made of the place in a batch, or of what is written of the entry. */
        NO_REFERENCE,
        /** The bank gave the reference to money of the same statement before. The id has its number behind it: {@code X#2}. */
        REPEATED_REFERENCE,
        /** No provider of currencies knows it, or none is stated. The amount is one of XXX, which cannot be posted. */
        UNKNOWN_CURRENCY,
        /** An entry is in another currency than the account. */
        OTHER_CURRENCY,
        /** The amount is finer than the minor unit of its currency, so that it cannot be posted. It is kept exactly. */
        FINER_THAN_MINOR_UNIT,
        /** The entry is not booked. It gives no transaction. */
        NOT_BOOKED,
        /** A credit has neither value date nor booking date. It gives no transaction. */
        NO_DATE,
        /** A 29th, 30th or 31st that its month does not have, as banks count months of 30 days. The last of the month is taken. */
        DAY_BEYOND_MONTH,
        /** The direction or the number of an entry cannot be read. The entry is left out and nothing can be proved. */
        ENTRY_NOT_READ,
        /** A field cannot be read. It is taken as absent; of a field of text, as text. */
        UNREADABLE_FIELD,
        /** A field that may be there once is there again. The first counts. */
        REPEATED_FIELD,
        /** A text is longer than 10,000 characters in all. The rest is left out. */
        TEXT_SHORTENED,
        /** A field is broken over lines where it must not be. It was put together. */
        WRAPPED_FIELD,
        /** Fields of a statement stand there, but not its beginning. They are taken as a statement. */
        NO_BEGINNING,
        /** The file has no statement at all. */
        NO_STATEMENT
    }

    /** Checks that all are there. */
    public BankFinding {
        requireNonNull(code, "code");
        requireNonNull(position, "position");
        requireNonNull(field, "field");
    }

    /** How much is amiss, where amounts are compared. */
    public Optional<Amount> differs() {
        return Optional.ofNullable(difference);
    }

    /** For example {@code BALANCE_DIFFERS statement 1, line 40, CLBD: EUR 0.01}; never what stands there. */
    @Override
    public String toString() {
        return code + " " + position + ", " + field + (difference == null ? "" : ": " + difference);
    }
}

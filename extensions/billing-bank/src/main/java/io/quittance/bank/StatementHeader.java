package io.quittance.bank;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.Masked;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose entries follow. What the file does not say is null.
 *
 * @param position of the statement
 * @param kind what it is
 * @param id {@code Id} of a camt, {@code :20:} of an MT940
 * @param number {@code ElctrncSeqNb} or {@code LglSeqNb}, or {@code :28C:}
 * @param account as it is written: an IBAN or another number
 * @param currency of the account, if it is known by then
 * @param from the first day
 * @param to the last day
 */
public record StatementHeader(
        FilePosition position,
        Kind kind,
        @Nullable String id,
        @Nullable String number,
        @Nullable Masked<String> account,
        @Nullable String currency,
        @Nullable LocalDate from,
        @Nullable LocalDate to)
        implements Serializable {

    /** What a bank sends. */
    public enum Kind {
        /** The booked entries between two balances: camt.053, MT940. */
        STATEMENT,
        /** What happened since the last statement: camt.052, MT942. The statement has it again. */
        REPORT,
        /** Single entries: camt.054. The statement has them again. */
        NOTIFICATION
    }

    /** Checks that it has a position and a kind. */
    public StatementHeader {
        requireNonNull(position, "position");
        requireNonNull(kind, "kind");
    }
}

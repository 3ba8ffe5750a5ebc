package io.quittance.bank;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.Masked;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the file says of an account, after its entries. What it does not say is null.
 *
 * @param header whose it is; its currency is that of the opening balance where nothing else names it
 * @param opening the balance before the entries: {@code OPBD}, else {@code PRCD}; {@code :60F:} or {@code :60M:}
 * @param closing the balance after them: {@code CLBD}; {@code :62F:} or {@code :62M:}
 * @param balances all that are stated, in their order
 * @param proof whether opening balance and entries come to the closing balance
 * @param entries how many were handed out, booked or not
 * @param unread how many could not be read; each is a finding
 * @param booked what the booked entries come to, below zero if more left than came; null if there are none, in several currencies, or some
 *     could not be read
 * @param information what else the bank says; it may tell of persons
 */
public record BankStatement(
        StatementHeader header,
        @Nullable BankBalance opening,
        @Nullable BankBalance closing,
        List<BankBalance> balances,
        BalanceProof proof,
        int entries,
        int unread,
        @Nullable Amount booked,
        @Nullable Masked<String> information)
        implements Serializable {

    /** Checks and copies the parts. */
    public BankStatement {
        requireNonNull(header, "header");
        balances = List.copyOf(balances);
        requireNonNull(proof, "proof");
        Require.that(entries >= 0, "number.negative", "entries", "must not be negative", entries);
        Require.that(unread >= 0, "number.negative", "unread", "must not be negative", unread);
    }
}

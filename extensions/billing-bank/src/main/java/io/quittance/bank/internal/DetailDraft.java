package io.quittance.bank.internal;

import io.quittance.ar.payment.Payer;
import io.quittance.bank.Direction;
import io.quittance.bank.TransactionReferences;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A detail as it is read, which a reader fills in; what it does not find stays as it is. Its id is known only beside the others of its
 * entry.
 */
public final class DetailDraft {
    /** Where it begins, from 1; 0 where that is where the entry begins. */
    public int line;

    /** Null where it is that of the entry. */
    public @Nullable Direction direction;

    /** Null where it is not stated or cannot be read. */
    public @Nullable Amount amount;

    /** Without those that only say that there is none. */
    public TransactionReferences references = TransactionReferences.NONE;

    /** Of the other side, on one line. */
    public @Nullable String name;

    /** Of the other side, on one line. */
    public @Nullable String account;

    /** Structured references, right or wrong. */
    public final List<String> creditorReferences = new ArrayList<>();

    /** Lines of what was written. */
    public final List<String> words = new ArrayList<>();

    /** Whether the money goes back. */
    public boolean isReturn;

    /** Why it goes back, as it is written. */
    public @Nullable String returnCode;

    /** Nothing is known of it yet. */
    public DetailDraft() {}

    /** The other side; null if nobody is named. */
    @Nullable
    Payer counterparty() {
        if (name == null) {
            return account == null ? null : Payer.ofAccount(account);
        }
        Payer payer = Payer.named(name);
        return account == null ? payer : payer.withAccount(account);
    }
}

package io.quittance.bank;

import io.quittance.ar.payment.Payer;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A detail as it is read; its id is known only beside the others of its entry. */
final class DetailDraft {
    int line;
    /** Null where it is that of the entry. */
    @Nullable
    Direction direction;

    @Nullable
    Amount amount;

    TransactionReferences references = TransactionReferences.NONE;

    @Nullable
    String name;

    @Nullable
    String account;

    final List<String> creditorReferences = new ArrayList<>();

    /** Lines of what was written. */
    final List<String> words = new ArrayList<>();

    boolean isReturn;

    @Nullable
    String returnCode;

    @Nullable
    Payer counterparty() {
        if (name == null) {
            return account == null ? null : Payer.ofAccount(account);
        }
        Payer payer = Payer.named(name);
        return account == null ? payer : payer.withAccount(account);
    }
}

package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.Masked;
import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A debit that the payer has agreed to (EN 16931, BG-19). No text shows the account.
 *
 * @param mandate its reference (BT-89)
 * @param creditorId by which the seller is known at the bank (BT-90)
 * @param account that is debited (BT-91)
 */
public record DirectDebit(String mandate, String creditorId, Masked<String> account) implements Serializable {

    /** Checks the parts. */
    public DirectDebit {
        Require.id(mandate, "mandate");
        Require.id(creditorId, "creditorId");
        Require.hiddenId(requireNonNull(account, "account").reveal(), "account");
    }
}

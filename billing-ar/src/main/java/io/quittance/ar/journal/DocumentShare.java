package io.quittance.ar.journal;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * What of a document belongs to an account that is not the customer's.
 *
 * @param account where
 * @param amount in the document's currency, in whole minor units; below zero for what reduces the document, such as what was prepaid
 */
public record DocumentShare(AccountKey account, Amount amount) implements Serializable {
    /** Checks the parts. */
    public DocumentShare {
        requireNonNull(account, "account");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
    }

    /** A share of an amount of any implementation. */
    public static DocumentShare of(AccountKey account, MonetaryAmount amount) {
        return new DocumentShare(account, Amount.from(amount));
    }
}

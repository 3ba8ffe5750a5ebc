package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * What an invoice asked for one charge, whoever made the invoice.
 *
 * @param charge the charge of the contract
 * @param amount as it stands on the invoice
 */
public record BilledCharge(ChargeId charge, Amount amount) implements Serializable {

    /** Checks that both are there. */
    public BilledCharge {
        requireNonNull(charge, "charge");
        requireNonNull(amount, "amount");
    }

    /** What was asked, as an amount of any implementation. */
    public static BilledCharge of(ChargeId charge, MonetaryAmount amount) {
        return new BilledCharge(charge, Amount.from(amount));
    }
}

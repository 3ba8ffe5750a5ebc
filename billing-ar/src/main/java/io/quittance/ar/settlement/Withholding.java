package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * Tax that the payer keeps of an item and pays to the authority: of 1000.00, 950.00 arrive and 50.00 are proved by a certificate. It
 * closes the item like money.
 *
 * @param item of which item
 * @param amount more than 0, in whole minor units
 * @param certificate which proves it; 1 to 200 characters
 */
public record Withholding(ReceivableId item, Amount amount, String certificate) implements Serializable {

    /** Checks the parts. */
    public Withholding {
        requireNonNull(item, "item");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        Require.that(amount.signum() > 0, "settlement.amount", "amount", "must be more than 0", amount);
        Require.id(certificate, "certificate");
    }

    /** Of an amount of any implementation. */
    public static Withholding of(ReceivableId item, MonetaryAmount amount, String certificate) {
        return new Withholding(item, Amount.from(amount), certificate);
    }
}

package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * How an item is to be settled as somebody asks: so much by credits, and once that is complete so much as a discount and so much
 * written off.
 *
 * @param item which one
 * @param pay by credits; more than 0, in whole minor units
 * @param discount granted when {@code pay} is complete; 0 or more
 * @param writeOff written off when {@code pay} is complete; 0 or more
 */
public record RequestedItem(ReceivableId item, Amount pay, Amount discount, Amount writeOff) implements Serializable {

    /** Checks the parts. */
    public RequestedItem {
        requireNonNull(item, "item");
        MinorUnits.require(pay, "pay");
        Require.that(pay.signum() > 0, "settlement.amount", "pay", "must be more than 0", pay);
        requireNotNegative(discount, pay, "discount");
        requireNotNegative(writeOff, pay, "writeOff");
    }

    private static void requireNotNegative(Amount amount, Amount pay, String argument) {
        MinorUnits.require(amount, pay.getCurrency(), argument);
        Require.that(amount.signum() >= 0, "settlement.amount", argument, "must not be negative", amount);
    }

    /** Of amounts of any implementation. */
    public static RequestedItem of(
            ReceivableId item, MonetaryAmount pay, MonetaryAmount discount, MonetaryAmount writeOff) {
        return new RequestedItem(item, Amount.from(pay), Amount.from(discount), Amount.from(writeOff));
    }

    /** What closes the item in all. */
    public Amount total() {
        return pay.add(discount).add(writeOff);
    }
}

package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * How much of an item a payment pays: 50.00 of 80.00.
 *
 * @param item as it was before the payment
 * @param paid more than zero, at most what was open, in whole minor units
 */
public record SettledItem(OpenItem item, Amount paid) implements Serializable {

    /** Checks the amount against the item. */
    public SettledItem {
        requireNonNull(item, "item");
        MinorUnits.require(requireNonNull(paid, "paid"), "paid");
        if (paid.signum() <= 0 || paid.isGreaterThan(item.open())) {
            String rule = "must be more than 0 and at most " + item.open();
            throw new InvalidArgumentException("settled.paid", "paid", rule, paid);
        }
    }

    /** As the constructor, of an amount of any implementation. */
    public static SettledItem of(OpenItem item, MonetaryAmount paid) {
        return new SettledItem(item, Amount.from(paid));
    }

    /** Whether nothing is left of the item. */
    public boolean isClosed() {
        return paid.isEqualTo(item.open());
    }
}

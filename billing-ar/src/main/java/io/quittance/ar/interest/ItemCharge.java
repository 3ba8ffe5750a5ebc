package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;

/**
 * What is charged for an item in a period.
 *
 * @param item as it was given
 * @param offset what credits took off before anything was charged; 0 to all of the item
 * @param amount of the charge, 0 or more
 * @param explanation names the base, the rate, the days and the limit that changed the charge
 */
public record ItemCharge(OverdueItem item, Amount offset, Amount amount, Explanation explanation)
        implements Serializable {
    /** Checks the amounts. */
    public ItemCharge {
        requireNonNull(item, "item");
        requireNonNull(offset, "offset");
        requireNonNull(amount, "amount");
        requireNonNull(explanation, "explanation");
        Require.that(
                offset.signum() >= 0 && offset.isLessThanOrEqualTo(item.amount()),
                "charge.offset",
                "offset",
                "must lie between 0 and " + item.amount(),
                offset);
        Require.that(amount.signum() >= 0, "charge.negative", "amount", "must not be negative", amount);
    }

    /** What the charge is of: the amount of the item less what credits took off. */
    public Amount base() {
        return item.amount().subtract(offset);
    }
}

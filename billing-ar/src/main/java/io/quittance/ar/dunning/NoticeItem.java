package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.interest.ExplainedCharge;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;

/**
 * What a notice says about an item. Of 100.00 that are open, of which 30.00 are contested and 20.00 covered by money on account, 50.00 are claimed.
 *
 * @param item what is open of it, and what of that is contested
 * @param lateness how late it is, with grace and pauses
 * @param offset what of the undisputed part money on account covers; in the currency of the item
 * @param claimed what is left of the undisputed part; in the currency of the notice
 * @param compensation a fixed sum, 0 or more
 * @param interest for being late, 0 or more, with its reason
 */
public record NoticeItem(
        OpenItem item,
        Delinquency lateness,
        Amount offset,
        Amount claimed,
        ExplainedCharge compensation,
        ExplainedCharge interest)
        implements Serializable {
    /** Checks the amounts. */
    public NoticeItem {
        requireNonNull(lateness, "lateness");
        Require.that(
                offset.signum() >= 0 && offset.isLessThan(item.undisputed()),
                "dunning.offset",
                "offset",
                "must be 0 or more and less than " + item.undisputed() + ", which nobody contests",
                offset);
        Require.that(claimed.signum() > 0, "dunning.claimed", "claimed", "must be more than 0", claimed);
        requireNonNull(compensation, "compensation");
        requireNonNull(interest, "interest");
    }

    /** Whole days past the due date: 0 on it, negative before. */
    public long daysPastDue() {
        return lateness.pastDueDays();
    }

    /** What is claimed with compensation and interest; in the currency of the notice. */
    public Amount total() {
        return claimed.add(compensation.amount()).add(interest.amount());
    }
}

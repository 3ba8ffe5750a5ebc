package io.quittance.ar.interest;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * A late debt and what is charged for it: of 100.00 with 0.41 of interest and a fee of 10.00, the charges are 10.41 and all is 110.41.
 *
 * @param open what is left of the debt, 0 or more
 * @param interest for being late, 0 or more
 * @param fee for being late, 0 or more
 */
public record LateCharges(Amount open, Amount interest, Amount fee) implements Serializable {
    /** Checks that all are of one currency, in whole minor units, and none is negative. */
    public LateCharges {
        check(open, open, "open");
        check(interest, open, "interest");
        check(fee, open, "fee");
    }

    private static void check(Amount amount, Amount open, String argument) {
        MinorUnits.require(amount, open.getCurrency(), argument);
        Require.that(amount.signum() >= 0, "charge.negative", argument, "must not be negative", amount);
    }

    /** A debt with its charges. */
    public static LateCharges of(MonetaryAmount open, MonetaryAmount interest, MonetaryAmount fee) {
        return new LateCharges(Amount.from(open), Amount.from(interest), Amount.from(fee));
    }

    /** Interest and fee. */
    public Amount charges() {
        return interest.add(fee);
    }

    /** The debt with its charges; what the customer owes, wherever they are put. */
    public Amount total() {
        return open.add(charges());
    }

    /** What is open of the late item once the charges are put: 10.00 with 5.00 charged are 10.00 beside a document of its own, else 15.00. */
    public Amount openOfItem(ChargePlacement placement) {
        return placement == ChargePlacement.SAME_ITEM ? total() : open;
    }
}

package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * What items are settled with: a payment, or a credit note as one, and how much of it is offered.
 *
 * @param payment the money; of a credit note, as much as it gives
 * @param offered more than 0, at most all of it
 * @param isCreditNote whether it comes from a credit note, which is used before money
 */
public record Credit(Payment payment, Amount offered, boolean isCreditNote) implements Serializable {

    /** Checks the parts. */
    public Credit {
        requireNonNull(payment, "payment");
        MinorUnits.require(offered, payment.amount().getCurrency(), "offered");
        Require.that(
                offered.signum() > 0 && offered.isLessThanOrEqualTo(payment.amount()),
                "settlement.offered",
                "offered",
                "must be more than 0 and at most " + payment.amount(),
                offered);
    }

    /** All of a payment. */
    public static Credit of(Payment payment) {
        return new Credit(payment, payment.amount(), false);
    }

    /** All of a credit note, as if it were a payment. */
    public static Credit ofCreditNote(Payment note) {
        return new Credit(note, note.amount(), true);
    }

    /** The same, of which only so much is offered. */
    public Credit offering(MonetaryAmount part) {
        return new Credit(payment, Amount.from(part), isCreditNote);
    }
}

package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A payment or a credit of which something is left.
 *
 * @param payment as it arrived; a credit as a payment
 * @param left more than zero, at most its amount
 * @param isCredit whether it is what a credit note gives, and no money
 */
public record UnappliedPayment(Payment payment, Amount left, boolean isCredit) implements Serializable {
    /** By value date, then credits before money, then id: the order in which they are used, unless the host says otherwise. */
    public static final Comparator<UnappliedPayment> BY_DATE = Comparator.comparing(
                    (UnappliedPayment unapplied) -> unapplied.payment().valueDate())
            .thenComparing(unapplied -> !unapplied.isCredit())
            .thenComparing(unapplied -> unapplied.payment().id());

    /** Checks the parts. */
    public UnappliedPayment {
        requireNonNull(payment, "payment");
        Require.that(
                requireNonNull(left, "left").signum() > 0 && left.isLessThanOrEqualTo(payment.amount()),
                "unapplied.left",
                "left",
                "must be more than 0 and at most " + payment.amount(),
                left);
    }
}

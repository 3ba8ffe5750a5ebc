package io.quittance.ar.credit;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.Comparator;
import javax.money.MonetaryAmount;

/**
 * A payment or a credit of which something is left to settle debts with. What is said to be a credit is one as a {@linkplain
 * Payment#isCredit payment} too, and the other way round.
 *
 * @param payment as it arrived; a credit as a payment
 * @param left more than zero, at most its amount, in whole minor units
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
        isCredit = isCredit || payment.isCredit();
        payment = isCredit ? payment.asCredit() : payment;
        MinorUnits.require(requireNonNull(left, "left"), payment.amount().getCurrency(), "left");
        Require.that(
                left.signum() > 0 && left.isLessThanOrEqualTo(payment.amount()),
                "unapplied.left",
                "left",
                "must be more than 0 and at most " + payment.amount(),
                left);
    }

    /** All of a payment. */
    public static UnappliedPayment of(Payment payment) {
        return new UnappliedPayment(payment, payment.amount(), false);
    }

    /** All of a credit. */
    public static UnappliedPayment of(Credit credit) {
        return new UnappliedPayment(credit.asPayment(), credit.amount(), true);
    }

    /** The same, of which only so much is left, or offered. */
    public UnappliedPayment leaving(MonetaryAmount part) {
        return new UnappliedPayment(payment, Amount.from(part), isCredit);
    }
}

package io.quittance.ar.payout;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.payment.Payment;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a processor takes back out of a payout, the whole of it or a part, such as one that was charged back.
 *
 * @param payment which one; of this payout or an earlier one
 * @param reason why
 * @param date when
 * @param part how much of it, more than zero, at most its amount, in whole minor units; null for the whole
 */
public record ReturnedPayment(
        Payment payment,
        PaymentReturned.Reason reason,
        LocalDate date,
        @Nullable Amount part) implements Serializable {

    /** Checks the parts. */
    public ReturnedPayment {
        requireNonNull(payment, "payment");
        requireNonNull(reason, "reason");
        Dates.inCalendar(date, "date");
        if (part != null) {
            MinorUnits.require(part, payment.amount().getCurrency(), "part");
            Require.that(
                    part.signum() > 0 && part.isLessThanOrEqualTo(payment.amount()),
                    "payout.part",
                    "part",
                    "must be more than 0 and at most " + payment.amount(),
                    part);
        }
    }

    /** The whole payment. */
    public ReturnedPayment(Payment payment, PaymentReturned.Reason reason, LocalDate date) {
        this(payment, reason, date, null);
    }

    /** What the payout is less by it: the part, or the whole payment. */
    public Amount amount() {
        return part == null ? payment.amount() : part;
    }

    /** What the ledger is told of it. */
    public PaymentReturned fact() {
        return part == null
                ? new PaymentReturned(payment.customer(), payment.id(), reason, date)
                : PaymentReturned.ofPart(payment.customer(), payment.id(), part, reason, date);
    }
}

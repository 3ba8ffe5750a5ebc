package io.quittance.ar.payout;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.payment.Payment;
import io.quittance.core.internal.Dates;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A payment that a processor takes back out of a payout, the whole of it, such as one that was charged back.
 *
 * @param payment which one; of this payout or an earlier one
 * @param reason why
 * @param date when
 */
public record ReturnedPayment(Payment payment, PaymentReturned.Reason reason, LocalDate date) implements Serializable {

    /** Checks the parts. */
    public ReturnedPayment {
        requireNonNull(payment, "payment");
        requireNonNull(reason, "reason");
        Dates.inCalendar(date, "date");
    }

    /** What the payout is less by it: the whole payment. */
    public Amount amount() {
        return payment.amount();
    }

    /** What the ledger is told of it. */
    public PaymentReturned fact() {
        return new PaymentReturned(payment.customer(), payment.id(), reason, date);
    }
}

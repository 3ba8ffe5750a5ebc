package io.quittance.ar.payout;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a processor takes back out of a payout, the whole of it or a part, such as one that was charged back.
 *
 * @param payment which one; of this payout or an earlier one
 * @param reason why
 * @param date when
 * @param part how much of it, more than zero, at most its amount, in whole minor units; null for the whole
 * @param owed what of that was refunded or converted before, as a debt of that day; null if nothing
 */
public record ReturnedPayment(
        Payment payment,
        PaymentReturned.Reason reason,
        LocalDate date,
        @Nullable Amount part,
        @Nullable ReceivablePosted owed)
        implements Serializable {

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
        if (owed != null) {
            fact(payment, reason, date, part, owed); // refuses what is not owed by this return
        }
    }

    /** A part of a payment, of which nothing was refunded before. */
    public ReturnedPayment(Payment payment, PaymentReturned.Reason reason, LocalDate date, @Nullable Amount part) {
        this(payment, reason, date, part, null);
    }

    /** The whole payment. */
    public ReturnedPayment(Payment payment, PaymentReturned.Reason reason, LocalDate date) {
        this(payment, reason, date, null, null);
    }

    /**
     * The same, of which something went back to the customer before, who now owes it; also of the whole, which is returned as a part of
     * all its money. Of 100.00 of which 20.00 were refunded, 80.00 are taken of what is on account, and 20.00 are owed.
     *
     * @param newOwed a debt of the day of the return, of at most what is taken back
     */
    public ReturnedPayment owing(ReceivablePosted newOwed) {
        return new ReturnedPayment(payment, reason, date, amount(), requireNonNull(newOwed, "owed"));
    }

    /**
     * As {@link #owing(ReceivablePosted)}, in the currency of the books.
     *
     * @param id of the new receivable
     * @param dueDate the last day on which it is paid on time, not before the return
     * @param back what was refunded; more than zero, in whole minor units
     */
    public ReturnedPayment owing(ReceivableId id, LocalDate dueDate, MonetaryAmount back) {
        return owing(new ReceivablePosted(Receivable.of(id, payment.customer(), date, dueDate, back)));
    }

    /** What the payout is less by it: the part, or the whole payment. */
    public Amount amount() {
        return part == null ? payment.amount() : part;
    }

    /** What the ledger is told of it. */
    public PaymentReturned fact() {
        return fact(payment, reason, date, part, owed);
    }

    private static PaymentReturned fact(
            Payment payment,
            PaymentReturned.Reason reason,
            LocalDate date,
            @Nullable Amount part,
            @Nullable ReceivablePosted owed) {
        return new PaymentReturned(payment.customer(), payment.id(), reason, date, part, owed);
    }
}

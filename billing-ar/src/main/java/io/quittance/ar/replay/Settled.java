package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Dates;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a payment pays of a debt; no payment has two of one debt.
 *
 * @param payment whose money
 * @param line which debt, how much of it, and why
 * @param date the day on which it counts as paid: that of the payment, also where its money stood on account first; that of the
 *     clawback or payout where money on account pays what that one is owed for
 */
public record Settled(PaymentId payment, AllocationLine line, LocalDate date) implements Serializable {
    /** Checks the parts. */
    public Settled {
        requireNonNull(payment, "payment");
        requireNonNull(line, "line");
        Dates.inCalendar(date, "date");
    }

    /** Which debt. */
    public ReceivableId debt() {
        return line.item();
    }

    /** How much of it; more than zero. */
    public Amount amount() {
        return line.amount();
    }

    @Override
    public String toString() {
        return line + " by " + payment + " on " + date;
    }
}

package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.PaymentId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * The payer's bank took a payment back, the whole of it: the debts that it settled are open again from that day on. A fee for it is a
 * receivable of its own.
 *
 * @param customer whose it was
 * @param payment which one; nothing of it was refunded
 * @param reason why
 * @param effectiveDate when; not before anything that was settled with it
 */
public record PaymentReturned(CustomerId customer, PaymentId payment, Reason reason, LocalDate effectiveDate)
        implements LedgerFact {
    /** Why a payment is returned. */
    public enum Reason {
        /** The payer's account did not have the money. */
        INSUFFICIENT_FUNDS,
        /** The payer contests it with the bank or the card's issuer. */
        CHARGEBACK,
        /** There was no mandate, or it was revoked. */
        NO_MANDATE,
        /** The account is closed or does not exist. */
        NO_ACCOUNT,
        /** Any other. */
        OTHER
    }

    /** Checks the parts. */
    public PaymentReturned {
        requireNonNull(customer, "customer");
        requireNonNull(payment, "payment");
        requireNonNull(reason, "reason");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.returned(this);
    }
}

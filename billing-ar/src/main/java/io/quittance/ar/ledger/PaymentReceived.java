package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import io.quittance.core.id.CustomerId;
import java.time.LocalDate;

/**
 * Money arrived, on its value date. It stands on account until it is allocated.
 *
 * @param payment the money
 */
public record PaymentReceived(Payment payment) implements LedgerFact {
    /** Checks the parts. */
    public PaymentReceived {
        requireNonNull(payment, "payment");
    }

    @Override
    public CustomerId customer() {
        return payment.customer();
    }

    @Override
    public LocalDate effectiveDate() {
        return payment.valueDate();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.received(this);
    }
}

package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.PaymentId;
import io.quittance.core.id.CustomerId;
import java.time.LocalDate;

/**
 * A payment never arrived after all: it is left out, and all that came after it is settled anew. What was clawed back of it is owed
 * all the same.
 *
 * @param customer whose it was
 * @param payment which one
 * @param recorded when that became known
 */
public record Voided(CustomerId customer, PaymentId payment, Recording recorded) implements AccountEvent {
    /** Checks the parts. */
    public Voided {
        requireNonNull(customer, "customer");
        requireNonNull(payment, "payment");
        requireNonNull(recorded, "recorded");
    }

    /** The day of its recording; it has no place among the others. */
    @Override
    public LocalDate effectiveDate() {
        return recorded.day();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.voided(this);
    }
}

package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * Money arrived, on its value date.
 *
 * @param payment the money
 * @param available how much of it may settle debts: more than zero, and less than all where a part was given back
 * @param recorded when it became known
 */
public record Received(Payment payment, Amount available, Recording recorded) implements AccountEvent {
    /** Checks the parts. */
    public Received {
        requireNonNull(payment, "payment");
        MinorUnits.require(available, payment.amount().getCurrency(), "available");
        Require.that(
                available.signum() > 0 && available.isLessThanOrEqualTo(payment.amount()),
                "replay.available",
                "available",
                "must be more than 0 and at most " + payment.amount(),
                available);
        requireNonNull(recorded, "recorded");
    }

    /** All of a payment. */
    public static Received of(Payment payment, Recording recorded) {
        return new Received(payment, payment.amount(), recorded);
    }

    /** A part of a payment, in an amount of any implementation. */
    public static Received of(Payment payment, MonetaryAmount available, Recording recorded) {
        return new Received(payment, Amount.from(available), recorded);
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

package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.payment.Payment;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Money arrived, on its value date. It stands on account until it is allocated.
 *
 * @param payment the money
 * @param booked what it stands at in the host's books, if they are in another currency; null if they are in the same
 */
public record PaymentReceived(Payment payment, @Nullable Amount booked) implements LedgerFact {
    /** Checks the parts. */
    public PaymentReceived {
        requireNonNull(payment, "payment");
        Require.that(
                !payment.isCredit(),
                "ledger.credit-received",
                "payment",
                "must be money that arrived, not a credit",
                payment.id());
        Booked.require(booked, payment.amount());
    }

    /** Money in the currency of the books. */
    public PaymentReceived(Payment payment) {
        this(payment, null);
    }

    /**
     * Money in another currency than that of the books.
     *
     * @param booked what it stands at in the books, by the rate of its day: more than zero, in whole minor units
     */
    public static PaymentReceived of(Payment payment, MonetaryAmount booked) {
        return new PaymentReceived(payment, Amount.from(booked));
    }

    /** The money, and what it stands at in the books: the same amount if nothing else is said. */
    public BookedAmount bookedAmount() {
        return Booked.of(payment.amount(), booked);
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

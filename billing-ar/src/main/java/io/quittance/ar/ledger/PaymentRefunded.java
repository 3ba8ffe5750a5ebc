package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.PaymentId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * Money on account goes back to the customer.
 *
 * @param customer whose it is
 * @param payment of which money
 * @param amount more than zero, in whole minor units; at most what is left of it on that day and ever after
 * @param effectiveDate when
 */
public record PaymentRefunded(CustomerId customer, PaymentId payment, Amount amount, LocalDate effectiveDate)
        implements LedgerFact {
    /** Checks the parts. */
    public PaymentRefunded {
        requireNonNull(customer, "customer");
        requireNonNull(payment, "payment");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        Require.that(amount.signum() > 0, "ledger.amount", "amount", "must be more than 0", amount);
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    /** A refund of an amount of any implementation. */
    public static PaymentRefunded of(
            CustomerId customer, PaymentId payment, MonetaryAmount amount, LocalDate effectiveDate) {
        return new PaymentRefunded(customer, payment, Amount.from(amount), effectiveDate);
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.refunded(this);
    }
}

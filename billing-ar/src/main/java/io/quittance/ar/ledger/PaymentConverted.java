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
import org.jspecify.annotations.Nullable;

/**
 * Money on account pays debts in another currency: it leaves this ledger, and arrives in that of the other currency as a {@link
 * PaymentReceived}, which the host posts together with this. {@link io.quittance.ar.exchange.StoredRate#pay} says how much of it goes.
 *
 * @param customer whose it is
 * @param payment of which money
 * @param amount more than zero, in whole minor units; at most what is left of it on that day and ever after
 * @param converted what it became, more than zero, in whole minor units of another currency
 * @param effectiveDate when
 * @param booked what {@code converted} stands at in the host's books, as the other ledger has it, if they are in another currency; null
 *     if they are in the same, or it stands there at what the amount stands at here
 */
public record PaymentConverted(
        CustomerId customer,
        PaymentId payment,
        Amount amount,
        Amount converted,
        LocalDate effectiveDate,
        @Nullable Amount booked)
        implements LedgerFact {
    /** Checks the parts. */
    public PaymentConverted {
        requireNonNull(customer, "customer");
        requireNonNull(payment, "payment");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        MinorUnits.require(requireNonNull(converted, "converted"), "converted");
        Require.that(amount.signum() > 0, "ledger.amount", "amount", "must be more than 0", amount);
        Require.that(converted.signum() > 0, "ledger.converted", "converted", "must be more than 0", converted);
        Require.that(
                !amount.getCurrency()
                        .getCurrencyCode()
                        .equals(converted.getCurrency().getCurrencyCode()),
                "ledger.converted",
                "converted",
                "must be in another currency than " + amount,
                converted);
        Dates.inCalendar(effectiveDate, "effectiveDate");
        Booked.require(booked, converted);
    }

    /** Amounts of any implementation. */
    public static PaymentConverted of(
            CustomerId customer,
            PaymentId payment,
            MonetaryAmount amount,
            MonetaryAmount converted,
            LocalDate effectiveDate) {
        return new PaymentConverted(
                customer, payment, Amount.from(amount), Amount.from(converted), effectiveDate, null);
    }

    /**
     * The same, of which it is known what the other amount stands at in the books, by the rate of its day. Money of 100.00 USD that stands
     * at 90.00 EUR becomes 12,000 JPY that stand at 95.00: 5.00 more are owed to the customer, which is a loss.
     *
     * @param newBooked more than zero, in whole minor units
     */
    public PaymentConverted bookedAt(MonetaryAmount newBooked) {
        return new PaymentConverted(customer, payment, amount, converted, effectiveDate, Amount.from(newBooked));
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.converted(this);
    }
}

package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * Money on account went back to the customer, of the oldest payment first. Where it turns out later that there was not so much of it, all
 * of it is owed as if it had been {@linkplain ClawedBack clawed back}: 125.00 that were paid out of a payment that is void now are a
 * debt of 125.00.
 *
 * @param customer whose account it is
 * @param debt the id of the debt that it may become
 * @param amount more than zero, in whole minor units
 * @param effectiveDate when the money went
 * @param recorded when that became known
 * @param newItem the item of that debt where none is due later
 */
public record PaidOut(
        CustomerId customer,
        ReceivableId debt,
        Amount amount,
        LocalDate effectiveDate,
        Recording recorded,
        ReceivableId newItem)
        implements AccountEvent {
    /** Checks the parts. */
    public PaidOut {
        requireNonNull(customer, "customer");
        requireNonNull(debt, "debt");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        Require.that(amount.signum() > 0, "replay.amount", "amount", "must be more than 0", amount);
        Dates.inCalendar(effectiveDate, "effectiveDate");
        requireNonNull(recorded, "recorded");
        requireNonNull(newItem, "newItem");
    }

    /** Of an amount of any implementation; the debt is an item of its own where none is due later. */
    public static PaidOut of(
            CustomerId customer,
            ReceivableId debt,
            MonetaryAmount amount,
            LocalDate effectiveDate,
            Recording recorded) {
        return new PaidOut(customer, debt, Amount.from(amount), effectiveDate, recorded, debt);
    }

    /** The same, on that item where none is due later. */
    public PaidOut onNewItem(ReceivableId item) {
        return new PaidOut(customer, debt, amount, effectiveDate, recorded, item);
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.paidOut(this);
    }
}

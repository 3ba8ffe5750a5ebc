package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A line of what a counterparty states: an invoice, a payment, an entry of a bank.
 *
 * @param reference by which both sides know it: the number of the document, the bank's reference; 1 to 200 characters
 * @param date on which the counterparty has it
 * @param amount with the sign that it has in the ledger: an invoice more than 0, a payment of it less than 0; in a bank's account what
 *     arrived more than 0. It may be in another currency than the balance, which is a difference
 */
public record StatedLine(String reference, LocalDate date, Amount amount) implements Serializable {

    /** Checks the parts. */
    public StatedLine {
        Require.id(reference, "reference");
        Dates.inCalendar(date, "date");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
    }

    /** A line with an amount of any implementation. */
    public static StatedLine of(String reference, LocalDate date, MonetaryAmount amount) {
        return new StatedLine(reference, date, Amount.from(amount));
    }

    StatedLine mirrored() {
        return new StatedLine(reference, date, amount.negate());
    }

    /** For example {@code 2026-17 of 2026-03-02: EUR 119.00}. */
    @Override
    public String toString() {
        return reference + " of " + date + ": " + amount;
    }
}

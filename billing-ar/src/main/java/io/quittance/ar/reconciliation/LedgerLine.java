package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * A line of what the ledger has of an account.
 *
 * @param reference the id of the receivable, payment or credit
 * @param names how else a counterparty may call it; used where no two references have the name
 * @param date on which it took effect
 * @param amount an open item or an invoice more than 0, money on account or a payment less than 0; in a bank's account what arrived more than 0
 * @param disputed what of it the customer contests; 0 or more
 * @param isOnAccount whether it is money or a credit that settles nothing yet
 */
public record LedgerLine(
        String reference, List<String> names, LocalDate date, Amount amount, Amount disputed, boolean isOnAccount)
        implements Serializable {

    /**
     * Copies the names.
     *
     * @throws io.quittance.core.error.CurrencyMismatchException if what is contested is in another currency
     */
    public LedgerLine {
        Require.id(reference, "reference");
        names = List.copyOf(names);
        names.forEach(name -> Require.id(name, "name"));
        Dates.inCalendar(date, "date");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        MinorUnits.require(requireNonNull(disputed, "disputed"), amount.getCurrency(), "disputed");
        Require.that(disputed.signum() >= 0, "reconciliation.disputed", "disputed", "must be 0 or more", disputed);
    }

    /** A line of which nothing is contested. */
    public static LedgerLine of(String reference, LocalDate date, MonetaryAmount amount) {
        return new LedgerLine(
                reference, List.of(), date, Amount.from(amount), Amount.zero(amount.getCurrency()), false);
    }

    /** For example {@code 2026-17 of 2026-03-02: EUR 119.00}. */
    @Override
    public String toString() {
        return reference + " of " + date + ": " + amount;
    }
}

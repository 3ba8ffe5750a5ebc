package io.quittance.ar.journal;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;

/**
 * One amount on one account: a debit above zero, a credit below.
 *
 * @param account where
 * @param amount in the currency of the books, in whole minor units
 * @param original the same in the currency of the document; zero for an exchange difference, which has none there
 * @param reference the receivable, payment or credit that it is about, or the contract
 */
public record JournalLine(AccountKey account, Amount amount, Amount original, String reference)
        implements Serializable {
    /** Checks the parts. */
    public JournalLine {
        requireNonNull(account, "account");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        MinorUnits.require(requireNonNull(original, "original"), "original");
        Require.id(reference, "reference");
    }

    /** What is above zero of it; otherwise zero. */
    public Amount debit() {
        return amount.signum() > 0 ? amount : Amount.zero(amount.getCurrency());
    }

    /** What is below zero of it, without its sign; otherwise zero. */
    public Amount credit() {
        return amount.signum() < 0 ? amount.negate() : Amount.zero(amount.getCurrency());
    }

    /** The same on the other side. */
    public JournalLine mirrored() {
        return new JournalLine(account, amount.negate(), original.negate(), reference);
    }

    /** For example {@code receivables EUR 119.00 debit, 2026-17}. */
    @Override
    public String toString() {
        return account + " " + (amount.signum() < 0 ? credit() + " credit" : amount + " debit") + ", " + reference;
    }
}

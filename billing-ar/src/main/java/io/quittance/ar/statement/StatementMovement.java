package io.quittance.ar.statement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed what a customer owes, and by how much: an invoice over 100.00 by 100.00, a payment of 60.00 by -60.00. Money that settles a debt
 * changes nothing: it did so when it arrived.
 *
 * @param entry of which entry of the ledger it is
 * @param kind what it is
 * @param reference the id of the receivable, payment or credit that it is about
 * @param date the day on which it took effect
 * @param recordedAt when it was recorded
 * @param amount more than 0 if more is owed by it, less than 0 if less; in whole minor units
 * @param undone the entry that is undone by it, in whole or in part; null if none is
 * @param explanation what it is, in words
 */
public record StatementMovement(
        EntryKey entry,
        Kind kind,
        String reference,
        LocalDate date,
        Instant recordedAt,
        Amount amount,
        @Nullable EntryKey undone,
        Explanation explanation)
        implements Serializable {

    /** What changes what is owed. What undoes something is of its kind, with the other sign. */
    public enum Kind {
        /** An invoice, or another debt that is no charge. */
        INVOICE,
        /** Interest, a fee or a penalty. */
        CHARGE,
        /** A credit note. */
        CREDIT_NOTE,
        /** Money that arrived. */
        PAYMENT,
        /** Money or a credit that was paid out to the customer. */
        REFUND,
        /** Money that pays in another currency. */
        CONVERSION,
        /** A part of a payment that its payer's bank took back. */
        RETURN,
        /** A discount, for paying early or for another reason. */
        DISCOUNT,
        /** A difference between what was paid and what was owed, within a tolerance. */
        PAYMENT_DIFFERENCE,
        /** Tax that the customer pays to the authority. */
        WITHHOLDING_TAX,
        /** What a bank kept of money on its way. */
        BANK_CHARGE,
        /** A debt that is given up. */
        WRITE_OFF,
        /** What is moved out of a debt, and the debt that owes it from then on. */
        MOVED,
        /** Money of the customer that is taken as income. */
        INCOME
    }

    /** Checks the parts. */
    public StatementMovement {
        requireNonNull(entry, "entry");
        requireNonNull(kind, "kind");
        Require.id(reference, "reference");
        Dates.inCalendar(date, "date");
        Dates.inCalendar(recordedAt, "recordedAt");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        Require.that(amount.signum() != 0, "statement.amount", "amount", "must not be 0", amount);
        requireNonNull(explanation, "explanation");
    }

    /**
     * All that changes what a customer owes, also what takes effect later, by date and then in the order in which it was recorded.
     *
     * @param knownAt the last instant whose entries count
     * @throws IllegalArgumentException if the ledger goes on from a snapshot: what came before is folded
     */
    public static List<StatementMovement> of(CustomerLedger ledger, Instant knownAt) {
        return Movements.of(ledger, knownAt);
    }

    /** The entry that is undone by it, if one is. */
    public Optional<EntryKey> undoes() {
        return Optional.ofNullable(undone);
    }

    /** For example {@code 2026-03-20 payment P-1: EUR -60.00}. */
    @Override
    public String toString() {
        return date + " " + explanation + ": " + amount;
    }
}

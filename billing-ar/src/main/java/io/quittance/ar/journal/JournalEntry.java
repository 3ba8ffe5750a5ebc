package io.quittance.ar.journal;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one fact means for the general ledger: lines that balance to zero, in the currency of the books and in that of the document.
 *
 * @param customer whose entry it is; null for revenue, which is a contract's
 * @param source the key of the customer's entry, or contract and period of revenue, in 1 to 225 characters; the same fact has the same
 *     customer and source, so that a host posts it once
 * @param date the day on which it takes effect
 * @param lines two or more that balance; none with zero in both currencies
 */
public record JournalEntry(@Nullable CustomerId customer, String source, LocalDate date, List<JournalLine> lines)
        implements Serializable {
    /** An id of a contract has up to 200 characters, a space and a period 25. */
    private static final int LONGEST_SOURCE = 225;

    /** Refuses lines that do not balance. */
    public JournalEntry {
        Require.id(source, "source", LONGEST_SOURCE);
        requireNonNull(date, "date");
        lines = List.copyOf(Require.notEmpty(lines, "lines"));
        requireBalance(
                lines.stream().map(JournalLine::amount).reduce(Amount::add).orElseThrow(), "lines");
        requireBalance(
                lines.stream().map(JournalLine::original).reduce(Amount::add).orElseThrow(), "lines.original");
        for (int i = 0; i < lines.size(); i++) {
            JournalLine line = lines.get(i);
            Require.that(
                    line.amount().signum() != 0 || line.original().signum() != 0,
                    "journal.empty-line",
                    "lines[" + i + "].amount",
                    "must not be 0",
                    line.amount());
        }
    }

    private static void requireBalance(Amount sum, String argument) {
        Require.that(sum.signum() == 0, "journal.balance", argument, "must balance to 0", sum);
    }

    /** What it changes on an account, in the currency of the books: debits less credits. */
    public Amount on(AccountKey account) {
        Amount zero = Amount.zero(lines.get(0).amount().getCurrency());
        return lines.stream()
                .filter(line -> line.account().equals(account))
                .map(JournalLine::amount)
                .reduce(zero, Amount::add);
    }
}

package io.quittance.bank;

import io.quittance.ar.matching.BankTransaction;
import io.quittance.ar.reconciliation.Counterparty;
import io.quittance.ar.reconciliation.StatedAccount;
import io.quittance.core.error.InvalidArgumentException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * All that stands in a bank file, in its order. For files that fit in memory; others are read through a {@link BankFileSink}.
 *
 * @param statements one for each account and period
 * @param entries of all statements; the position says of which
 * @param findings what a person should know of
 */
public record BankFile(List<BankStatement> statements, List<BankEntry> entries, List<BankFinding> findings)
        implements Serializable {

    /** Copies the parts. */
    public BankFile {
        statements = List.copyOf(statements);
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    /** The entries of one of the statements. */
    public List<BankEntry> entries(BankStatement statement) {
        int number = statement.header().position().statement();
        return entries.stream()
                .filter(entry -> entry.position().statement() == number)
                .toList();
    }

    /**
     * A statement as the bank's side of a reconciliation with the ledger: the closing and opening balance, and all booked entries by their ids, those
     * of a batch that adds up by the ids of its details, each on the day on which it was booked. 100.00, then 30.00 that come as {@code B-1} and 5.00 that
     * leave as {@code B-2} are an opening of 100.00, lines of 30.00 and -5.00, and a balance of 125.00.
     *
     * @param statement one of {@link #statements()}
     * @param account its key in the reconciliation, such as {@code bank-1}; the number that the file has is masked
     * @throws IllegalArgumentException if no closing balance with a date is stated, or an amount is finer than the minor unit of its currency
     */
    public StatedAccount stated(BankStatement statement, String account) {
        BankBalance closing = statement.closing();
        LocalDate date = closing == null ? null : closing.date();
        if (closing == null || date == null) {
            throw new InvalidArgumentException(
                    "bank.closing", "statement", "must have a closing balance with a date", statement.header());
        }
        StatedAccount stated = StatedAccount.of(Counterparty.BANK, account, date, closing.amount())
                .with(entries(statement).stream()
                        .filter(entry -> entry.status() == EntryStatus.BOOKED)
                        .flatMap(entry -> entry.lines(date).stream())
                        .toList());
        BankBalance opening = statement.opening();
        return opening == null ? stated : stated.opening(opening.amount());
    }

    /** The money that arrived, of all entries. */
    public List<BankTransaction> transactions() {
        return entries.stream().flatMap(entry -> entry.transactions().stream()).toList();
    }

    /** What goes back, of all entries. */
    public List<ReturnedTransaction> returns() {
        return entries.stream().flatMap(entry -> entry.returns().stream()).toList();
    }
}

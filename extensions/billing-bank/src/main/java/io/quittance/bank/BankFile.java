package io.quittance.bank;

import io.quittance.ar.matching.BankTransaction;
import java.io.Serializable;
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

    /** The money that arrived, of all entries. */
    public List<BankTransaction> transactions() {
        return entries.stream().flatMap(entry -> entry.transactions().stream()).toList();
    }

    /** What goes back, of all entries. */
    public List<ReturnedTransaction> returns() {
        return entries.stream().flatMap(entry -> entry.returns().stream()).toList();
    }
}

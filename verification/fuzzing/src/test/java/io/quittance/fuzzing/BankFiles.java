package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.matching.BankTransaction;
import io.quittance.bank.BalanceProof;
import io.quittance.bank.BalanceProof.Outcome;
import io.quittance.bank.BankBalance;
import io.quittance.bank.BankEntry;
import io.quittance.bank.BankFile;
import io.quittance.bank.BankFileReader;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankStatement;
import io.quittance.bank.EntryStatus;
import io.quittance.core.money.Amount;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of a bank is read, the same way twice, with entries, findings and balances that account for it; or it is refused. */
final class BankFiles {
    private BankFiles() {}

    static void readOrRefuse(BankFileReader reader, byte[] bytes) {
        Refusals.read(() -> read(reader, bytes)).ifPresent(file -> {
            assertThat(read(reader, bytes)).isEqualTo(file);
            assertThat(file.statements().stream()
                            .mapToInt(BankStatement::entries)
                            .sum())
                    .isEqualTo(file.entries().size());
            assertThat(found(file.findings(), BankFinding.Code.NO_STATEMENT))
                    .isEqualTo(file.statements().isEmpty() ? 1 : 0);
            for (int i = 0; i < file.statements().size(); i++) {
                BankStatement statement = file.statements().get(i);
                assertThat(statement.header().position().statement()).isEqualTo(i + 1);
                accounts(file, statement);
            }
            file.entries().forEach(BankFiles::paysWhatItIs);
        });
    }

    /** What is read and what is not are all that was written, and the proof is what one makes of the entries. */
    private static void accounts(BankFile file, BankStatement statement) {
        List<BankEntry> entries = file.entries(statement);
        int number = statement.header().position().statement();
        List<BankFinding> findings = file.findings().stream()
                .filter(finding -> finding.position().statement() == number)
                .toList();
        assertThat(statement.entries()).isEqualTo(entries.size());
        assertThat(found(findings, BankFinding.Code.ENTRY_NOT_READ)).isEqualTo(statement.unread());
        assertThat(findings.stream()
                        .filter(finding -> finding.code() == BankFinding.Code.NOT_BOOKED)
                        .map(finding -> finding.position().entry()))
                .containsExactlyElementsOf(entries.stream()
                        .filter(entry -> entry.status() != EntryStatus.BOOKED)
                        .map(entry -> entry.position().entry())
                        .toList());
        List<Amount> signed = entries.stream()
                .filter(entry -> entry.status() == EntryStatus.BOOKED)
                .map(BankEntry::signed)
                .toList();
        boolean comparable = statement.unread() == 0 && inOneCurrency(signed);
        assertThat(statement.booked())
                .isEqualTo(comparable ? signed.stream().reduce(Amount::add).orElse(null) : null);
        BalanceProof proof = statement.proof();
        assertThat(proof).isEqualTo(proof(statement.opening(), signed, comparable, statement.closing()));
        assertThat(found(findings, BankFinding.Code.BALANCE_DIFFERS))
                .isEqualTo(proof.outcome() == Outcome.DIFFERENT ? 1 : 0);
        assertThat(found(findings, BankFinding.Code.BALANCE_NOT_COMPARABLE))
                .isEqualTo(proof.outcome() == Outcome.NOT_COMPARABLE ? 1 : 0);
    }

    private static BalanceProof proof(
            @Nullable BankBalance opening, List<Amount> entries, boolean comparable, @Nullable BankBalance closing) {
        if (opening == null || closing == null) {
            return new BalanceProof(Outcome.NOT_STATED, null);
        }
        List<Amount> all = Stream.concat(Stream.of(opening.amount(), closing.amount()), entries.stream())
                .toList();
        if (!comparable || !inOneCurrency(all)) {
            return new BalanceProof(Outcome.NOT_COMPARABLE, null);
        }
        Amount difference = closing.amount().subtract(entries.stream().reduce(opening.amount(), Amount::add));
        return difference.signum() == 0
                ? new BalanceProof(Outcome.PROVED, null)
                : new BalanceProof(Outcome.DIFFERENT, difference);
    }

    /** Money arrives once: as the entry, or as details that add up to it with what went back; and never of what is not booked or reversed. */
    private static void paysWhatItIs(BankEntry entry) {
        List<BankTransaction> transactions = entry.transactions();
        transactions.forEach(
                transaction -> assertThat(transaction.amount().signum()).isPositive());
        if (entry.status() != EntryStatus.BOOKED || entry.isReversal() || entry.date() == null) {
            assertThat(transactions).isEmpty();
        }
        if (entry.status() != EntryStatus.BOOKED) {
            assertThat(entry.returns()).isEmpty();
        }
        if (entry.details().size() == 1 || !entry.isAddingUp()) {
            assertThat(transactions.size()
                            + (entry.isReversal() ? 0 : entry.returns().size()))
                    .isLessThanOrEqualTo(1);
            assertThat(transactions)
                    .allSatisfy(transaction -> assertThat(transaction.amount()).isEqualTo(entry.amount()));
        } else {
            assertThat(transactions.stream().map(transaction -> transaction.id().value()))
                    .doesNotHaveDuplicates();
        }
    }

    private static boolean inOneCurrency(List<Amount> amounts) {
        return amounts.stream().map(Amount::getCurrency).distinct().count() <= 1;
    }

    private static int found(List<BankFinding> findings, BankFinding.Code code) {
        return (int) findings.stream().filter(finding -> finding.code() == code).count();
    }

    private static BankFile read(BankFileReader reader, byte[] bytes) {
        try {
            return reader.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

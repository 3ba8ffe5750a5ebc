package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bank.BankFile;
import io.quittance.bank.BankFileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A file of a bank is read, the same way twice and with every statement's balances proved or not, or it is refused. */
final class BankFiles {
    private BankFiles() {}

    static void readOrRefuse(BankFileReader reader, byte[] bytes) {
        Refusals.read(() -> read(reader, bytes)).ifPresent(file -> {
            assertThat(read(reader, bytes)).isEqualTo(file);
            file.statements().forEach(statement -> assertThat(statement.proof()).isNotNull());
            file.transactions()
                    .forEach(transaction -> assertThat(transaction.toString()).isNotEmpty());
            assertThat(file.toString()).isNotEmpty();
            assertThat(file.findings()).isNotNull();
            assertThat(file.returns()).isNotNull();
        });
    }

    private static BankFile read(BankFileReader reader, byte[] bytes) {
        try {
            return reader.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

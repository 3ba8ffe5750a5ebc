package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bank.BankFile;
import io.quittance.bank.BankFileReader;
import io.quittance.core.error.InvalidArgumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A file of a bank is read, the same way twice and with every statement's balances proved or not, or it is refused. */
final class BankFiles {
    private BankFiles() {}

    static void readOrRefuse(BankFileReader reader, byte[] bytes) {
        try {
            BankFile file = reader.read(new ByteArrayInputStream(bytes));
            assertThat(reader.read(new ByteArrayInputStream(bytes))).isEqualTo(file);
            file.statements().forEach(statement -> assertThat(statement.proof()).isNotNull());
            file.transactions()
                    .forEach(transaction -> assertThat(transaction.toString()).isNotEmpty());
            assertThat(file.toString()).isNotEmpty();
            assertThat(file.findings()).isNotNull();
            assertThat(file.returns()).isNotNull();
        } catch (InvalidArgumentException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

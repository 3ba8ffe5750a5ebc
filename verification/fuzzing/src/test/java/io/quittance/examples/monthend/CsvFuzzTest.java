package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.json.ContractTermsJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The files of the month end: every row is accepted or rejected with a reason, and both add up; or the file is refused. */
class CsvFuzzTest {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2014-01-01", "2014-02-01");
    private static final byte[] CUSTOMERS = "customerID\n1\n2\n".getBytes(StandardCharsets.UTF_8);
    private static final ContractTerms TERMS = ContractTermsJson.standard()
            .read(Source.of(null, "contract-terms.json").text());

    @FuzzTest(maxDuration = "10m")
    void isReadOrRefused(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzz", ".csv");
        Path customers = Files.createTempFile("customers", ".csv");
        try {
            Files.write(file, bytes);
            Files.write(customers, CUSTOMERS);
            addsUp(() ->
                    ReceivablesFile.read(Source.of(file, ""), Source.of(customers, ""), TERMS.currency(), List.of()));
            addsUp(() -> TelephoneFile.read(Source.of(file, ""), TERMS, JANUARY));
        } finally {
            Files.delete(file);
            Files.delete(customers);
        }
    }

    private static void addsUp(Supplier<Reading<?>> read) {
        Reading<?> reading;
        try {
            reading = read.get();
        } catch (UnusableInputException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
            return;
        }
        assertThat(reading.isBalanced()).isTrue();
    }
}

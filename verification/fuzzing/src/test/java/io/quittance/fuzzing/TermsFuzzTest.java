package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.json.ContractJson;
import io.quittance.json.ContractTermsJson;
import java.nio.charset.StandardCharsets;

/** Terms and contracts: what is read is written as a document that reads as the same terms. */
class TermsFuzzTest {
    private static final ContractTermsJson TERMS = ContractTermsJson.standard();
    private static final ContractJson CONTRACTS = ContractJson.standard();

    @FuzzTest(maxDuration = "10m")
    void areReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Refusals.read(() -> TERMS.read(text)).ifPresent(terms -> {
            String written = TERMS.write(terms);
            assertThat(TERMS.read(written)).isEqualTo(terms);
            assertThat(TERMS.write(TERMS.read(written))).isEqualTo(written);
        });
        Refusals.read(() -> CONTRACTS.readHistory(text)).ifPresent(history -> {
            String written = CONTRACTS.write(history);
            assertThat(CONTRACTS.readHistory(written)).isEqualTo(history);
        });
    }
}

package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.json.ContractJson;
import io.quittance.json.ContractTermsJson;
import io.quittance.json.InvalidDocumentException;
import java.nio.charset.StandardCharsets;

/** Terms and contracts: what is read is written as a document that reads as the same terms. */
class TermsFuzzTest {
    private static final ContractTermsJson TERMS = ContractTermsJson.standard();
    private static final ContractJson CONTRACTS = ContractJson.standard();

    @FuzzTest(maxDuration = "10m")
    void areReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            ContractTerms terms = TERMS.read(text);
            String written = TERMS.write(terms);
            assertThat(TERMS.read(written)).isEqualTo(terms);
            assertThat(TERMS.write(TERMS.read(written))).isEqualTo(written);
        } catch (InvalidDocumentException refused) {
            assertThat(refused.errors()).isNotEmpty();
        }
        try {
            ContractHistory history = CONTRACTS.readHistory(text);
            String written = CONTRACTS.write(history);
            assertThat(CONTRACTS.readHistory(written)).isEqualTo(history);
        } catch (InvalidDocumentException refused) {
            assertThat(refused.errors()).isNotEmpty();
        }
    }
}

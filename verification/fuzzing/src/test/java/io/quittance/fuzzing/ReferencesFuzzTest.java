package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.ar.payment.Payer;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.id.StructuredReference.Scheme;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Creditor references of payments, and the accounts of payers. */
class ReferencesFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void areReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (Scheme scheme : Scheme.values()) {
            Refusals.read(() -> StructuredReference.parse(scheme, text)).ifPresent(reference -> {
                assertThat(StructuredReference.parse(scheme, reference.value())).isEqualTo(reference);
                assertThat(StructuredReference.parse(scheme, reference.written()))
                        .isEqualTo(reference);
            });
        }
        recognised(text)
                .ifPresent(
                        reference -> assertThat(recognised(reference.written())).contains(reference));
        try {
            assertThat(Payer.ofAccount(text).toString()).isNotEmpty();
        } catch (InvalidArgumentException refused) {
            // an account is never shown, not even where it is refused
            assertThat(text.length() < 8 || !refused.toString().contains(text)).isTrue();
        }
    }

    private static Optional<StructuredReference> recognised(String text) {
        return StructuredReference.recognise(text);
    }
}

package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.PerUnit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Numbers as text: what is read is the number that it says, and nothing else is read. */
class NumbersFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void areReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Amount amount = Amount.of(text, "EUR");
            assertThat(amount.toBigDecimal()).isEqualByComparingTo(new BigDecimal(text));
            assertThat(text).matches("[+-]?[0-9]*\\.?[0-9]*([eE][+-]?[0-9]+)?");
            assertThat(Amount.of(amount.toBigDecimal().toPlainString(), "EUR")).isEqualTo(amount);
        } catch (InvalidArgumentException refused) {
            assertThat(isPlain(text)).as(text).isFalse();
        }
        try {
            assertThat(PerUnit.of(text).unitPrice()).isEqualByComparingTo(new BigDecimal(text));
        } catch (InvalidArgumentException refused) {
            assertThat(isPlain(text) && new BigDecimal(text).signum() >= 0)
                    .as(text)
                    .isFalse();
        }
    }

    /** A number that nobody could refuse. */
    private static boolean isPlain(String text) {
        return text.matches("-?[0-9]{1,20}(\\.[0-9]{1,18})?");
    }
}

package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.PerUnit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Numbers as text: what is read is the number that it says, and nothing else is read. */
class NumbersFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void areReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<Amount> read = Refusals.read(() -> Amount.of(text, "EUR"));
        read.ifPresent(amount -> {
            assertThat(amount.toBigDecimal()).isEqualByComparingTo(new BigDecimal(text));
            assertThat(text).matches("[+-]?[0-9]*\\.?[0-9]*([eE][+-]?[0-9]+)?");
            assertThat(Amount.of(amount.toBigDecimal().toPlainString(), "EUR")).isEqualTo(amount);
        });
        assertThat(read.isPresent() || !isPlain(text)).as(text).isTrue();
        Optional<BigDecimal> price = Refusals.read(() -> PerUnit.of(text)).map(PerUnit::unitPrice);
        price.ifPresent(each -> assertThat(each).isEqualByComparingTo(new BigDecimal(text)));
        assertThat(price.isPresent() || !isPlain(text) || new BigDecimal(text).signum() < 0)
                .as(text)
                .isTrue();
    }

    /** A number that nobody could refuse. */
    private static boolean isPlain(String text) {
        return text.matches("-?[0-9]{1,20}(\\.[0-9]{1,18})?");
    }
}

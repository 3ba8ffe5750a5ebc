package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/** Usage as text, {@code key quantity time}: what is read has a day and a number, and is read again from what it says. */
class UsageFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void isReadOrRefused(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 3);
        if (parts.length < 3) {
            return;
        }
        Refusals.read(() -> UsageEvent.of(parts[0], "ACME", "calls", parts[1], parts[2]))
                .ifPresent(event -> {
                    assertThat(event.key()).isEqualTo(parts[0]);
                    assertThat(event.quantity()).isEqualByComparingTo(new BigDecimal(parts[1]));
                    assertThat(event.quantity().toPlainString().length()).isLessThanOrEqualTo(60);
                    assertThat(event.time()).isEqualTo(Instant.parse(parts[2]));
                    assertThat(event.time().atOffset(ZoneOffset.UTC).getYear()).isBetween(1, 9999);
                    assertThat(UsageEvent.of(
                                    event.key(),
                                    "ACME",
                                    "calls",
                                    event.quantity().toPlainString(),
                                    event.time().toString()))
                            .isEqualTo(event);
                });
    }
}

package io.quittance.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageEventTest {
    private static final UsageEvent CALL =
            UsageEvent.of("e-1", "ACME", "calls", "3", "2026-01-15T10:00:00Z").with("region", "eu");

    /** In each row one thing is another. */
    @ParameterizedTest
    @CsvSource({
        "e-2, ACME, calls, 3, 2026-01-15T10:00:00Z, eu",
        "e-1, BETA, calls, 3, 2026-01-15T10:00:00Z, eu",
        "e-1, ACME, sms, 3, 2026-01-15T10:00:00Z, eu",
        "e-1, ACME, calls, 3.01, 2026-01-15T10:00:00Z, eu",
        "e-1, ACME, calls, 3, 2026-01-15T10:00:01Z, eu",
        "e-1, ACME, calls, 3, 2026-01-15T10:00:00Z, us"
    })
    void eventsDifferByEachOfTheirParts(
            String key, String customer, String meter, String quantity, String time, String region) {
        assertThat(UsageEvent.of(key, customer, meter, quantity, time).with("region", region))
                .isNotEqualTo(CALL);
    }

    @Test
    void theSameEventIsEqualHoweverItsNumberIsWritten() {
        assertThat(UsageEvent.of("e-1", "ACME", "calls", "3.00", "2026-01-15T10:00:00Z")
                        .with("region", "eu"))
                .isEqualTo(CALL)
                .hasSameHashCodeAs(CALL);
        assertThat(CALL).hasToString("e-1: 3 on calls at 2026-01-15T10:00:00Z").isNotEqualTo(CALL.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"})
    void happensInTheYears1To9999(String time) {
        assertThat(Events.event("e-1", "1", time).time()).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z", "+100000-12-31T00:00:00Z"})
    void happensInNoOtherYear(String time) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Events.event("e-1", "1", time))
                .satisfies(refused -> {
                    assertThat(refused.argument()).isEqualTo("time");
                    assertThat(refused.rule()).isEqualTo("must lie in the years 1 to 9999");
                    assertThat(refused.value()).contains(time);
                })
                .withMessage("time must lie in the years 1 to 9999, but was " + time);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> UsageEvent.of(
                        "e-1", CustomerId.of("ACME"), MeterId.of("calls"), BigDecimal.ONE, Instant.parse(time)))
                .withMessage("time must lie in the years 1 to 9999, but was " + time);
    }
}

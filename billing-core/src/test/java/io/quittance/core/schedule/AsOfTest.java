package io.quittance.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfTest {

    /** Both ends belong: the last day as a whole, and the instant itself. */
    @ParameterizedTest(name = "effective {0}, recorded {1}: {2}")
    @CsvSource({
        "2026-03-31, 2026-04-01T00:00:00Z, true",
        "2026-03-31, 2026-04-01T00:00:00.000000001Z, false",
        "2026-04-01, 2026-03-01T00:00:00Z, false",
        "2026-01-01, 2026-03-01T00:00:00Z, true"
    })
    void includesWhatHadHappenedAndWasKnown(LocalDate effective, Instant recorded, boolean included) {
        assertThat(AsOf.of("2026-03-31", "2026-04-01T00:00:00Z").includes(effective, recorded))
                .isEqualTo(included);
    }

    @Test
    void knowsAllThatWasEverRecordedUnlessToldOtherwise() {
        AsOf endOfMarch = AsOf.endOf("2026-03-31");
        assertThat(endOfMarch.includes(LocalDate.of(2026, 3, 31), Instant.MAX)).isTrue();
        assertThat(endOfMarch).hasToString("2026-03-31");
        assertThat(AsOf.of("2026-03-31", "2026-04-01T00:00:00Z"))
                .hasToString("2026-03-31, known at 2026-04-01T00:00:00Z");
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AsOf.of("2026-03-31", "yesterday"))
                .withMessage("knownAt must be an ISO instant such as 2026-04-01T00:00:00Z, but was yesterday");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AsOf.endOf("31.3.2026"))
                .withMessage("date must be an ISO date such as 2026-03-31, but was 31.3.2026");
    }
}

package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PublishedIndexTest {
    private static final YearMonth OCTOBER = YearMonth.parse("2025-10");
    private static final PublishedIndex INDEX = PublishedIndex.builder()
            .value("HICP", "2025-11", "128.10")
            .value("CPI-U", "2025-10", "100.0")
            .build();

    @Test
    void tellsWhatIsPublished() {
        assertThat(INDEX.value("CPI-U", OCTOBER)).contains(new BigDecimal("100"));
        assertThat(INDEX.value("HICP", OCTOBER.plusMonths(1))).contains(new BigDecimal("128.1"));
        assertThat(INDEX.value("HICP", OCTOBER)).isEmpty();
        assertThat(INDEX.value("cpi-u", OCTOBER)).isEmpty();
        assertThat(PublishedIndex.none().value("CPI-U", OCTOBER)).isEmpty();
    }

    @Test
    void isAddedToWithoutChanging() {
        PublishedIndex.Builder more = INDEX.toBuilder().value("CPI-U", "2025-11", "101");
        PublishedIndex before = more.build();
        more.value("CPI-U", "2025-12", "102");
        assertThat(before.value("CPI-U", YearMonth.parse("2025-12"))).isEmpty();
        assertThat(INDEX.value("CPI-U", YearMonth.parse("2025-11"))).isEmpty();
        assertThat(before).hasToString("CPI-U up to 2025-11, HICP up to 2025-11");
    }

    @Test
    void refusesWhatNoIndexSays() {
        PublishedIndex.Builder builder = INDEX.toBuilder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.value("CPI-U", "2025-10", "101"))
                .withMessage("month must have one value of CPI-U, but was 2025-10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.value("CPI-U", "2025-11", "0"))
                .withMessage("value must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.value("CPI-U", "2025-13", "1"))
                .withMessage("month must be an ISO month such as 2026-03, but was 2025-13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.value("", "2025-11", "1"))
                .withMessageStartingWith("index must have 1 to 200 characters");
        assertThat(builder.build()).isEqualTo(INDEX);
    }

    @Test
    void isBounded() {
        PublishedIndex.Builder builder = PublishedIndex.builder();
        YearMonth month = YearMonth.of(1, 1);
        for (int i = 0; i < 100_000; i++) {
            builder.value("I" + i % 2, month.plusMonths(i / 2), BigDecimal.ONE);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.value("I3", "2025-11", "1"))
                .withMessage("values must be at most 100000, but was 100001");
    }

    @Test
    void isAValue() throws Exception {
        assertThat(SerialStreams.copy(INDEX)).isEqualTo(INDEX).hasSameHashCodeAs(INDEX);
        assertThat(INDEX).isNotEqualTo(PublishedIndex.none()).hasToString("CPI-U up to 2025-10, HICP up to 2025-11");
    }
}

package io.quittance.ar.interest;

import static io.quittance.ar.Samples.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2011/7/EU, Article 2(6) and 3(4): 8 points above the ECB's rate of the first day of the half-year. */
class RateTableTest {
    private static final RateTable EU = RateTable.from("2024-07-01", "4.25")
            .then("2025-01-01", "3.15")
            .then("2025-07-01", "2.15")
            .plus("8");

    @ParameterizedTest(name = "{0}: {1}%")
    @CsvSource({
        "2024-07-01, 12.25",
        "2024-12-31, 12.25",
        "2025-01-01, 11.15",
        "2025-06-30, 11.15",
        "2025-07-01, 10.15",
        "9999-12-31, 10.15"
    })
    void hasTheRateOfTheDay(String day, String percent) {
        assertThat(EU.percentOn(LocalDate.parse(day))).isEqualByComparingTo(percent);
    }

    @Test
    void holdsTheRateOfADayForAll() {
        RateTable held = EU.heldFrom(LocalDate.parse("2025-03-01"));
        assertThat(held).isEqualTo(RateTable.constant("11.15"));
        assertThat(held.percentOn(LocalDate.parse("2026-01-01"))).isEqualByComparingTo("11.15");
    }

    /** The German base rate was −0.88 % until 2022; with 9 points 8.12 %. */
    @Test
    void takesANegativeBaseRate() {
        var row = new RateTable.Row(LocalDate.parse("2016-07-01"), new BigDecimal("-0.88"));
        assertThat(RateTable.of(List.of(row), new BigDecimal("9")).percentOn(LocalDate.parse("2020-01-01")))
                .isEqualByComparingTo("8.12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateTable.of(List.of(row), BigDecimal.ZERO))
                .withMessage("percent with its points must not be negative, but was -0.88 from 2016-07-01");
    }

    @Test
    void refusesRowsThatDoNotRise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EU.then("2025-07-01", "2"))
                .withMessage("from must be later than that of the row before, but was 2025-07-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateTable.of(List.of(), BigDecimal.ZERO))
                .withMessage("rows must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EU.percentOn(LocalDate.parse("2024-06-30")))
                .withMessage("day must not be before the first rate, of 2024-07-01, but was 2024-06-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EU.plus("-11"))
                .withMessage("percent with its points must not be negative, but was -0.85 from 2025-07-01");
    }

    @Test
    void isAValue() throws Exception {
        assertThat(copy(EU)).isEqualTo(EU).hasSameHashCodeAs(EU);
        assertThat(EU.plus("0.0")).isEqualTo(EU);
        assertThat(EU.plus("1")).isNotEqualTo(EU);
        assertThat(EU.rows()).hasSize(3);
        assertThat(EU.points()).isEqualByComparingTo("8");
        assertThat(EU).hasToString("4.25% from 2024-07-01, 3.15% from 2025-01-01, 2.15% from 2025-07-01, and 8 points");
        assertThat(RateTable.from("2025-01-01", "8.50")).hasToString("8.5% from 2025-01-01");
    }
}

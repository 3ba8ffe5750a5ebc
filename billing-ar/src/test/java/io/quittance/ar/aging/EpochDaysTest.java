package io.quittance.ar.aging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EpochDaysTest {
    /** 29 February and both edges of the table are among them. */
    @Test
    void agreesWithTheCalendar() {
        var days = new EpochDays(LocalDate.parse("2026-04-30"));
        for (LocalDate date = LocalDate.parse("1975-01-01"); date.getYear() < 2078; date = date.plusDays(1)) {
            assertThat(days.of(date)).isEqualTo(date.toEpochDay());
        }
        for (LocalDate date : new LocalDate[] {LocalDate.parse("0001-01-01"), LocalDate.parse("9999-12-31")}) {
            assertThat(days.of(date)).isEqualTo(date.toEpochDay());
            assertThat(new EpochDays(date).of(date)).isEqualTo(date.toEpochDay());
        }
    }
}

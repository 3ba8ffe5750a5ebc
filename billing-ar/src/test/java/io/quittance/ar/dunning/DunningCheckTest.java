package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.copy;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates by which a level is allowed (metasfresh, DefaultDunningCandidateProducerTest; idempiere, DunningRunTest). */
class DunningCheckTest {
    private static DunningLevel level(int days, int distance) {
        return DunningLevel.of("letter", days, distance, ContactKind.LETTER);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Delinquency lateness(String due, String on) {
        return Delinquency.of(LocalDate.parse(due), LocalDate.parse(on));
    }

    @ParameterizedTest(name = "grace until {0}")
    @CsvSource(
            value = {"null, true", "2013-01-31, true", "2013-02-01, false", "2013-02-02, false"},
            nullValues = "null")
    void aGraceHasEndedBeforeTheDay(@Nullable String graceUntil, boolean allowed) {
        var check = new DunningCheck(lateness("2013-01-10", "2013-02-01"), date(graceUntil), null);
        assertThat(check.hold(level(10, 1)).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "on {0}, after 2013-02-01, 10 days apart")
    @CsvSource({"2013-02-05, false", "2013-02-10, false", "2013-02-11, true", "2013-02-20, true"})
    void theDistanceIsInclusive(String on, boolean allowed) {
        var check = new DunningCheck(lateness("2013-01-10", on), null, date("2013-02-01"));
        assertThat(check.hold(level(20, 10)).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "due {0}, on {1}, from day {2}")
    @CsvSource({
        "2026-01-31, 2026-01-31, 10, false",
        "2026-01-31, 2026-02-09, 10, false",
        "2026-01-31, 2026-02-10, 10, true",
        "2026-01-31, 2026-01-31, 0, true",
        "2026-01-31, 2026-01-30, 0, false"
    })
    void theDaysAreInclusive(String due, String on, int days, boolean allowed) {
        assertThat(DunningCheck.of(lateness(due, on)).hold(level(days, 1)).isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void saysWhy() throws Exception {
        LocalDate due = LocalDate.parse("2026-01-31");
        var paused = new Delinquency(
                due, due.plusDays(15), 3, List.of(new ServicePeriod(due.plusDays(2), due.plusDays(12))));
        assertThat(DunningCheck.of(paused).hold(level(14, 1)))
                .hasToString(
                        "Optional[NOT_DUE: 15 days past due 2026-01-31 on 2026-02-15, 10 of them paused; letter asks for 14]");
        var inGrace = new Delinquency(due, due.plusDays(3), 3, List.of());
        assertThat(DunningCheck.of(inGrace).hold(level(1, 1)))
                .hasToString("Optional[GRACE: 3 days late on 2026-02-03, of 3 of grace]");
        var recent = new DunningCheck(lateness("2026-01-31", "2026-02-15"), null, date("2026-02-14"));
        assertThat(recent.hold(level(1, 7))).hasToString("Optional[MINIMUM_DISTANCE: 1 days since 2026-02-14, of 7]");
        assertThat(copy(recent)).isEqualTo(recent);
    }
}

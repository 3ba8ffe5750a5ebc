package io.quittance.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalDaysTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant START = Instant.parse("2024-07-15T12:30:00Z");

    /** 15 July 21:30 to 16 July 17:15 in Tokyo. */
    @Test
    void countsDatesNotHours() {
        Instant end = Instant.parse("2024-07-16T08:15:00Z");
        assertThat(LocalDays.between(START, end, TOKYO)).isOne();
        assertThat(LocalDays.between(START, START, TOKYO)).isZero();
        assertThat(LocalDays.started(START, end, TOKYO)).isOne();
        assertThat(LocalDays.started(START, START.plusSeconds(86_400), TOKYO)).isEqualTo(2);
    }

    /** Kill Bill freezes the offset; the rules of the zone say 30 November. */
    @Test
    void asksTheRulesOfTheZone() {
        assertThat(LocalDays.dateOf(Instant.parse("2015-12-01T08:01:01Z"), ZoneId.of("America/Juneau")))
                .isEqualTo("2015-11-30");
    }

    /** At 00:01 on 29 October 2006, 02:31 UTC, clocks in St. John's went back to 23:01 on the 28th. */
    @Test
    void countsNoDayBackWhereClocksGoBackOverMidnight() {
        ZoneId stJohns = ZoneId.of("America/St_Johns");
        Instant midnight = Instant.parse("2006-10-29T02:30:00Z");
        Instant back = Instant.parse("2006-10-29T02:31:00Z");
        assertThat(LocalDays.dateOf(back, stJohns)).isEqualTo("2006-10-28");
        assertThat(LocalDays.between(midnight, back, stJohns)).isZero();
        assertThat(LocalDays.between(midnight.minusSeconds(1), back, stJohns)).isOne();
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalDays.between(START, START.minusNanos(1), TOKYO))
                .withMessageStartingWith("end must not be before 2024-07-15T12:30:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalDays.started(START, START.minusNanos(1), TOKYO))
                .withMessageStartingWith("end must not be before 2024-07-15T12:30:00Z");
    }
}

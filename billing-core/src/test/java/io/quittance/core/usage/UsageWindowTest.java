package io.quittance.core.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageWindowTest {

    /**
     * In St. John's clocks went back from 00:01 on 29 October 2006, 02:31 UTC, to 23:01: the 29th began at 02:30 UTC. In
     * Apia the whole of 4 July 1892 occurred twice, and 30 December 2011 not at all; in Beirut 26 March 2023 began at 01:00.
     */
    @ParameterizedTest
    @CsvSource({
        "America/St_Johns, 2006-10-29T02:29:59Z, 2006-10-28",
        "America/St_Johns, 2006-10-29T02:30:00Z, 2006-10-29",
        "America/St_Johns, 2006-10-29T02:31:00Z, 2006-10-29",
        "America/St_Johns, 2006-10-29T03:29:59Z, 2006-10-29",
        "America/St_Johns, 2006-10-29T03:30:00Z, 2006-10-29",
        "America/St_Johns, 2006-10-30T03:29:59Z, 2006-10-29",
        "America/St_Johns, 2006-10-30T03:30:00Z, 2006-10-30",
        "Pacific/Apia, 1892-07-05T00:00:00Z, 1892-07-04",
        "Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29",
        "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31",
        "Asia/Beirut, 2023-03-25T21:59:59Z, 2023-03-25",
        "Asia/Beirut, 2023-03-25T22:00:00Z, 2023-03-26",
        "Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-25"
    })
    void anInstantBelongsToTheLastDayThatHasBegun(String zone, Instant instant, LocalDate day) {
        var window = new UsageWindow(ServicePeriod.of("1800-01-01", "2100-01-01"), ZoneId.of(zone));
        assertThat(window.dayOf(instant)).isEqualTo(day);
    }

    /** 1 June 2026 began at 22:00 UTC of the day before in Berlin, and July did at 22:00 UTC of 30 June. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-31T21:59:59.999999999Z, false",
        "2026-05-31T22:00:00Z, true",
        "2026-06-15T12:00:00Z, true",
        "2026-06-30T21:59:59.999999999Z, true",
        "2026-06-30T22:00:00Z, false",
        "2027-06-15T12:00:00Z, false"
    })
    void containsItsStartAndNotItsEnd(Instant instant, boolean contained) {
        UsageWindow june = Events.window("2026-06-01", "2026-07-01", "Europe/Berlin");
        assertThat(june.contains(instant)).isEqualTo(contained);
    }

    /** What a window contains falls on one of its days, in every zone and around every change of clocks. */
    @Property(tries = 3_000)
    void whatAWindowContainsFallsOnOneOfItsDays(
            @ForAll("windows") UsageWindow window, @ForAll @LongRange(min = 0, max = 1_000_000) long millionths) {
        long length = window.end().getEpochSecond() - window.start().getEpochSecond();
        Instant instant = window.start().plusSeconds(length * millionths / 1_000_001);
        if (length > 0) { // a day that was skipped has no instant
            assertThat(window.contains(instant)).isTrue();
            assertThat(window.period().contains(window.dayOf(instant)))
                    .as("%s on %s in %s", instant, window.dayOf(instant), window)
                    .isTrue();
        }
    }

    /** The day has begun, and the next one has not. */
    @Property(tries = 3_000)
    void theDayHasBegunAndTheNextHasNot(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 0) int which,
            @ForAll @IntRange(min = -90_000, max = 90_000) int seconds) {
        Instant instant = change(zone, which).plusSeconds(seconds);
        LocalDate day = new UsageWindow(ServicePeriod.of("2000-01-01", "2000-01-02"), zone).dayOf(instant);
        assertThat(day.atStartOfDay(zone).toInstant()).isBeforeOrEqualTo(instant);
        assertThat(day.plusDays(1).atStartOfDay(zone).toInstant()).isAfter(instant);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
    }

    /** One to three days, most of them around a change of clocks. */
    @Provide
    Arbitrary<UsageWindow> windows() {
        return Combinators.combine(
                        zones(),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.longs().between(-2, 1),
                        Arbitraries.longs().between(1, 3))
                .as((zone, which, before, days) -> {
                    LocalDate start = change(zone, which)
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .plusDays(before);
                    return new UsageWindow(new ServicePeriod(start, start.plusDays(days)), zone);
                });
    }

    /** One of the changes of clocks in a zone; a fixed day where they never change. */
    private static Instant change(ZoneId zone, int which) {
        List<ZoneOffsetTransition> changes = zone.getRules().getTransitions();
        return changes.isEmpty()
                ? Instant.parse("2026-01-01T00:00:00Z")
                : changes.get(which % changes.size()).getInstant();
    }
}

package io.quittance.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import io.quittance.core.internal.SerialStreams;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneHistoryTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneHistory MOVED = ZoneHistory.of("Europe/Berlin").changing("2026-03-01", "America/New_York");

    /** 1 March begins in Berlin, at 23:00 UTC of the day before, and ends in New York, at 05:00 UTC. */
    @Test
    void theDayOfAChangeIsLongerOrShorter() {
        assertThat(MOVED.startOf(LocalDate.parse("2026-02-28"))).isEqualTo("2026-02-27T23:00:00Z");
        assertThat(MOVED.startOf(LocalDate.parse("2026-03-01"))).isEqualTo("2026-02-28T23:00:00Z");
        assertThat(MOVED.startOf(LocalDate.parse("2026-03-02"))).isEqualTo("2026-03-02T05:00:00Z");
        assertThat(MOVED.dayOf(Instant.parse("2026-03-02T04:59:59Z"))).isEqualTo("2026-03-01");
        assertThat(MOVED.dayOf(Instant.parse("2026-03-02T05:00:00Z"))).isEqualTo("2026-03-02");
        assertThat(MOVED.dayOf(Instant.parse("2026-02-28T23:00:00Z"))).isEqualTo("2026-03-01");
        assertThat(MOVED.zoneOn(LocalDate.parse("2026-02-28"))).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(MOVED.zoneOn(LocalDate.parse("2026-03-01"))).isEqualTo(ZoneId.of("America/New_York"));
    }

    /** At 04:59 UTC on 2 March it is still the day on which New York took over; the clocks before it are those of Berlin. */
    @Test
    void clocksAreReadInTheZoneOfTheirDay() {
        assertThat(MOVED.zoneOf(Instant.parse("2026-02-28T22:59:59Z"))).isEqualTo(BERLIN);
        assertThat(MOVED.zoneOf(Instant.parse("2026-02-28T23:00:00Z"))).isEqualTo(NEW_YORK);
        assertThat(ZoneHistory.of(BERLIN).zoneOf(Instant.parse("2026-03-02T04:59:59Z")))
                .isEqualTo(BERLIN);
    }

    /** From -11:00 to +14:00 the day of the change has no time: its end would come an hour before its start. */
    @Test
    void aDayMayHaveNoTime() {
        ZoneHistory east = ZoneHistory.of("Pacific/Pago_Pago").changing("2026-03-01", "Pacific/Kiritimati");
        Instant start = Instant.parse("2026-03-01T11:00:00Z");
        assertThat(east.startOf(LocalDate.parse("2026-03-01"))).isEqualTo(start);
        assertThat(east.startOf(LocalDate.parse("2026-03-02"))).isEqualTo(start);
        assertThat(east.dayOf(start)).isEqualTo("2026-03-02");
        assertThat(east.dayOf(start.minusNanos(1))).isEqualTo("2026-02-28");
    }

    /** By turns Berlin and New York: 2 January begins in Berlin, at 23:00 UTC, and 3 January in New York, at 05:00 UTC. */
    @Test
    void mayChangeEachDayForManyYears() throws Exception {
        LocalDate day = LocalDate.parse("2026-01-01");
        ZoneHistory zones = ZoneHistory.of("UTC");
        for (int i = 0; i < 10_000; i++) {
            zones = zones.changing(day.plusDays(i), i % 2 == 0 ? BERLIN : NEW_YORK);
        }
        ZoneHistory many = zones;
        assertThat(many.startOf(LocalDate.parse("2026-01-02"))).isEqualTo("2026-01-01T23:00:00Z");
        assertThat(many.startOf(LocalDate.parse("2026-01-03"))).isEqualTo("2026-01-03T05:00:00Z");
        assertThat(many.startOf(day.plusDays(20_000)))
                .isEqualTo(ZoneHistory.of(NEW_YORK).startOf(day.plusDays(20_000)));
        assertThat(SerialStreams.copy(many)).isEqualTo(many);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> many.changing(day.plusDays(10_000), BERLIN))
                .withMessage("changes must be at most 10000, but was 10001");
    }

    @Test
    void answersToTheLastDayAndRefusesBeyondByName() {
        ZoneHistory utc = ZoneHistory.of("UTC");
        assertThat(utc.dayOf(Instant.parse("9999-12-31T12:00:00Z"))).isEqualTo("9999-12-31");
        assertThat(utc.dayOf(Instant.parse("0001-01-01T00:00:00Z"))).isEqualTo("0001-01-01");
        for (Instant beyond : new Instant[] {
            Instant.MIN, Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"), Instant.parse("0000-12-31T23:59:59Z")
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> utc.dayOf(beyond))
                    .withMessageStartingWith("instant must lie in the years 1 to 9999");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> utc.zoneOn(LocalDate.MAX))
                .withMessageStartingWith("day must lie in the years 1 to 9999");
    }

    /** What was billed before a change is not recomputed. */
    @Test
    void aChangeLeavesThePastAsItWas() {
        ZoneHistory before = ZoneHistory.of("Europe/Berlin");
        LocalDate day = LocalDate.parse("2026-03-01");
        for (int i = 0; i < 800; i++) {
            assertThat(MOVED.startOf(day.minusDays(i))).isEqualTo(before.startOf(day.minusDays(i)));
        }
    }

    /** 30 December 2011 does not exist in Apia; days begin at one o'clock where clocks are set forward at midnight. */
    @Test
    void knowsDaysThatDoNotExistOrBeginAtOne() {
        ZoneHistory apia = ZoneHistory.of("Pacific/Apia");
        assertThat(apia.startOf(LocalDate.parse("2011-12-30"))).isEqualTo(apia.startOf(LocalDate.parse("2011-12-31")));
        assertThat(apia.dayOf(Instant.parse("2011-12-30T10:00:00Z"))).isEqualTo("2011-12-31");
        assertThat(apia.dayOf(Instant.parse("2011-12-30T09:59:59Z"))).isEqualTo("2011-12-29");
        ZoneHistory beirut = ZoneHistory.of("Asia/Beirut");
        assertThat(beirut.startOf(LocalDate.parse("2022-03-27"))).isEqualTo("2022-03-26T22:00:00Z");
        assertThat(beirut.dayOf(Instant.parse("2022-03-26T22:00:00Z"))).isEqualTo("2022-03-27");
    }

    @Test
    void refusesChangesOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MOVED.changing("2026-03-01", "UTC"))
                .withMessage("from must be after the last change on 2026-03-01, but was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZoneHistory.of("Berlin"))
                .withMessageStartingWith("zone must be a time zone id such as Europe/Berlin");
    }

    @Test
    void isAValue() throws Exception {
        assertThat(SerialStreams.copy(MOVED)).isEqualTo(MOVED).hasSameHashCodeAs(MOVED);
        assertThat(MOVED)
                .isNotEqualTo(ZoneHistory.of("Europe/Berlin"))
                .isNotEqualTo(ZoneHistory.of("Europe/Rome").changing("2026-03-01", "America/New_York"))
                .isNotEqualTo("Europe/Berlin, from 2026-03-01 America/New_York")
                .hasToString("Europe/Berlin, from 2026-03-01 America/New_York");
        assertThat(MOVED.first()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(MOVED.changes()).hasSize(1);
    }

    /** In every zone of the JDK the months of 400 years meet, never go back, and begin on the day they are named by. */
    @Test
    void monthsMeetInEveryZoneForFourHundredYears() {
        Schedule monthly = Schedule.every(Period.ofMonths(1), LocalDate.of(1850, 1, 31));
        var boundaries = new LocalDate[4_801];
        for (int k = 0; k < boundaries.length; k++) {
            boundaries[k] = monthly.boundary(k);
        }
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneHistory zone = ZoneHistory.of(ZoneId.of(id));
            Instant before = Instant.MIN;
            for (LocalDate boundary : boundaries) {
                Instant start = zone.startOf(boundary);
                if (!start.isAfter(before)) {
                    fail("%s: %s does not begin after the month before", id, boundary);
                }
                before = start;
            }
        }
    }

    /** Each instant belongs to the one day that has begun and whose next has not. */
    @Property
    void everyInstantBelongsToOneDay(
            @ForAll("histories") ZoneHistory zone,
            @ForAll @LongRange(min = -5_000_000_000L, max = 10_000_000_000L) long second) {
        Instant instant = Instant.ofEpochSecond(second);
        LocalDate day = zone.dayOf(instant);
        assertThat(zone.startOf(day)).isBeforeOrEqualTo(instant);
        assertThat(zone.startOf(day.plusDays(1))).isAfter(instant);
    }

    /** The same around every change of the clocks in a zone and its day before and after. */
    @ParameterizedTest
    @ValueSource(strings = {"America/St_Johns", "Pacific/Apia", "Asia/Beirut", "America/Scoresbysund", "Africa/Cairo"})
    void everyInstantAroundAChangeOfClocksBelongsToOneDay(String id) {
        ZoneId zone = ZoneId.of(id);
        for (var change : zone.getRules().getTransitions()) {
            for (int minutes = -1_500; minutes <= 1_500; minutes += 20) {
                everyInstantBelongsToOneDay(
                        ZoneHistory.of(zone), change.getInstant().getEpochSecond() + minutes * 60L);
            }
        }
    }

    /** Days meet whatever the zones: no day begins before the one before it, though a day may have no time at all. */
    @Property
    void daysDoNotOverlap(@ForAll("histories") ZoneHistory zone, @ForAll @IntRange(max = 120) int days) {
        LocalDate day = LocalDate.of(2026, 1, 15).plusDays(days);
        assertThat(zone.startOf(day.plusDays(1))).isAfterOrEqualTo(zone.startOf(day));
    }

    @Provide
    Arbitrary<ZoneHistory> histories() {
        Arbitrary<ZoneId> zones = Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
        return Arbitraries.oneOf(
                zones.map(ZoneHistory::of),
                zones.flatMap(first ->
                        zones.map(then -> ZoneHistory.of(first).changing(LocalDate.of(2026, 3, 1), then))),
                Arbitraries.just(ZoneHistory.of(ZoneOffset.UTC)));
    }

    /** At 10:30 UTC on the 10th it is the 9th in Niue, eleven hours behind, and the 11th on Kiritimati, fourteen ahead. */
    @Test
    void asksTheZoneOfThatTimeWhereTheOthersAreTwoDatesAway() {
        ZoneHistory eastward = ZoneHistory.of("Pacific/Niue").changing("2026-03-01", "Pacific/Kiritimati");
        assertThat(eastward.dayOf(Instant.parse("2026-02-10T10:30:00Z"))).isEqualTo("2026-02-09");
        assertThat(eastward.dayOf(Instant.parse("2026-03-10T10:30:00Z"))).isEqualTo("2026-03-11");
        ZoneHistory westward = ZoneHistory.of("Pacific/Kiritimati").changing("2026-03-01", "Pacific/Niue");
        assertThat(westward.dayOf(Instant.parse("2026-02-10T10:30:00Z"))).isEqualTo("2026-02-11");
        assertThat(westward.dayOf(Instant.parse("2026-03-10T10:30:00Z"))).isEqualTo("2026-03-09");
    }
}

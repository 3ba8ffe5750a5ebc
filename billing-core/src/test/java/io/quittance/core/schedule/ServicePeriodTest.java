package io.quittance.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ServicePeriodTest {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");

    @Test
    void coversItsFirstDayAndNotItsEnd() {
        assertThat(JANUARY.days()).isEqualTo(31);
        assertThat(JANUARY.contains(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(JANUARY.contains(LocalDate.of(2026, 1, 31))).isTrue();
        assertThat(JANUARY.contains(LocalDate.of(2026, 2, 1))).isFalse();
        assertThat(JANUARY.contains(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(JANUARY.lastDay()).isEqualTo("2026-01-31");
        assertThat(JANUARY).hasToString("[2026-01-01, 2026-02-01)");
    }

    @Test
    void canBeNamedInOtherWays() {
        assertThat(ServicePeriod.of(YearMonth.of(2026, 1))).isEqualTo(JANUARY);
        assertThat(ServicePeriod.closed(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)))
                .isEqualTo(JANUARY);
    }

    @Test
    void refusesToEndBeforeItHasBegun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServicePeriod.of("2026-02-01", "2026-02-01"))
                .withMessage("start must be before end, but was 2026-02-01 / 2026-02-01");
    }

    @Test
    void refusesDatesOutsideTheCalendar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServicePeriod(LocalDate.MIN, LocalDate.MAX))
                .withMessage("start must lie in the years 1 to 9999, but was -999999999-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServicePeriod.of("2026-02-30", "2026-03-01"))
                .withMessage("start must be an ISO date such as 2026-03-31, but was 2026-02-30");
    }

    /** In Berlin, 31 March 2026 00:30 is 30 March 22:30 in UTC. */
    @Test
    void asksTheZoneOnWhichDayAnInstantFalls() {
        var march = ServicePeriod.of(YearMonth.of(2026, 3));
        Instant lastSecond = Instant.parse("2026-03-31T21:59:59Z");
        assertThat(march.contains(lastSecond, ZoneId.of("Europe/Berlin"))).isTrue();
        assertThat(march.contains(lastSecond.plusSeconds(1), ZoneId.of("Europe/Berlin")))
                .isFalse();
        assertThat(march.contains(lastSecond.plusSeconds(1), ZoneId.of("UTC"))).isTrue();
        Instant firstSecond = Instant.parse("2026-02-28T23:00:00Z");
        assertThat(march.contains(firstSecond, ZoneId.of("Europe/Berlin"))).isTrue();
        assertThat(march.contains(firstSecond.minusSeconds(1), ZoneId.of("Europe/Berlin")))
                .isFalse();
        assertThat(march.endIn(ZoneId.of("Europe/Berlin"))).isEqualTo("2026-03-31T22:00:00Z");
    }

    /** Brazil began daylight saving time at midnight of 4 November 2018: that day began at 01:00. */
    @Test
    void startsWhenTheDayStartsThere() {
        assertThat(ServicePeriod.of("2018-11-04", "2018-11-05").startIn(ZoneId.of("America/Sao_Paulo")))
                .isEqualTo("2018-11-04T03:00:00Z");
    }

    @Property
    void meetsItsNeighbourWithoutGapOrOverlap(
            @ForAll @IntRange(min = -800, max = 800) int cut, @ForAll @IntRange(min = 1, max = 900) int length) {
        LocalDate start = LocalDate.of(2024, 2, 29);
        var before = new ServicePeriod(start.plusDays(cut), start.plusDays(cut + length));
        var after = new ServicePeriod(before.end(), before.end().plusDays(length));
        assertThat(before.intersection(after)).isEmpty();
        assertThat(before.days() + after.days()).isEqualTo(new ServicePeriod(before.start(), after.end()).days());
    }

    @Property
    void sharesWithAnotherTheDaysThatBothContain(
            @ForAll @IntRange(min = 0, max = 60) int from,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll @IntRange(min = 0, max = 60) int otherFrom,
            @ForAll @IntRange(min = 1, max = 60) int otherDays) {
        LocalDate base = LocalDate.of(2026, 1, 1);
        var one = new ServicePeriod(base.plusDays(from), base.plusDays(from + days));
        var other = new ServicePeriod(base.plusDays(otherFrom), base.plusDays(otherFrom + otherDays));
        long shared = LongStream.range(0, 130)
                .mapToObj(base::plusDays)
                .filter(day -> one.contains(day) && other.contains(day))
                .count();
        assertThat(one.intersection(other).map(ServicePeriod::days).orElse(0L)).isEqualTo(shared);
        assertThat(one.contains(other)).isEqualTo(shared == other.days());
        assertThat(one.intersection(other)).isEqualTo(other.intersection(one));
    }

    @Test
    void comesBeforeWhatStartsLaterOrEndsLater() {
        assertThat(JANUARY)
                .isLessThan(ServicePeriod.of("2026-01-02", "2026-01-03"))
                .isLessThan(ServicePeriod.of("2026-01-01", "2026-02-02"))
                .isGreaterThan(ServicePeriod.of("2026-01-01", "2026-01-31"))
                .isGreaterThan(ServicePeriod.of("2025-12-31", "2026-03-01"))
                .isEqualByComparingTo(ServicePeriod.of("2026-01-01", "2026-02-01"));
    }

    /** January without 10 to 20 January and what reaches beyond it. */
    @Test
    void leavesTheDaysThatBelongToNoOther() {
        var january = ServicePeriod.of("2026-01-01", "2026-02-01");
        var middle = ServicePeriod.of("2026-01-10", "2026-01-21");
        assertThat(january.without(List.of(middle)))
                .containsExactly(
                        ServicePeriod.of("2026-01-01", "2026-01-10"), ServicePeriod.of("2026-01-21", "2026-02-01"));
        assertThat(january.without(List.of(
                        ServicePeriod.of("2026-01-25", "2026-03-01"),
                        ServicePeriod.of("2025-12-01", "2026-01-05"),
                        ServicePeriod.of("2026-01-03", "2026-01-08"))))
                .containsExactly(ServicePeriod.of("2026-01-08", "2026-01-25"));
        assertThat(january.without(List.of())).containsExactly(january);
        assertThat(january.without(List.of(ServicePeriod.of("2026-03-01", "2026-04-01"))))
                .containsExactly(january);
        assertThat(january.without(List.of(january))).isEmpty();
    }

    @Test
    void mergesWhatOverlapsOrMeets() {
        assertThat(ServicePeriod.merged(List.of(
                        ServicePeriod.of("2026-05-08", "2026-05-21"),
                        ServicePeriod.of("2026-05-01", "2026-05-11"),
                        ServicePeriod.of("2026-05-21", "2026-05-22"),
                        ServicePeriod.of("2026-05-02", "2026-05-03"),
                        ServicePeriod.of("2026-06-01", "2026-06-02"))))
                .containsExactly(
                        ServicePeriod.of("2026-05-01", "2026-05-22"), ServicePeriod.of("2026-06-01", "2026-06-02"));
        assertThat(ServicePeriod.merged(List.of())).isEmpty();
    }

    /** What reaches beyond its end leaves nothing after it, whatever follows. */
    @Test
    void nothingIsLeftBeyondItsEnd() {
        ServicePeriod january = ServicePeriod.of("2026-01-01", "2026-02-01");
        assertThat(january.without(List.of(
                        ServicePeriod.of("2026-01-10", "2026-02-05"), ServicePeriod.of("2026-02-10", "2026-02-20"))))
                .containsExactly(ServicePeriod.of("2026-01-01", "2026-01-10"));
    }

    /** Day by day: a day is left if it is within and in none of the others, and covered if it is in one. */
    @Property
    void everyDayIsLeftOrCovered(@ForAll @Size(max = 6) List<@IntRange(max = 40) Integer> starts) {
        var start = LocalDate.of(2026, 1, 1);
        var within = new ServicePeriod(start.plusDays(10), start.plusDays(30));
        List<ServicePeriod> others = starts.stream()
                .map(day -> new ServicePeriod(start.plusDays(day), start.plusDays(day + 1L + day % 5)))
                .toList();
        List<ServicePeriod> left = within.without(others);
        List<ServicePeriod> merged = ServicePeriod.merged(others);
        for (int i = 0; i < 50; i++) {
            LocalDate day = start.plusDays(i);
            boolean covered = others.stream().anyMatch(other -> other.contains(day));
            assertThat(merged.stream().filter(each -> each.contains(day)).count())
                    .isEqualTo(covered ? 1 : 0);
            assertThat(left.stream().filter(each -> each.contains(day)).count())
                    .isEqualTo(within.contains(day) && !covered ? 1 : 0);
        }
        for (int i = 1; i < merged.size(); i++) {
            assertThat(merged.get(i - 1).end()).isBefore(merged.get(i).start());
        }
    }
}

package io.quittance.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.usage.IntervalFinding.Code;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalReadingsTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final UsageWindow DAY = Events.window("2026-06-01", "2026-06-02", "UTC");

    /** 24, 23 and 25 hours of four quarters; on Lord Howe Island clocks move by half an hour. */
    @ParameterizedTest(name = "{0} in {2} has {3} quarter hours")
    @CsvSource({
        "2026-06-01, 2026-06-02, Europe/Berlin,       96",
        "2026-03-29, 2026-03-30, Europe/Berlin,       92",
        "2026-10-25, 2026-10-26, Europe/Berlin,      100",
        "2012-03-11, 2012-03-12, America/New_York,    92",
        "2026-04-05, 2026-04-06, Australia/Lord_Howe, 98",
        "2026-03-01, 2026-04-01, Europe/Berlin,     2972"
    })
    void aDayHasAsManyQuarterHoursAsItHas(String start, String end, String zone, int expected) {
        UsageWindow window = Events.window(start, end, zone);
        IntervalReadings complete = IntervalReadings.of(readings(window, expected), QUARTER, window);
        assertThat(complete.expected()).isEqualTo(expected);
        assertThat(complete.accepted()).hasSize(expected);
        assertThat(complete.isComplete()).isTrue();
        List<UsageEvent> events = complete.events("meter-7", CustomerId.of("C-1"), MeterId.of("kwh"));
        assertThat(events).hasSize(expected).allMatch(event -> window.contains(event.time()));
        IntervalReadings one = IntervalReadings.of(readings(window, expected - 1), QUARTER, window);
        assertThat(one.findings()).extracting(IntervalFinding::code).containsExactly(Code.GAP);
        assertThat(one.isComplete()).isFalse();
    }

    @Test
    void reportsWhatDoesNotFitByPosition() {
        List<IntervalReading> readings = new ArrayList<>(readings(DAY, 96));
        readings.set(0, IntervalReading.of("2026-06-01T00:00:00Z", 30, "1"));
        readings.remove(40);
        readings.add(IntervalReading.of("2026-06-01T12:00:00Z", 15, "1"));
        readings.add(IntervalReading.of("2026-06-01T23:50:00Z", 15, "1"));
        readings.add(IntervalReading.of("2026-05-31T23:45:00Z", 15, "1"));
        IntervalReadings checked = IntervalReadings.of(readings, QUARTER, DAY);
        assertThat(checked.accepted()).hasSize(94);
        assertThat(checked.findings())
                .extracting(IntervalFinding::toString)
                .containsExactly(
                        "[0] PT30M long from 2026-06-01T00:00:00Z on, not PT15M",
                        "[1] nothing was read from 2026-06-01T00:00:00Z to 2026-06-01T00:15:00Z",
                        "[40] nothing was read from 2026-06-01T10:00:00Z to 2026-06-01T10:15:00Z",
                        "[95] from 2026-06-01T12:00:00Z on, though all was read up to 2026-06-01T12:15:00Z",
                        "[96] PT15M from 2026-06-01T23:50:00Z on is not within"
                                + " 2026-06-01T00:00:00Z to 2026-06-02T00:00:00Z",
                        "[97] PT15M from 2026-05-31T23:45:00Z on is not within"
                                + " 2026-06-01T00:00:00Z to 2026-06-02T00:00:00Z");
        assertThat(checked.findings())
                .extracting(IntervalFinding::code)
                .containsExactly(
                        Code.WRONG_LENGTH, Code.GAP, Code.GAP, Code.OVERLAP, Code.OUTSIDE_PERIOD, Code.OUTSIDE_PERIOD);
    }

    /** 0.5 is 0.50: the same reading, however many zeros it was sent with. */
    @Test
    void aReadingIsComparedByValue() {
        IntervalReading half = IntervalReading.of("2026-06-01T00:00:00Z", 15, "0.5");
        IntervalReading same = IntervalReading.of("2026-06-01T00:00:00Z", 15, "0.50");
        assertThat(half).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(half)
                .isNotEqualTo(IntervalReading.of("2026-06-01T00:00:00Z", 15, "0.51"))
                .isNotEqualTo(IntervalReading.of("2026-06-01T00:00:00Z", 30, "0.5"))
                .isNotEqualTo(IntervalReading.of("2026-06-01T00:15:00Z", 15, "0.5"))
                .isNotEqualTo("0.5");
    }

    /** Nothing was read either way, but of a day in half hours there is less to read. */
    @Test
    void areComparedByWhatIsExpectedAcceptedAndFound() {
        IntervalReadings complete = IntervalReadings.of(readings(DAY, 96), QUARTER, DAY);
        assertThat(complete).isEqualTo(IntervalReadings.of(readings(DAY, 96), QUARTER, DAY));
        assertThat(IntervalReadings.of(List.of(), QUARTER, DAY))
                .isNotEqualTo(IntervalReadings.of(List.of(), QUARTER.multipliedBy(2), DAY));
        var others = new ArrayList<>(readings(DAY, 96));
        others.set(95, IntervalReading.of("2026-06-01T23:45:00Z", 15, "7"));
        assertThat(complete).isNotEqualTo(IntervalReadings.of(others, QUARTER, DAY));
        var twice = new ArrayList<>(readings(DAY, 96));
        twice.add(twice.get(0));
        assertThat(complete).isNotEqualTo(IntervalReadings.of(twice, QUARTER, DAY));
        assertThat(complete).isNotEqualTo("96 of 96 readings").hasToString("96 of 96 readings");
    }

    @Test
    void aFindingStandsAtAPlaceOfTheInput() {
        Explanation why = Explanation.of("usage.interval.gap", "nothing was read from {0} to {1}", "a", "b");
        assertThat(new IntervalFinding(0, Code.GAP, why)).hasToString("[0] nothing was read from a to b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalFinding(-1, Code.GAP, why))
                .withMessage("position must not be negative, but was -1");
    }

    @Test
    void noReadingsAreOneGap() {
        assertThat(IntervalReadings.of(List.of(), QUARTER, DAY))
                .hasToString("0 of 96 readings,"
                        + " [[0] nothing was read from 2026-06-01T00:00:00Z to 2026-06-02T00:00:00Z]");
    }

    /** The key is that of the point and the instant, so a second delivery is found by the intake. */
    @Test
    void becomeEventsWithKeysOfTheirOwn() {
        IntervalReadings checked =
                IntervalReadings.of(List.of(IntervalReading.of("2026-06-01T00:15:00Z", 15, "0.282")), QUARTER, DAY);
        assertThat(checked.events("meter-7", CustomerId.of("C-1"), MeterId.of("kwh")))
                .containsExactly(
                        UsageEvent.of("meter-7@2026-06-01T00:15:00Z", "C-1", "kwh", "0.282", "2026-06-01T00:15:00Z"));
    }

    @Test
    void refuseIntervalsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalReadings.of(List.of(), Duration.ofMinutes(7), DAY))
                .withMessage("interval must divide the PT24H of the window, but was PT7M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalReadings.of(List.of(), Duration.ZERO, DAY))
                .withMessage("interval must be more than 0, but was PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalReading.of("2026-06-01T00:00:00Z", -15, "1"))
                .withMessage("length must be more than 0, but was PT-15M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalReading.of("2026-06-01", 15, "1"))
                .withMessage("start must be an ISO instant such as 2026-04-01T00:00:00Z, but was 2026-06-01");
    }

    /** Any quarter hours of a day, in any order, some twice: the first of each counts, the missing ones are gaps. */
    @Property
    void countsEveryQuarterHourOnceAndMissesNone(
            @ForAll @Size(max = 150) List<@IntRange(min = 0, max = 95) Integer> quarters, @ForAll Random random) {
        var all = new ArrayList<>(readings(DAY, 96));
        var delivered = new ArrayList<IntervalReading>();
        quarters.forEach(quarter -> delivered.add(all.get(quarter)));
        Collections.shuffle(delivered, random);
        var distinct = new TreeSet<>(quarters);
        IntervalReadings checked = IntervalReadings.of(delivered, QUARTER, DAY);
        assertThat(checked.accepted())
                .containsExactlyElementsOf(distinct.stream().map(all::get).toList());
        long overlaps = count(checked, Code.OVERLAP);
        assertThat(checked.accepted().size() + overlaps).isEqualTo(quarters.size());
        long runs = IntStream.range(0, 96)
                .filter(quarter -> !distinct.contains(quarter) && (quarter == 0 || distinct.contains(quarter - 1)))
                .count();
        assertThat(count(checked, Code.GAP)).isEqualTo(runs);
        assertThat(checked.findings().size()).isEqualTo((int) (overlaps + runs));
    }

    private static long count(IntervalReadings checked, Code code) {
        return checked.findings().stream()
                .filter(finding -> finding.code() == code)
                .count();
    }

    /** The first so many quarter hours of a window. */
    private static List<IntervalReading> readings(UsageWindow window, int count) {
        Instant start = window.start();
        return IntStream.range(0, count)
                .mapToObj(i -> new IntervalReading(start.plus(QUARTER.multipliedBy(i)), QUARTER, BigDecimal.valueOf(i)))
                .toList();
    }
}

package io.quittance.core.pricing;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.Increments;
import io.quittance.core.usage.SumOfIncrements;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowsTest {
    private static final PerUnit CHEAP = PerUnit.of("0.10");
    private static final PerUnit DEAR = PerUnit.of("0.30");
    private static final TimeWindow NIGHT = TimeWindow.of("night", "22:00", "06:00", CHEAP);
    private static final TimeWindows DAY_AND_NIGHT = TimeWindows.of(List.of(NIGHT), DEAR);

    /** 5 units at 23:00 in Berlin and 2 at noon. */
    @Test
    void pricesEachEventByItsWindow() {
        ChargeBreakdown price = DAY_AND_NIGHT.price(
                input(event("a", "2026-01-05T22:00:00Z", "5"), event("b", "2026-01-05T11:00:00Z", "2")));
        assertThat(price.total()).isEqualTo(Fraction.of(new BigDecimal("1.1")));
        assertThat(price.steps())
                .extracting(step -> step.part() + " | " + step.explanation().text())
                .containsExactly("night/units | night: 5 × 0.1 = 0.5", "otherwise/units | otherwise: 2 × 0.3 = 0.6");
    }

    /** Local times of Berlin in winter, one hour ahead of UTC. */
    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "2026-01-05T20:59:59.999999999Z, otherwise",
        "2026-01-05T21:00:00Z, night",
        "2026-01-05T23:00:00Z, night",
        "2026-01-06T04:59:59.999999999Z, night",
        "2026-01-06T05:00:00Z, otherwise"
    })
    void beginsAWindowAtItsStartAndEndsItBeforeItsEnd(String time, String window) {
        assertThat(windowOf(DAY_AND_NIGHT, time)).isEqualTo(window);
    }

    /** From Friday 22:00 to Saturday 06:00, and not from Saturday 22:00; 9 January 2026 is a Friday. */
    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "2026-01-09T04:00:00Z, otherwise",
        "2026-01-09T21:30:00Z, night",
        "2026-01-10T04:30:00Z, night",
        "2026-01-10T05:30:00Z, otherwise",
        "2026-01-10T21:30:00Z, otherwise"
    })
    void aWindowOverMidnightBelongsToTheDayOnWhichItStarts(String time, String window) {
        assertThat(windowOf(TimeWindows.of(List.of(NIGHT.on(FRIDAY)), DEAR), time))
                .isEqualTo(window);
    }

    /** From Sunday 22:00 to Monday 06:00, over the end of the week; 11 January 2026 is a Sunday. */
    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "2026-01-11T20:59:00Z, otherwise",
        "2026-01-11T21:00:00Z, night",
        "2026-01-12T04:59:00Z, night",
        "2026-01-12T05:00:00Z, otherwise",
        "2026-01-05T04:59:00Z, night"
    })
    void aWindowRunsOverTheEndOfTheWeek(String time, String window) {
        assertThat(windowOf(TimeWindows.of(List.of(NIGHT.on(SUNDAY)), DEAR), time))
                .isEqualTo(window);
    }

    /** Windows that meet do not overlap: the weekend, and nights that end where it begins. */
    @Test
    void whatMeetsDoesNotOverlap() {
        TimeWindow weekend = TimeWindow.wholeDays("weekend", CHEAP, SATURDAY, SUNDAY);
        TimeWindow evening = TimeWindow.of("evening", "18:00", "00:00", CHEAP).on(FRIDAY);
        TimeWindow morning = TimeWindow.of("morning", "00:00", "08:00", CHEAP).on(MONDAY);
        TimeWindows model = TimeWindows.of(List.of(weekend, evening, morning), DEAR);
        assertThat(windowOf(model, "2026-01-09T22:59:59Z")).isEqualTo("evening");
        assertThat(windowOf(model, "2026-01-09T23:00:00Z")).isEqualTo("weekend");
        assertThat(windowOf(model, "2026-01-11T22:59:59Z")).isEqualTo("weekend");
        assertThat(windowOf(model, "2026-01-11T23:00:00Z")).isEqualTo("morning");
    }

    @Test
    void refusesWindowsThatOverlapByTheirNames() {
        TimeWindow weekend = TimeWindow.wholeDays("weekend", CHEAP, SATURDAY, SUNDAY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindows.of(List.of(NIGHT, weekend), DEAR))
                .withMessage("windows[1] must not overlap night, which stands before it, but was weekend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindows.of(List.of(weekend, NIGHT.on(FRIDAY)), DEAR))
                .withMessage("windows[1] must not overlap weekend, which stands before it, but was night");
        TimeWindow early = TimeWindow.of("early", "05:59", "07:00", CHEAP).on(MONDAY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindows.of(List.of(early, NIGHT.on(SUNDAY)), DEAR))
                .withMessage("windows[1] must not overlap early, which stands before it, but was night");
        // it begins in the last minute of a night, and ends before the next
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindows.of(List.of(NIGHT, early), DEAR))
                .withMessage("windows[1] must not overlap night, which stands before it, but was early");
        TimeWindow morning = TimeWindow.of("morning", "06:00", "07:00", CHEAP);
        assertThat(TimeWindows.of(List.of(NIGHT, morning), DEAR).windows()).containsExactly(NIGHT, morning);
    }

    /** A window from 02:00 to 03:00 has two hours on 25 October 2026 in Berlin, and none on 29 March. */
    @Test
    void goesByTheLocalClockWhereClocksChange() {
        TimeWindows model = TimeWindows.of(List.of(TimeWindow.of("two", "02:00", "03:00", CHEAP)), DEAR);
        assertThat(windowOf(model, "2026-10-24T23:59:59Z")).isEqualTo("otherwise");
        assertThat(windowOf(model, "2026-10-25T00:00:00Z")).isEqualTo("two");
        assertThat(windowOf(model, "2026-10-25T01:59:59Z")).isEqualTo("two");
        assertThat(windowOf(model, "2026-10-25T02:00:00Z")).isEqualTo("otherwise");
        assertThat(windowOf(model, "2026-03-29T00:59:59Z")).isEqualTo("otherwise");
        assertThat(windowOf(model, "2026-03-29T01:00:00Z")).isEqualTo("otherwise");
    }

    /** Each window's tiers count its own units: 10 units at night and 10 by day are all in first tiers. */
    @Test
    void countsTiersWindowByWindowAndChargesFeesAtZero() {
        GraduatedTiers tiers =
                GraduatedTiers.upTo("10", TierPrice.of("1").withFlatFee("5")).then("2");
        TimeWindows model = TimeWindows.of(List.of(TimeWindow.of("night", "22:00", "06:00", tiers)), tiers);
        assertThat(model.price(input(
                                event("a", "2026-01-05T22:00:00Z", "10"), event("b", "2026-01-05T11:00:00Z", "10")))
                        .total())
                .isEqualTo(Fraction.of(30));
        assertThat(model.price(RatingInput.none()).total()).isEqualTo(Fraction.of(10));
    }

    /** At 60/60 two calls of 61 seconds are 120 each: one at night, one by day; the meter counts 240 too. */
    @Test
    void countsEventsInIncrementsWhereTheMeterDoes() {
        TimeWindows model =
                TimeWindows.of(List.of(NIGHT), DEAR).withAggregation(new SumOfIncrements(Increments.of("60", "60")));
        RatingInput calls = input(event("a", "2026-01-05T22:00:00Z", "61"), event("b", "2026-01-05T11:00:00Z", "61"));
        assertThat(model.price(calls.withQuantity(Fraction.of(240))).total()).isEqualTo(Fraction.of(48));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.price(calls))
                .withMessage(
                        "quantity must be the sum in increments of 60/60 of the events, 240, for a price that looks at"
                                + " single events, but was 122");
        assertThat(model).isNotEqualTo(DAY_AND_NIGHT).asString().startsWith("sum in increments of 60/60 [night");
    }

    @Test
    void refusesWhatMakesNoWindow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindow.of("night", "22 Uhr", "06:00", CHEAP))
                .withMessage("from must be a time of day such as 22:00, but was 22 Uhr");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NIGHT.on(Set.of()))
                .withMessage("days must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindows.of(List.of(NIGHT.on(MONDAY), NIGHT.on(FRIDAY)), DEAR))
                .withMessage("windows[1].name must be that of no other window, nor otherwise, but was night");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DAY_AND_NIGHT.price(RatingInput.ofQuantity(BigDecimal.ONE)))
                .withMessage("events must be given for a price that looks at single events");
    }

    @Test
    void namesTheWindowThatTheInnerPriceRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DAY_AND_NIGHT.price(input(event("a", "2026-01-05T22:00:00Z", "-5"))))
                .withMessage("night: quantity must not be negative, but was -5");
    }

    @Test
    void isEqualToTheSameTerms() {
        TimeWindows same = TimeWindows.of(List.of(TimeWindow.of("night", "22:00", "06:00", PerUnit.of("0.1"))), DEAR);
        assertThat(same).isEqualTo(DAY_AND_NIGHT).hasSameHashCodeAs(DAY_AND_NIGHT);
        assertThat(TimeWindows.of(List.of(NIGHT.on(FRIDAY)), DEAR)).isNotEqualTo(DAY_AND_NIGHT);
        assertThat(DAY_AND_NIGHT).hasToString("[night 22:00 to 06:00: 0.10 per unit], otherwise 0.30 per unit");
        assertThat(NIGHT.on(SUNDAY, FRIDAY)).hasToString("night [FRIDAY, SUNDAY] 22:00 to 06:00: 0.10 per unit");
    }

    private static String windowOf(TimeWindows model, String time) {
        return model.price(input(event("e", time, "1"))).steps().stream()
                .filter(step -> step.quantity().signum() != 0)
                .map(step -> step.part().substring(0, step.part().indexOf('/')))
                .findFirst()
                .orElseThrow();
    }

    private static UsageEvent event(String key, String time, String quantity) {
        return UsageEvent.of(key, "ACME", "kwh", quantity, time);
    }

    private static RatingInput input(UsageEvent... events) {
        return RatingInput.ofEvents(List.of(events))
                .withWindow(new UsageWindow(ServicePeriod.of("2026-01-01", "2027-01-01"), ZoneId.of("Europe/Berlin")));
    }
}

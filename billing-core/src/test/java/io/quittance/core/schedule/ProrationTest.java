package io.quittance.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProrationTest {
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final ServicePeriod FROM_15TH = ServicePeriod.of("2026-01-15", "2026-02-01");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** 100 × 17 / 31 = 54.8387. */
    @Test
    void chargesDaysOfTheCalendar() {
        assertThat(DayCount.CIVIL_DAYS.amount(eur("100"), FROM_15TH, JANUARY, CENTS))
                .isEqualTo(eur("54.84"));
        assertThat(DayCount.CIVIL_DAYS.part(FROM_15TH, JANUARY)).isEqualTo(Fraction.of(17, 31));
    }

    /** A host's own way to count is believed in nothing. */
    @Test
    void aStrategyThatFailsIsNamed() {
        Proration broken = (service, period) -> {
            throw new IllegalStateException("no days");
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> broken.checkedPart(FROM_15TH, JANUARY))
                .withMessage("proration must answer for [2026-01-15, 2026-02-01), but was"
                        + " java.lang.IllegalStateException: no days");
        Proration refusing = (service, period) -> {
            throw new InvalidArgumentException("host.days", "days", "must be known", "none");
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refusing.checkedPart(FROM_15TH, JANUARY))
                .withMessage("days must be known, but was none");
        Proration silent = (service, period) -> nothing();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> silent.checkedPart(FROM_15TH, JANUARY))
                .withMessage("proration must answer for [2026-01-15, 2026-02-01), but was no answer");
        Proration greedy = (service, period) -> Fraction.of(32, 31);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> greedy.checkedPart(FROM_15TH, JANUARY))
                .withMessage("part must be from 0 to 1, but was 32/31");
        assertThat(DayCount.CIVIL_DAYS.checkedPart(JANUARY, JANUARY)).isEqualTo(Fraction.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCount.CIVIL_DAYS.checkedPart(JANUARY, FROM_15TH))
                .withMessage("service must lie within the period [2026-01-15, 2026-02-01), but was"
                        + " [2026-01-01, 2026-02-01)");
    }

    @SuppressWarnings("NullAway") // what a host without checks could answer
    private static Fraction nothing() {
        return null;
    }

    /** Kill Bill's fixed days of a month: 23 February to 15 March are 8 + 14 of 30 days, in leap years too. */
    @Test
    void givesEveryMonthThirtyDays() {
        assertThat(DayCount.THIRTY_DAY_MONTHS.days(ServicePeriod.of("2024-02-23", "2024-03-15")))
                .isEqualTo(22);
        assertThat(DayCount.THIRTY_DAY_MONTHS.days(ServicePeriod.of("2023-02-23", "2023-03-15")))
                .isEqualTo(22);
        assertThat(DayCount.THIRTY_DAY_MONTHS.part(FROM_15TH, JANUARY)).isEqualTo(Fraction.of(16, 30));
        ServicePeriod the31st = ServicePeriod.of("2026-01-31", "2026-02-01");
        assertThat(DayCount.THIRTY_DAY_MONTHS.part(the31st, JANUARY)).isEqualTo(Fraction.ZERO);
        assertThat(DayCount.THIRTY_DAY_MONTHS.part(the31st, the31st)).isEqualTo(Fraction.ONE);
        assertThat(DayCount.THIRTY_DAY_MONTHS.part(ServicePeriod.of("2026-01-01", "2026-01-31"), JANUARY))
                .isEqualTo(Fraction.ONE);
    }

    /** March 2026 has 31 × 24 - 1 hours in Berlin; its 29th has 23 of them. */
    @Test
    void measuresTimeAcrossTheChangeOfClocks() {
        ServicePeriod march = ServicePeriod.of("2026-03-01", "2026-04-01");
        ServicePeriod the29th = ServicePeriod.of("2026-03-29", "2026-03-30");
        assertThat(new ElapsedTime(BERLIN).part(the29th, march)).isEqualTo(Fraction.of(23, 743));
        assertThat(new ElapsedTime(ZoneId.of("UTC")).part(the29th, march)).isEqualTo(Fraction.of(1, 31));
        Instant start = Instant.parse("2026-04-01T00:00:00Z");
        Instant end = Instant.parse("2026-04-30T23:59:59Z");
        assertThat(ElapsedTime.part(Instant.parse("2026-04-11T00:00:00Z"), end, start, end))
                .isEqualTo(Fraction.of(1_727_999, 2_591_999));
        assertThat(ElapsedTime.part(start, start, start, end)).isEqualTo(Fraction.ZERO);
    }

    /** 31 January to 28 February is one month of a schedule from the 31st, and so is 28 February to 31 March. */
    @Test
    void aScheduledMonthHasThirtyDaysWhereItsEndsAreClamped() {
        ServicePeriod shorter = ServicePeriod.of("2026-01-31", "2026-02-28");
        ServicePeriod longer = ServicePeriod.of("2026-02-28", "2026-03-31");
        ServicePeriod quarter = ServicePeriod.of("2025-11-30", "2026-02-28");
        Proration thirty = DayCount.THIRTY_DAY_MONTHS;
        assertThat(thirty.part(ServicePeriod.of("2026-02-01", "2026-02-11"), shorter))
                .isEqualTo(Fraction.of(10, 30));
        assertThat(thirty.part(ServicePeriod.of("2026-01-31", "2026-02-14"), shorter))
                .isEqualTo(Fraction.of(13, 30));
        assertThat(thirty.part(ServicePeriod.of("2026-03-01", "2026-03-11"), longer))
                .isEqualTo(Fraction.of(10, 30));
        assertThat(thirty.part(ServicePeriod.of("2026-01-01", "2026-01-11"), quarter))
                .isEqualTo(Fraction.of(10, 90));
        assertThat(thirty.part(shorter, shorter)).isEqualTo(Fraction.ONE);
    }

    /**
     * A period of whole months has 30 days for each, any other those that are counted: 31 January to 20 February are 30 + 20
     * - 31 = 19, 30 January to 31 March 60 + 31 - 30 = 61. From 28 February, where the 30th was clamped to, to 30 March is a
     * month.
     */
    @ParameterizedTest(name = "{1} days of {2} from {0}")
    @CsvSource({
        "2026-01-31, 2026-02-10, 2026-02-20, 9, 19",
        "2026-01-15, 2026-01-25, 2026-02-20, 10, 35",
        "2026-01-15, 2026-01-25, 2026-02-15, 10, 30",
        "2026-01-10, 2026-01-15, 2026-01-31, 5, 21",
        "2026-01-30, 2026-02-10, 2026-03-31, 10, 61",
        "2026-02-28, 2026-03-10, 2026-03-30, 12, 30",
        "2026-02-28, 2026-03-10, 2026-03-31, 12, 30",
        "2024-02-28, 2024-03-10, 2024-03-30, 12, 32"
    })
    void countsThirtyDaysForEachWholeMonth(String start, String cut, String end, long served, long whole) {
        assertThat(DayCount.THIRTY_DAY_MONTHS.part(ServicePeriod.of(start, cut), ServicePeriod.of(start, end)))
                .isEqualTo(Fraction.of(served, whole));
    }

    /** 30 December 2011 has no time in Apia; served whole, it costs the whole price. */
    @Test
    void aDayWithoutTimeThatIsServedCostsAll() {
        ServicePeriod skipped = ServicePeriod.of("2011-12-30", "2011-12-31");
        assertThat(new ElapsedTime(ZoneId.of("Pacific/Apia")).part(skipped, skipped))
                .isEqualTo(Fraction.ONE);
    }

    @Test
    void refusesAPartThatFalls() {
        Proration falling = (service, period) -> Fraction.of(1, service.days());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        falling.split(eur("1"), FROM_15TH, List.of(LocalDate.parse("2026-01-16")), JANUARY, CENTS))
                .withMessage("part must not be less than 1, but was 1/17");
    }

    @Test
    void chargesStubsWholeOrNotAtAll() {
        assertThat(StubRule.CHARGE_WHOLE.amount(eur("10"), FROM_15TH, JANUARY, CENTS))
                .isEqualTo(eur("10"));
        assertThat(StubRule.CHARGE_NOTHING.amount(eur("10"), FROM_15TH, JANUARY, CENTS))
                .isEqualTo(eur("0"));
        assertThat(StubRule.CHARGE_NOTHING.amount(eur("10"), JANUARY, JANUARY, CENTS))
                .isEqualTo(eur("10"));
        List<LocalDate> cut = List.of(LocalDate.parse("2026-01-20"));
        assertThat(StubRule.CHARGE_WHOLE.split(eur("10"), FROM_15TH, cut, JANUARY, CENTS))
                .containsExactly(eur("10"), eur("0"));
        assertThat(StubRule.CHARGE_NOTHING.split(eur("10"), JANUARY, cut, JANUARY, CENTS))
                .containsExactly(eur("0"), eur("10"));
    }

    /**
     * Kill Bill's test data lose a cent: 12.00 over January in spans of 12, 12 and 7 days, each by itself, are 4.65 + 4.65 +
     * 2.71 = 12.01. Up to the cuts 4.645 -> 4.65, 9.290 -> 9.29, 12.00 are due.
     */
    @Test
    void piecesAddUpToThePrice() {
        List<LocalDate> cuts = List.of(LocalDate.parse("2026-01-13"), LocalDate.parse("2026-01-25"));
        assertThat(DayCount.CIVIL_DAYS.split(eur("12"), JANUARY, cuts, JANUARY, CENTS))
                .containsExactly(eur("4.65"), eur("4.64"), eur("2.71"));
    }

    @Test
    void refusesWhatLiesOutsideAndStrategiesThatAreWrong() {
        ServicePeriod february = ServicePeriod.of("2026-02-01", "2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCount.CIVIL_DAYS.amount(eur("1"), february, JANUARY, CENTS))
                .withMessage("service must lie within the period [2026-01-01, 2026-02-01), "
                        + "but was [2026-02-01, 2026-03-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCount.CIVIL_DAYS.split(
                        eur("1"), FROM_15TH, List.of(LocalDate.parse("2026-01-15")), JANUARY, CENTS))
                .withMessage("cuts[0] must lie after 2026-01-15 and before 2026-02-01, but was 2026-01-15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCount.CIVIL_DAYS.split(
                        eur("1"), FROM_15TH, List.of(LocalDate.parse("2026-02-01")), JANUARY, CENTS))
                .withMessage("cuts[0] must lie after 2026-01-15 and before 2026-02-01, but was 2026-02-01");
        Proration negative = (service, period) -> Fraction.of(-1, 31);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> negative.amount(eur("1"), FROM_15TH, JANUARY, CENTS))
                .withMessage("part must be from 0 to 1, but was -1/31");
        Proration wrong = (service, period) -> Fraction.of(92, 31);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wrong.amount(eur("1"), FROM_15TH, JANUARY, CENTS))
                .withMessage("part must be from 0 to 1, but was 92/31");
        Instant now = Instant.EPOCH;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElapsedTime.part(now, now, now, now))
                .withMessageStartingWith("periodStart must be before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElapsedTime.part(now.minusSeconds(1), now, now, now.plusSeconds(1)))
                .withMessageStartingWith("service must lie within");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElapsedTime.part(now.plusSeconds(2), now.plusSeconds(1), now, now.plusSeconds(3)))
                .withMessageStartingWith("service must lie within");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElapsedTime.part(now, now.plusSeconds(2), now, now.plusSeconds(1)))
                .withMessageStartingWith("service must lie within");
    }

    /** The pieces add up to what the service costs, and none is a unit from its own rounded cost. */
    @Property
    void piecesConserve(
            @ForAll("strategies") Proration proration,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long cents,
            @ForAll @IntRange(max = 100) int from,
            @ForAll @IntRange(min = 1, max = 100) int length,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 99) Integer> cutDays,
            @ForAll RoundingMode mode) {
        if (mode == RoundingMode.UNNECESSARY) {
            return;
        }
        LocalDate start = LocalDate.of(2026, 1, 31);
        var period = new ServicePeriod(start, start.plusDays(from + length + 3L));
        var service = new ServicePeriod(start.plusDays(from), start.plusDays(from + (long) length));
        List<LocalDate> cuts = new TreeSet<>(cutDays)
                .stream()
                        .filter(day -> day < length)
                        .map(day -> service.start().plusDays(day))
                        .toList();
        Amount price = Amount.of(BigDecimal.valueOf(cents, 2), eur("0").getCurrency());
        Rounding rounding = Rounding.of(2, mode);
        List<Amount> pieces = proration.split(price, service, cuts, period, rounding);
        assertThat(pieces).hasSize(cuts.size() + 1);
        assertThat(pieces.stream().reduce(eur("0"), Amount::add))
                .isEqualTo(proration.amount(price, service, period, rounding));
        var bounds = new ArrayList<LocalDate>();
        bounds.add(service.start());
        bounds.addAll(cuts);
        bounds.add(service.end());
        for (int i = 0; i < pieces.size(); i++) {
            Fraction exact = proration
                    .part(new ServicePeriod(service.start(), bounds.get(i + 1)), period)
                    .minus(
                            i == 0
                                    ? Fraction.ZERO
                                    : proration.part(new ServicePeriod(service.start(), bounds.get(i)), period))
                    .times(price.toFraction());
            Fraction unit = Fraction.of(1, 100);
            assertThat(pieces.get(i).toFraction().minus(Fraction.of(exact.round(rounding))))
                    .isBetween(unit.negated(), unit);
        }
    }

    /** The whole period costs the whole price, more days cost no less, and the part is from 0 to 1. */
    @Property
    void partsRiseToOne(
            @ForAll("strategies") Proration proration,
            @ForAll @IntRange(max = 30) int from,
            @ForAll @IntRange(min = 1, max = 40) int length) {
        LocalDate start = LocalDate.of(2024, 1, 20);
        var period = new ServicePeriod(start, start.plusDays(from + length + 1L));
        assertThat(proration.part(period, period)).isEqualTo(Fraction.ONE);
        LocalDate begin = start.plusDays(from);
        Fraction before = Fraction.ZERO;
        for (int days = 1; days <= length; days++) {
            Fraction part = proration.part(new ServicePeriod(begin, begin.plusDays(days)), period);
            assertThat(part).isBetween(before, Fraction.ONE);
            before = part;
        }
    }

    @Provide
    Arbitrary<Proration> strategies() {
        return Arbitraries.of(
                DayCount.CIVIL_DAYS,
                DayCount.THIRTY_DAY_MONTHS,
                new ElapsedTime(BERLIN),
                StubRule.CHARGE_WHOLE,
                StubRule.CHARGE_NOTHING);
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }
}

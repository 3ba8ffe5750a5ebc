package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurringLinesTest {
    private static final Schedule MONTHS = Schedule.calendar("P1M");
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final ServicePeriod YEAR = ServicePeriod.of("2026-01-01", "2027-01-01");

    private static RecurringLines byMonth(ServicePeriod range) {
        return RecurringLines.of(MONTHS, DayCount.CIVIL_DAYS, CENTS, range);
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static List<String> text(List<RecurringLine> lines) {
        return lines.stream()
                .map(line -> line.period().service() + " " + line.amount())
                .toList();
    }

    /** 49 × 17 / 31 = 26.8709; April is whole; 49 × 9 / 31 = 14.2258. */
    @Test
    void chargesWholePeriodsTheirPriceAndPartsByTheirDays() {
        List<RecurringLine> lines = byMonth(YEAR).lines(ServicePeriod.of("2026-03-15", "2026-05-10"), eur("49.00"));
        assertThat(text(lines))
                .containsExactly(
                        "[2026-03-15, 2026-04-01) EUR 26.87",
                        "[2026-04-01, 2026-05-01) EUR 49.00",
                        "[2026-05-01, 2026-05-10) EUR 14.23");
        assertThat(lines.get(0).period().whole()).isEqualTo(ServicePeriod.of("2026-03-01", "2026-04-01"));
        assertThat(lines).extracting(line -> line.period().isStub()).containsExactly(true, false, true);
    }

    /** Within one month it is cut at both ends: 100 × 10 / 31 = 32.258. */
    @Test
    void aServiceInsideOnePeriodIsAPartOfTheWholeOne() {
        assertThat(text(byMonth(YEAR).lines(ServicePeriod.of("2026-03-10", "2026-03-20"), eur("100"))))
                .containsExactly("[2026-03-10, 2026-03-20) EUR 32.26");
    }

    /** A run of March bills the period that begins in March, also where its service has gone on for long and has no end. */
    @Test
    void aPeriodBelongsToTheRangeInWhichItBegins() {
        ServicePeriod forEver = ServicePeriod.of("1996-01-15", "9999-12-31");
        ServicePeriod march = ServicePeriod.of("2026-03-01", "2026-04-01");
        assertThat(text(byMonth(march).lines(forEver, eur("9.99"))))
                .containsExactly("[2026-03-01, 2026-04-01) EUR 9.99");
        ServicePeriod fromThe5th = ServicePeriod.of("2026-03-05", "2026-04-05");
        assertThat(text(byMonth(fromThe5th).lines(forEver, eur("9.99"))))
                .containsExactly("[2026-04-01, 2026-05-01) EUR 9.99");
    }

    @Test
    void aRangeInWhichNoPeriodBeginsHasNoLines() {
        RecurringLines quarters = RecurringLines.of(
                Schedule.calendar("P3M"), DayCount.CIVIL_DAYS, CENTS, ServicePeriod.of("2026-02-01", "2026-03-01"));
        assertThat(quarters.lines(YEAR, eur("30"))).isEmpty();
        assertThat(quarters.columns(SpanBatch.of(new long[] {20454}, new long[] {20819}, new long[] {3000}, 2))
                        .count())
                .isZero();
    }

    /** What lies before the range, after it, or only meets it. */
    @Test
    void aServiceOutsideTheRangeHasNoLines() {
        RecurringLines year = byMonth(YEAR);
        assertThat(year.lines(ServicePeriod.of("2025-01-01", "2026-01-01"), eur("1")))
                .isEmpty();
        assertThat(year.lines(ServicePeriod.of("2027-01-01", "2028-01-01"), eur("1")))
                .isEmpty();
    }

    /** Monthly from 31 January: 31 January, 28 February, 31 March; 62 × 14 / 28 = 31 and then 62 × 16 / 31 = 32. */
    @Test
    void followsAnySchedule() {
        RecurringLines lines = RecurringLines.of(Schedule.every("P1M", "2026-01-31"), DayCount.CIVIL_DAYS, CENTS, YEAR);
        assertThat(text(lines.lines(ServicePeriod.of("2026-02-14", "2026-03-16"), eur("62"))))
                .containsExactly("[2026-02-14, 2026-02-28) EUR 31.00", "[2026-02-28, 2026-03-16) EUR 32.00");
    }

    /** Of a month of 30 days, 15 January on are 16: 100 × 16 / 30 = 53.33. */
    @Test
    void asksAnyOtherProration() {
        ServicePeriod service = ServicePeriod.of("2026-01-15", "2026-03-01");
        assertThat(text(RecurringLines.of(MONTHS, DayCount.THIRTY_DAY_MONTHS, CENTS, YEAR)
                        .lines(service, eur("100"))))
                .containsExactly("[2026-01-15, 2026-02-01) EUR 53.33", "[2026-02-01, 2026-03-01) EUR 100.00");
        assertThat(text(RecurringLines.of(MONTHS, StubRule.CHARGE_NOTHING, CENTS, YEAR)
                        .lines(service, eur("100"))))
                .containsExactly("[2026-01-15, 2026-02-01) EUR 0.00", "[2026-02-01, 2026-03-01) EUR 100.00");
    }

    /** A third of a month is 3.33, and the credit of it is -3.33: half up is away from zero. */
    @Test
    void roundsAPartOnce() {
        ServicePeriod tenOfThirty = ServicePeriod.of("2026-04-01", "2026-04-11");
        assertThat(text(byMonth(YEAR).lines(tenOfThirty, eur("10")))).containsExactly(tenOfThirty + " EUR 3.33");
        assertThat(text(byMonth(YEAR).lines(tenOfThirty, eur("-10")))).containsExactly(tenOfThirty + " EUR -3.33");
        assertThat(text(byMonth(YEAR).lines(ServicePeriod.of("2026-04-01", "2026-05-01"), eur("9.995"))))
                .containsExactly("[2026-04-01, 2026-05-01) EUR 10.00");
    }

    /** 10^30 × 10 / 30. */
    @Test
    void aPriceMayBeLarge() {
        assertThat(byMonth(YEAR)
                        .lines(ServicePeriod.of("2026-04-01", "2026-04-11"), eur("1000000000000000000000000000000")))
                .extracting(RecurringLine::amount)
                .containsExactly(eur("333333333333333333333333333333.33"));
    }

    /** 12.00 by days of January: 12, 24 and 31 of 31 are 4.65, 9.29 and 12.00; rounded one by one they would be 12.01. */
    @Test
    void piecesOfOnePriceAddUp() {
        var pieces = new ArrayList<RecurringLine>();
        byMonth(YEAR)
                .forEachPiece(
                        ServicePeriod.of("2026-01-01", "2026-03-01"),
                        List.of(
                                LocalDate.parse("2026-01-13"),
                                LocalDate.parse("2026-01-25"),
                                LocalDate.parse("2026-02-01")),
                        eur("12.00"),
                        (period, amount) -> pieces.add(new RecurringLine(period, amount)));
        assertThat(text(pieces))
                .containsExactly(
                        "[2026-01-01, 2026-01-13) EUR 4.65",
                        "[2026-01-13, 2026-01-25) EUR 4.64",
                        "[2026-01-25, 2026-02-01) EUR 2.71",
                        "[2026-02-01, 2026-03-01) EUR 12.00");
    }

    @Test
    void refusesCutsThatDoNotRiseWithinTheService() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byMonth(YEAR)
                        .forEachPiece(YEAR, List.of(LocalDate.parse("2026-01-01")), eur("1"), (period, amount) -> {}))
                .withMessage("cuts[0] must lie after 2026-01-01 and before 2027-01-01, but was 2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byMonth(YEAR)
                        .forEachPiece(
                                YEAR,
                                List.of(LocalDate.parse("2026-02-01"), LocalDate.parse("2027-01-01")),
                                eur("1"),
                                (period, amount) -> {}))
                .withMessage("cuts[1] must lie after 2026-02-01 and before 2027-01-01, but was 2027-01-01");
    }

    /** 20527 is 15 March 2026 and 20583 is 10 May. */
    @Test
    void columnsAreTheSameLines() {
        LineColumns lines = byMonth(YEAR)
                .columns(SpanBatch.of(new long[] {0, 20527}, new long[] {1, 20583}, new long[] {100, 4900}, 2));
        assertThat(lines).hasToString("3 lines");
        assertThat(lines.count()).isEqualTo(3);
        assertThat(lines.row(0)).isEqualTo(1);
        assertThat(lines.start(0)).isEqualTo(20527);
        assertThat(lines.end(0)).isEqualTo(LocalDate.parse("2026-04-01").toEpochDay());
        assertThat(List.of(lines.unscaled(0), lines.unscaled(1), lines.unscaled(2)))
                .containsExactly(2687L, 4900L, 1423L);
        assertThat(lines.amount(2)).isEqualTo("14.23");
    }

    /** The products do not fit in a long, their parts do: 9 × 10^18 × 10 / 30, and 5 units of 10^-18 rounded away. */
    @Test
    void columnsCarryWhatDoesNotFit() {
        long april = LocalDate.parse("2026-04-01").toEpochDay();
        LineColumns lines = byMonth(YEAR)
                .columns(SpanBatch.of(
                        new long[] {april}, new long[] {april + 10}, new long[] {9_000_000_000_000_000_000L}, 2));
        assertThat(lines.unscaled(0)).isEqualTo(3_000_000_000_000_000_000L);
        LineColumns fine = RecurringLines.of(MONTHS, DayCount.CIVIL_DAYS, Rounding.halfUp(0), YEAR)
                .columns(SpanBatch.of(
                        new long[] {april}, new long[] {april + 10}, new long[] {9_000_000_000_000_000_000L}, 18));
        assertThat(fine.unscaled(0)).isEqualTo(3);
    }

    @Test
    void refusesColumnsByRowRuleAndValue() {
        RecurringLines year = byMonth(YEAR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> year.columns(SpanBatch.of(new long[] {1, 5}, new long[] {2, 5}, new long[2], 2)))
                .withMessage("ends[1] must be after 5, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> year.columns(SpanBatch.of(new long[] {-1_000_000}, new long[] {5}, new long[1], 2)))
                .withMessage("starts[0] must lie in the years 1 to 9999, but was -1000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> year.columns(SpanBatch.of(new long[1], new long[1], new long[1], 1)))
                .withMessage("priceScale must be at least 2, the decimal places of the rounding, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpanBatch.of(new long[1], new long[2], new long[1], 2))
                .withMessage("ends must have 1 rows, as starts has, but was 2");
        RecurringLines exact =
                RecurringLines.of(MONTHS, DayCount.CIVIL_DAYS, Rounding.of(2, RoundingMode.UNNECESSARY), YEAR);
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> exact.columns(
                        SpanBatch.of(new long[] {0, 20527}, new long[] {1, 20583}, new long[] {100, 4900}, 2)))
                .withMessage("spans[1]: result must be a whole number of the rounding's units, but was 83300 / 31");
    }

    /** Rows keep their numbers; two halves are the whole. */
    @Test
    void someRowsOfABatchKeepTheirNumbers() {
        SpanBatch both = SpanBatch.of(new long[] {20454, 20454}, new long[] {20485, 20485}, new long[] {100, 200}, 2);
        LineColumns second = byMonth(YEAR).columns(both.rows(1, 2));
        assertThat(second.count()).isOne();
        assertThat(second.row(0)).isOne();
        assertThat(second.unscaled(0)).isEqualTo(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.rows(1, 3))
                .withMessage("to must be at most 2, but was 3");
    }

    /** A strategy that gives too much is refused by the same rule at either door. */
    @Test
    void aPartOfAHostsOwnIsChecked() {
        Proration twice = (service, period) -> Fraction.of(2);
        RecurringLines lines = RecurringLines.of(MONTHS, twice, CENTS, YEAR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines.lines(YEAR, eur("1")))
                .withMessage("part must be from 0 to 1, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> lines.columns(SpanBatch.of(new long[] {20454}, new long[] {20485}, new long[] {1}, 2)))
                .withMessage("spans[0]: part must be from 0 to 1, but was 2");
    }

    @Test
    void refusesARangeOfTooManyPeriods() {
        ServicePeriod sixHundredYears = ServicePeriod.of("1800-01-01", "2400-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecurringLines.of(
                        Schedule.every("P1D", "2026-01-01"), DayCount.CIVIL_DAYS, CENTS, sixHundredYears))
                .withMessage("range must make at most 100000 periods, but was [1800-01-01, 2400-01-01)");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aNullIsNamed() {
        RecurringLines year = byMonth(YEAR);
        assertThatNullPointerException()
                .isThrownBy(() -> RecurringLines.of(null, DayCount.CIVIL_DAYS, CENTS, YEAR))
                .withMessage("schedule");
        assertThatNullPointerException()
                .isThrownBy(() -> RecurringLines.of(MONTHS, null, CENTS, YEAR))
                .withMessage("proration");
        assertThatNullPointerException()
                .isThrownBy(() -> RecurringLines.of(MONTHS, DayCount.CIVIL_DAYS, null, YEAR))
                .withMessage("rounding");
        assertThatNullPointerException()
                .isThrownBy(() -> RecurringLines.of(MONTHS, DayCount.CIVIL_DAYS, CENTS, null))
                .withMessage("range");
        assertThatNullPointerException()
                .isThrownBy(() -> year.lines(null, eur("1")))
                .withMessage("service");
        assertThatNullPointerException()
                .isThrownBy(() -> year.lines(YEAR, null))
                .withMessage("price");
        assertThatNullPointerException()
                .isThrownBy(() -> year.forEach(YEAR, eur("1"), null))
                .withMessage("sink");
        assertThatNullPointerException()
                .isThrownBy(() -> year.forEachPiece(YEAR, null, eur("1"), (period, amount) -> {}))
                .withMessage("cuts");
        assertThatNullPointerException().isThrownBy(() -> year.columns(null)).withMessage("spans");
        assertThatNullPointerException()
                .isThrownBy(() -> SpanBatch.of(new long[0], new long[0], null, 2))
                .withMessage("prices");
    }

    @Test
    void isShippedAndEqualByValue() throws Exception {
        RecurringLines year = byMonth(YEAR);
        RecurringLines arrived = SerialStreams.copy(year);
        assertThat(arrived)
                .isEqualTo(year)
                .hasSameHashCodeAs(year)
                .hasToString("every P1M from 2001-01-01 in [2026-01-01, 2027-01-01), CIVIL_DAYS, HALF_UP at 2 decimal"
                        + " places");
        assertThat(arrived.lines(YEAR, eur("5"))).isEqualTo(year.lines(YEAR, eur("5")));
        assertThat(year).isNotEqualTo(byMonth(ServicePeriod.of("2026-01-01", "2026-02-01")));
        SpanBatch spans = SpanBatch.of(new long[] {20454}, new long[] {20500}, new long[] {100}, 2);
        LineColumns lines = SerialStreams.copy(year.columns(spans));
        assertThat(lines.count()).isEqualTo(2);
        assertThat(lines.unscaled(0)).isEqualTo(100);
    }
}

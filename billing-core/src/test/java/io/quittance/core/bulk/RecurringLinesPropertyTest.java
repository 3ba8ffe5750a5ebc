package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ScheduledPeriod;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Both doors give the lines of {@code Schedule.periodsOf} and {@code Proration.amount}, in however many runs. */
class RecurringLinesPropertyTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final ServicePeriod ALL = ServicePeriod.of("2019-01-01", "2031-01-01");

    @Property
    void areThoseOfScheduleAndProration(
            @ForAll("schedules") Schedule schedule,
            @ForAll("prorations") Proration proration,
            @ForAll RoundingMode mode,
            @ForAll("periods") ServicePeriod range,
            @ForAll("periods") ServicePeriod service,
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long price,
            @ForAll @IntRange(min = 2, max = 6) int scale) {
        Rounding rounding = Rounding.of(2, mode == RoundingMode.UNNECESSARY ? RoundingMode.HALF_EVEN : mode);
        Amount amount = Amount.of(BigDecimal.valueOf(price, scale), EUR);
        var expected = new ArrayList<RecurringLine>();
        for (ScheduledPeriod period : schedule.periodsOf(service)) {
            if (range.contains(period.whole().start())) {
                expected.add(new RecurringLine(
                        period, proration.amount(amount, period.service(), period.whole(), rounding)));
            }
        }
        RecurringLines lines = RecurringLines.of(schedule, proration, rounding, range);
        assertThat(lines.lines(service, amount)).isEqualTo(expected);
        assertSameColumns(lines, service, price, scale, expected);
    }

    private static void assertSameColumns(
            RecurringLines lines, ServicePeriod service, long price, int scale, List<RecurringLine> expected) {
        LineColumns columns = lines.columns(SpanBatch.of(
                new long[] {service.start().toEpochDay()},
                new long[] {service.end().toEpochDay()},
                new long[] {price},
                scale));
        assertThat(columns.count()).isEqualTo(expected.size());
        for (int i = 0; i < columns.count(); i++) {
            RecurringLine line = expected.get(i);
            assertThat(Amount.of(columns.amount(i), EUR)).isEqualTo(line.amount());
            assertThat(LocalDate.ofEpochDay(columns.start(i)))
                    .isEqualTo(line.period().service().start());
            assertThat(LocalDate.ofEpochDay(columns.end(i)))
                    .isEqualTo(line.period().service().end());
        }
    }

    @Property
    void twelveRunsByTheMonthAreOneByTheYear(
            @ForAll("schedules") Schedule schedule,
            @ForAll("prorations") Proration proration,
            @ForAll("periods") ServicePeriod service,
            @ForAll @LongRange(min = 0, max = 1_000_000) long price,
            @ForAll @IntRange(min = 2019, max = 2030) int year) {
        Amount amount = Amount.ofMinor(price, EUR);
        Rounding cents = Rounding.halfUp(2);
        ServicePeriod whole = new ServicePeriod(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
        var monthly = new ArrayList<RecurringLine>();
        for (int month = 1; month <= 12; month++) {
            ServicePeriod range = ServicePeriod.of(YearMonth.of(year, month));
            monthly.addAll(RecurringLines.of(schedule, proration, cents, range).lines(service, amount));
        }
        assertThat(monthly)
                .isEqualTo(RecurringLines.of(schedule, proration, cents, whole).lines(service, amount));
    }

    @Property
    void piecesAddUpToTheirPeriod(
            @ForAll("schedules") Schedule schedule,
            @ForAll("prorations") Proration proration,
            @ForAll("periods") ServicePeriod service,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 4_000) Integer> offsets,
            @ForAll @LongRange(min = 0, max = 1_000_000) long price) {
        var days = new TreeSet<LocalDate>();
        offsets.forEach(offset -> days.add(service.start().plusDays(offset)));
        List<LocalDate> cuts =
                days.stream().filter(day -> day.isBefore(service.end())).toList();
        Amount amount = Amount.ofMinor(price, EUR);
        RecurringLines lines = RecurringLines.of(schedule, proration, Rounding.halfUp(2), ALL);
        var sums = new ArrayList<RecurringLine>();
        lines.forEachPiece(service, cuts, amount, (piece, part) -> {
            int last = sums.size() - 1;
            if (last >= 0 && sums.get(last).period().number() == piece.number()) {
                RecurringLine before = sums.get(last);
                var both = new ServicePeriod(
                        before.period().service().start(), piece.service().end());
                assertThat(before.period().service().end())
                        .isEqualTo(piece.service().start());
                sums.set(
                        last,
                        new RecurringLine(
                                new ScheduledPeriod(piece.number(), piece.whole(), both),
                                before.amount().add(part)));
            } else {
                sums.add(new RecurringLine(piece, part));
            }
        });
        assertThat(sums).isEqualTo(lines.lines(service, amount));
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        Arbitrary<LocalDate> anchors =
                Arbitraries.integers().between(-4_000, 4_000).map(LocalDate.of(2025, 1, 31)::plusDays);
        return Arbitraries.oneOf(
                Arbitraries.of(Schedule.calendar("P1M"), Schedule.calendar("P3M"), Schedule.calendar("P7D")),
                Combinators.combine(anchors, Arbitraries.integers().between(1, 30))
                        .as((anchor, months) -> Schedule.every(Period.ofMonths(months), anchor)),
                Combinators.combine(anchors, Arbitraries.integers().between(1, 400))
                        .as((anchor, days) -> Schedule.every(Period.ofDays(days), anchor)),
                Combinators.combine(anchors, Arbitraries.integers().between(1, 13))
                        .as((anchor, months) ->
                                Schedule.lastDayOfMonth(Period.ofMonths(months), YearMonth.from(anchor))));
    }

    @Provide
    Arbitrary<Proration> prorations() {
        return Arbitraries.of(
                DayCount.CIVIL_DAYS,
                DayCount.CIVIL_DAYS,
                DayCount.THIRTY_DAY_MONTHS,
                new ElapsedTime(ZoneId.of("Europe/Berlin")),
                StubRule.CHARGE_WHOLE,
                StubRule.CHARGE_NOTHING);
    }

    @Provide
    Arbitrary<ServicePeriod> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4_000),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(1, 40),
                                Arbitraries.integers().between(1, 380)))
                .as((offset, days) -> new ServicePeriod(
                        ALL.start().plusDays(offset), ALL.start().plusDays(offset + days)));
    }
}

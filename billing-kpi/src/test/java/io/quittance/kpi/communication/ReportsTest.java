package io.quittance.kpi.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.time.BusinessHours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");
    private static final BusinessHours ALWAYS = BusinessHours.roundTheClock(ZoneOffset.UTC);
    private static final Instant NOON = Instant.parse("2026-02-10T12:00:00Z");

    private static <E extends KpiEvent> EventFigures<E> figures(List<E> events) {
        return EventFigures.of(FEBRUARY, AsOf.endOf("2026-02-28"), events);
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code());
    }

    private static IssuedReport issued(String day) {
        return IssuedReport.issued("aging " + day, LocalDate.parse(day), NOON);
    }

    /** By hand: reports after 2, 3 and 10 hours have a mean of 5 and a median of 3; within 3 hours are two of three. */
    @Test
    void adHocReportsHaveAMeanAMedianAndALimit() {
        var figures = figures(List.of(
                ReportRequest.requested("R-1", NOON).delivered(NOON.plusSeconds(2 * 3600)),
                ReportRequest.requested("R-2", NOON).delivered(NOON.plusSeconds(3 * 3600)),
                ReportRequest.requested("R-3", NOON).delivered(NOON.plusSeconds(10 * 3600)),
                ReportRequest.requested("R-4", Instant.parse("2026-02-28T23:00:00Z"))));
        assertThat(AdHocReportTime.mean(ALWAYS).compute(figures).value()).contains(Fraction.of(5));
        assertThat(AdHocReportTime.median(ALWAYS).compute(figures).value()).contains(Fraction.of(3));
        assertThat(AdHocReportTime.p90(ALWAYS).compute(figures).value()).contains(Fraction.of(10));
        KpiResult inTime =
                AdHocReportsInTime.within(new BigDecimal("3"), ALWAYS).compute(figures);
        assertThat(inTime.value()).contains(Fraction.of(200, 3));
        assertThat(inTime.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(code(AdHocReportTime.mean(ALWAYS).compute(figures(List.of()))))
                .isEqualTo("NO_REPORTS");
        assertThat(code(AdHocReportsInTime.within(BigDecimal.ONE, ALWAYS).compute(figures(List.of()))))
                .isEqualTo("NO_REPORTS");
    }

    /** By hand: of four reports one was restated by the end of the month, and one in March, which is not known yet. */
    @Test
    void reportsAreAccurateThatWereNotRestated() {
        var figures = figures(List.of(
                issued("2026-02-02").restated(LocalDate.parse("2026-02-28"), NOON),
                issued("2026-02-09").restated(LocalDate.parse("2026-03-01"), NOON),
                issued("2026-02-16"),
                issued("2026-02-23"),
                issued("2026-03-02")));
        KpiResult accuracy = ReportAccuracy.soFar().compute(figures);
        assertThat(accuracy.value()).contains(Fraction.of(75));
        assertThat(accuracy.basis().count()).contains(4L);
        assertThat(accuracy.basis().numerator()).contains(Fraction.of(3));
        assertThat(code(ReportAccuracy.soFar().compute(figures(List.of())))).isEqualTo("NO_REPORTS");
    }

    /** By hand: 12 days after 16 February the month ends, so the window of 23 February is open; the one of 2 February was restated on its 12th day. */
    @Test
    void aWindowMustBeOver() {
        var reports = List.of(
                issued("2026-02-02").restated(LocalDate.parse("2026-02-14"), NOON),
                issued("2026-02-09").restated(LocalDate.parse("2026-02-22"), NOON),
                issued("2026-02-16"),
                issued("2026-02-23").restated(LocalDate.parse("2026-02-24"), NOON));
        KpiResult accuracy = ReportAccuracy.within(12).compute(figures(reports));
        assertThat(accuracy.value()).contains(Fraction.of(200, 3));
        assertThat(accuracy.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(code(ReportAccuracy.within(60).compute(figures(reports)))).isEqualTo("NO_REPORTS");
    }

    /** By hand: 12 in the 28 days of February are 3 per week, and 75 % of 16. */
    @Test
    void reportsHaveAFrequency() {
        var reports = LocalDate.parse("2026-02-01")
                .datesUntil(LocalDate.parse("2026-02-13"))
                .map(day -> issued(day.toString()))
                .toList();
        assertThat(ReportingFrequency.perWeek().compute(figures(reports)).value())
                .contains(Fraction.of(3));
        assertThat(ReportingFrequency.ofPlanned(16).compute(figures(reports)).value())
                .contains(Fraction.of(75));
        assertThat(ReportingFrequency.perWeek().compute(figures(List.of())).value())
                .contains(Fraction.ZERO);
        assertThat(code(ReportingFrequency.ofPlanned(0).compute(figures(reports))))
                .isEqualTo("NO_REPORTS_PLANNED");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issued("2026-02-02").restated(LocalDate.parse("2026-02-01"), NOON))
                .withMessage("restated must not be before 2026-02-02, but was 2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportRequest.requested("R-1", NOON).delivered(NOON.minusSeconds(1)))
                .withMessage("delivered must not be before 2026-02-10T12:00:00Z, but was 2026-02-10T11:59:59Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportAccuracy.within(-1))
                .withMessage("windowDays must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportingFrequency.ofPlanned(-1))
                .withMessage("planned must not be negative, but was -1");
    }

    /** By hand: issued on 2 February, restated on the 10th and again on 20 March. It was wrong within 12 days, whatever came later. */
    @Test
    void theFirstRestatementCounts() {
        IssuedReport once = issued("2026-02-02").restated(LocalDate.parse("2026-02-10"), NOON);
        IssuedReport twice = once.restated(LocalDate.parse("2026-03-20"), NOON);
        assertThat(twice.restated()).isEqualTo(LocalDate.parse("2026-02-10"));
        assertThat(once.restated(LocalDate.parse("2026-02-05"), NOON).restated())
                .isEqualTo(LocalDate.parse("2026-02-05"));
        for (IssuedReport report : List.of(once, twice)) {
            var figures = figures(List.of(report, issued("2026-02-09")));
            assertThat(ReportAccuracy.within(12).compute(figures).value()).contains(Fraction.of(50));
            assertThat(ReportAccuracy.soFar().compute(figures).value()).contains(Fraction.of(50));
        }
    }

    /** A window of 0 days is the day of issue: restated on it, and a day later. Reports of January and March are none of February. */
    @Test
    void aReportIsOfTheDayOnWhichItIsIssued() {
        var reports = List.of(
                issued("2026-02-02").restated(LocalDate.parse("2026-02-02"), NOON),
                issued("2026-02-03").restated(LocalDate.parse("2026-02-04"), NOON),
                issued("2026-01-31"),
                issued("2026-03-01"));
        KpiResult accuracy = ReportAccuracy.within(0).compute(figures(reports));
        assertThat(accuracy.value()).contains(Fraction.of(50));
        assertThat(accuracy.basis().count()).contains(2L);
        assertThat(accuracy.basis().definition().id()).isEqualTo("reporting.accuracy.within-0-days");
        assertThat(ReportAccuracy.soFar().definition().id()).isEqualTo("reporting.accuracy");
        // 2 in 28 days
        assertThat(ReportingFrequency.perWeek().compute(figures(reports)).value())
                .contains(Fraction.of(1, 2));
    }

    /** Of what has no window, nothing is left out, however early it is asked. */
    @Test
    void soFarNeedsNoWindow() {
        IssuedReport report =
                IssuedReport.issued("aging", LocalDate.parse("2026-02-28"), Instant.parse("2026-02-28T12:00:00Z"));
        KpiResult accuracy = ReportAccuracy.soFar()
                .compute(EventFigures.of(FEBRUARY, AsOf.of("2026-02-28", "2026-02-28T12:00:00Z"), List.of(report)));
        assertThat(accuracy.value()).contains(Fraction.of(100));
        assertThat(accuracy.basis().exclusions()).isEmpty();
    }
}

package io.quittance.kpi.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.FiscalCalendar.NamedBy;
import io.quittance.kpi.time.PeriodLength;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The twelve targets of section 6 of kpi.md, each with its case of kpi.json where it has one. */
class RequiredTargetsTest {
    private static final RequiredTargets TARGETS =
            new RequiredTargets("all customers", new FiscalCalendar(Month.APRIL, NamedBy.LAST_DAY));
    private static final ServicePeriod LAST_QUARTER = ServicePeriod.of("2025-10-01", "2026-01-01");
    private static final LocalDate DEADLINE = LocalDate.of(2026, 3, 31);

    /** smart-dso-minus-10pct. */
    @Test
    void dsoFallsByTenPercentWithinTheNextQuarter() {
        Target target = TARGETS.dsoDownTenPercent(Baseline.of("45", LAST_QUARTER));
        assertThat(target.kpi()).isEqualTo("dso.simple");
        assertThat(target.area()).isEqualTo("Collection");
        assertThat(target.scope()).isEqualTo("all customers");
        assertThat(target.deadline()).contains(DEADLINE);
        assertThat(row(target, "41").goal()).contains(Results.exact("40.5"));
        assertThat(status(target, "41")).isEqualTo(Status.MISSED);
        assertThat(status(target, "40.5")).isEqualTo(Status.MET);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TARGETS.dsoDownTenPercent(Baseline.of("45", ServicePeriod.of("2025-11-01", "2026-02-01"))))
                .withMessage("baseline must be of a quarter of the calendar, but was [2025-11-01, 2026-02-01)");
    }

    /** smart-collection-95. */
    @Test
    void collectionRateIs95ByFiscalYearEnd() {
        Target target = TARGETS.collectionRateOf95(LocalDate.of(2025, 5, 1));
        assertThat(target.deadline()).contains(DEADLINE);
        assertThat(target.kpi()).isEqualTo("collection-rate.due-cohort.by-period-end");
        assertThat(status(target, "95")).isEqualTo(Status.MET);
        assertThat(status(target, "94.99")).isEqualTo(Status.MISSED);
    }

    /** smart-overdue-15-to-5; whether by number or by amount is the caller's choice. */
    @Test
    void overdueFallsFrom15To5() {
        assertThat(TARGETS.overdueFrom15To5ByCount(DEADLINE).kpi()).isEqualTo("overdue.count");
        Target target = TARGETS.overdueFrom15To5ByAmount(DEADLINE);
        assertThat(target.kpi()).isEqualTo("overdue.amount");
        assertThat(row(target, "8").progress()).contains(Results.exact("70"));
        assertThat(status(target, "5")).isEqualTo(Status.MET);
    }

    /** smart-collection-plus-5-relative and -points: the same value meets one reading and misses the other. */
    @Test
    void collectionRateRisesByFivePercentOrPoints() {
        var baseline = Baseline.of("80", LAST_QUARTER);
        assertThat(status(TARGETS.collectionRateUpFivePercent(baseline, DEADLINE), "84"))
                .isEqualTo(Status.MET);
        Target points = TARGETS.collectionRateUpFivePoints(baseline, DEADLINE);
        assertThat(status(points, "84")).isEqualTo(Status.MISSED);
        assertThat(row(points, "84").progress()).contains(Results.exact("80"));
        assertThat(points.kpi()).isEqualTo("collection-rate.period");
    }

    /** smart-error-rate-lt-2, smart-on-time-95-or-higher, smart-automation-80, smart-two-per-year. */
    @Test
    void ratesAndCountsHoldInEveryPeriod() {
        assertThat(status(TARGETS.errorRateBelow2(PeriodLength.MONTH), "2")).isEqualTo(Status.MISSED);
        assertThat(status(TARGETS.errorRateBelow2(PeriodLength.MONTH), "1.99")).isEqualTo(Status.MET);
        assertThat(status(TARGETS.onTime95(PeriodLength.MONTH), "95.00")).isEqualTo(Status.MET);
        assertThat(status(TARGETS.automation80(PeriodLength.QUARTER), "79.99")).isEqualTo(Status.MISSED);
        assertThat(status(TARGETS.twoImprovementsPerYear(), "1")).isEqualTo(Status.MISSED);
        assertThat(status(TARGETS.twoImprovementsPerYear(), "2")).isEqualTo(Status.MET);
        assertThat(TARGETS.twoImprovementsPerYear().every())
                .contains(new EveryPeriod(PeriodLength.YEAR, TARGETS.calendar()));
        assertThat(TARGETS.errorRateBelow2(PeriodLength.MONTH).every())
                .contains(new EveryPeriod(PeriodLength.MONTH, TARGETS.calendar()));
    }

    @Test
    void dsoIsAtABenchmarkWithItsSource() {
        Target target = TARGETS.dsoAtBenchmark("38", "a survey of 2025", PeriodLength.QUARTER);
        assertThat(target).hasToString("<= benchmark 38 (a survey of 2025)");
        assertThat(status(target, "38")).isEqualTo(Status.MET);
        assertThat(status(target, "38.01")).isEqualTo(Status.MISSED);
    }

    /** 24 hours themselves are met (edge-bh-24h-sla: the boundary is inclusive). */
    @Test
    void inquiriesAreAnsweredWithin24Hours() {
        assertThat(status(TARGETS.answeredWithin24HoursLongest(PeriodLength.MONTH), "24"))
                .isEqualTo(Status.MET);
        assertThat(status(TARGETS.answeredWithin24HoursLongest(PeriodLength.MONTH), "24.01"))
                .isEqualTo(Status.MISSED);
        Target share = TARGETS.answeredWithin24HoursShare("90", PeriodLength.MONTH);
        assertThat(share.kpi()).isEqualTo("inquiry.response-time.within-limit");
        assertThat(status(share, "89.9")).isEqualTo(Status.MISSED);
    }

    @Test
    void auditsFindNothingSignificant() {
        assertThat(status(TARGETS.noSignificantFindings(PeriodLength.YEAR), "0"))
                .isEqualTo(Status.MET);
        assertThat(status(TARGETS.noSignificantFindings(PeriodLength.YEAR), "1"))
                .isEqualTo(Status.MISSED);
    }

    /** smart-overdue-payments-15: 16,900 is 103.333333 % of the way from 20,000 to 17,000. */
    @Test
    void overdueFallsBy15PercentWithinThreeMonths() {
        Target target = TARGETS.overdueDown15Percent(Baseline.of("20000", LAST_QUARTER));
        assertThat(target.deadline()).contains(DEADLINE);
        assertThat(row(target, "16900").goal()).contains(Results.exact("17000"));
        assertThat(row(target, "16900").progress())
                .contains(Results.exact("310").dividedBy(Results.exact("3")));
        assertThat(TARGETS.overdueDown15Percent(Baseline.of("20000", ServicePeriod.of("2026-02-01", "2026-03-01")))
                        .deadline())
                .contains(LocalDate.of(2026, 5, 31));
    }

    @Test
    void serveAnAreaOfTheirRole() {
        var baseline = Baseline.of("45", LAST_QUARTER);
        var officer = RoleScorecard.of(Role.BILLING_OFFICER).areas();
        assertThat(List.of(
                        TARGETS.errorRateBelow2(PeriodLength.MONTH),
                        TARGETS.onTime95(PeriodLength.MONTH),
                        TARGETS.dsoAtBenchmark("38", "a survey", PeriodLength.MONTH),
                        TARGETS.answeredWithin24HoursLongest(PeriodLength.MONTH),
                        TARGETS.noSignificantFindings(PeriodLength.YEAR),
                        TARGETS.twoImprovementsPerYear(),
                        TARGETS.automation80(PeriodLength.MONTH)))
                .allSatisfy(target -> assertThat(officer).contains(target.area()));
        assertThat(RoleScorecard.of(Role.RECEIVABLES).areas())
                .contains(TARGETS.overdueDown15Percent(baseline).area());
        assertThat(RoleScorecard.of(Role.BILLING_SPECIALIST).areas())
                .contains(TARGETS.dsoDownTenPercent(baseline).area());
    }

    private static Status status(Target target, String value) {
        return row(target, value).status();
    }

    private static ScorecardRow row(Target target, String value) {
        KpiResult result = Results.of(target.kpi(), target.comparison().direction(), value);
        return ScorecardRow.of(target, result);
    }
}

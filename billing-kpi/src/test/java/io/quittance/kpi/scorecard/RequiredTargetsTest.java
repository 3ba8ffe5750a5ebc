package io.quittance.kpi.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.billing.InvoiceAccuracy;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.SentOnTime;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.communication.InquiriesAnsweredInTime;
import io.quittance.kpi.communication.Inquiry;
import io.quittance.kpi.communication.InquiryResponseTime;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.FiscalCalendar.NamedBy;
import io.quittance.kpi.time.OpeningHours;
import io.quittance.kpi.time.PeriodLength;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The twelve targets of section 6 of kpi.md, each with its case of kpi.json where it has one. */
class RequiredTargetsTest {
    private static final RequiredTargets TARGETS =
            new RequiredTargets("all customers", new FiscalCalendar(Month.APRIL, NamedBy.LAST_DAY));
    private static final ServicePeriod LAST_QUARTER = ServicePeriod.of("2025-10-01", "2026-01-01");
    private static final ServicePeriod DECEMBER = ServicePeriod.of("2025-12-01", "2026-01-01");
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
        ServicePeriod year = ServicePeriod.of("2025-04-01", "2026-04-01");
        assertThat(ScorecardRow.of(target, Results.of(target, "95", year)).isOver())
                .isTrue();
        ServicePeriod halfYear = ServicePeriod.of("2025-04-01", "2025-10-01");
        ScorecardRow running = ScorecardRow.of(target, Results.of(target, "94", halfYear));
        assertThat(running.status()).isEqualTo(Status.BEHIND);
        ServicePeriod lastMonth = ServicePeriod.of("2026-03-01", "2026-04-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, Results.of(target, "95", lastMonth)))
                .withMessage("actual must be of a period as long as the baseline's, [2024-04-01, 2025-04-01), or of the"
                        + " beginning of one, but was [2026-03-01, 2026-04-01)");
    }

    /** From 85 % in the year before, 90 % after half of the year is half of the way to 95 %, where 183 / 365 = 50.14 % are due. */
    @Test
    void collectionRateIsHeldAgainstThatOfTheYearBefore() {
        Target target = TARGETS.collectionRateOf95(LocalDate.of(2025, 5, 1));
        ScorecardRow row = ScorecardRow.of(
                target,
                Results.of(target, "90", ServicePeriod.of("2025-04-01", "2025-10-01")),
                Results.of(target, "85", ServicePeriod.of("2024-04-01", "2025-04-01")));
        assertThat(row.progress()).contains(Results.exact("50"));
        assertThat(row.expectedProgress()).contains(Fraction.of(18_300, 365));
        assertThat(row.status()).isEqualTo(Status.BEHIND);
    }

    /** smart-overdue-15-to-5; whether by number or by amount is the caller's choice. */
    @Test
    void overdueFallsFrom15To5() {
        assertThat(TARGETS.overdueFrom15To5ByCount(DECEMBER, DEADLINE).kpi()).isEqualTo("overdue.count");
        Target target = TARGETS.overdueFrom15To5ByAmount(DECEMBER, DEADLINE);
        assertThat(target.kpi()).isEqualTo("overdue.amount");
        assertThat(row(target, "8").progress()).contains(Results.exact("70"));
        assertThat(status(target, "5")).isEqualTo(Status.MET);
    }

    /**
     * By hand: from 31 December to 31 March are 90 days; on 31 January 31 of them are over, 34.444444 %. From 15 to 5 % that is 11.555556, so 11.5 is on the line and 11.6 is not.
     */
    @Test
    void overdueIsOnTheWayFromTheBaselinesEnd() {
        Target target = TARGETS.overdueFrom15To5ByCount(DECEMBER, DEADLINE);
        var january = ServicePeriod.of("2026-01-01", "2026-02-01");
        assertThat(ScorecardRow.of(target, Results.of(target, "11.5", january)).status())
                .isEqualTo(Status.ON_TRACK);
        assertThat(ScorecardRow.of(target, Results.of(target, "11.6", january)).status())
                .isEqualTo(Status.BEHIND);
        assertThat(ScorecardRow.of(target, Results.of(target, "6", ServicePeriod.of("2026-03-01", "2026-04-01")))
                        .status())
                .isEqualTo(Status.MISSED);
    }

    /** 001:102 and 001:103 by the events of invoices, of which one of twenty is wrong and one late: 5 % and 95 %. */
    @Test
    void invoicesAnswerByTheirEvents() {
        var month = ServicePeriod.of("2026-01-01", "2026-02-01");
        var invoices = new ArrayList<IssuedInvoice>();
        for (int i = 0; i < 20; i++) {
            LocalDate issued = LocalDate.of(2026, 1, 5);
            IssuedInvoice invoice = IssuedInvoice.of(
                            "R" + i, "C", 1, Amount.of("1", "EUR"), Instant.parse("2026-01-05T12:00:00Z"))
                    .with(Stage.ISSUED, issued)
                    .with(Stage.DUE_TO_BE_SENT, issued)
                    .with(Stage.SENT, issued.plusDays(i == 7 ? 3 : 0));
            invoices.add(invoice);
        }
        var figures = EventFigures.of(month, AsOf.endOf("2026-03-31"), invoices);
        assertThat(ScorecardRow.of(
                                TARGETS.onTime95(0, PeriodLength.MONTH),
                                SentOnTime.byTheDay().compute(figures))
                        .status())
                .isEqualTo(Status.MET);
        var errors = InvoiceAccuracy.within(20).asErrorRate().compute(figures);
        var row = ScorecardRow.of(TARGETS.errorRateBelow2(20, PeriodLength.MONTH), errors);
        assertThat(row.status()).isEqualTo(Status.MET);
        // none is wrong: better than the goal, and no share of it
        assertThat(row.score()).contains(Fraction.of(120));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(TARGETS.errorRateBelow2(30, PeriodLength.MONTH), errors))
                .withMessage("actual must be of billing.error-rate.within-30-days.count,"
                        + " but was billing.error-rate.within-20-days.count");
    }

    /** One inquiry is answered after 72 business hours: within 80, but not within 24. */
    @Test
    void anotherLimitIsNoAnswer() {
        var hours = BusinessHours.weekdays(ZoneOffset.UTC, OpeningHours.of("09:00", "17:00"));
        var figures = EventFigures.of(
                ServicePeriod.of("2026-01-01", "2026-02-01"),
                AsOf.endOf("2026-01-31"),
                List.of(Inquiry.received("I", Instant.parse("2026-01-05T09:00:00Z"), "mail")
                        .answered(Instant.parse("2026-01-16T09:00:00Z"))));
        Target target = TARGETS.answeredWithin24HoursShare("95", PeriodLength.MONTH);
        var within24 = InquiriesAnsweredInTime.within(new BigDecimal("24.0"), hours);
        assertThat(ScorecardRow.of(target, within24.compute(figures)).status()).isEqualTo(Status.MISSED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(
                        target,
                        InquiriesAnsweredInTime.within(new BigDecimal("80"), hours)
                                .compute(figures)))
                .withMessage("actual must be of inquiry.response-time.within-24-hours,"
                        + " but was inquiry.response-time.within-80-hours");
        assertThat(target.unit()).contains(within24.definition().unit());
        assertThat(TARGETS.answeredWithin24HoursLongest(PeriodLength.MONTH))
                .satisfies(longest -> assertThat(longest.kpi())
                        .isEqualTo(InquiryResponseTime.max(hours).id()))
                .satisfies(longest -> assertThat(longest.unit())
                        .contains(InquiryResponseTime.max(hours).definition().unit()));
    }

    /** The same books: 300 owed is 45.5 days of the quarter's sales of 600, and 22.5 days of April's 400. */
    @Test
    void aMonthIsNoQuarter() {
        Target target = new RequiredTargets("all customers", FiscalCalendar.calendarYears())
                .dsoDownTenPercent(Baseline.of("45", ServicePeriod.of("2026-01-01", "2026-04-01")));
        var april = ScorecardRow.of(target, Results.of(target, "22.5", ServicePeriod.of("2026-04-01", "2026-05-01")));
        assertThat(april.isOver()).isFalse();
        assertThat(april.explanation().text()).isEqualTo("22.5 is <= 40.5 so far");
        assertThat(april.asOf(LocalDate.of(2026, 6, 30)).status()).isEqualTo(Status.NO_DATA);
        var quarter = ScorecardRow.of(target, Results.of(target, "45.5", ServicePeriod.of("2026-04-01", "2026-07-01")));
        assertThat(quarter.status()).isEqualTo(Status.MISSED);
        assertThat(quarter.isOver()).isTrue();
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
        assertThat(share.kpi()).isEqualTo("inquiry.response-time.within-24-hours");
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
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TARGETS.overdueDown15Percent(Baseline.of("20000", LAST_QUARTER)))
                .withMessage("currency must be given for amounts of receivables.outstanding.overdue");
        Target target = TARGETS.overdueDown15Percent(Baseline.of(Amount.of("20000", "EUR"), LAST_QUARTER));
        assertThat(target.deadline()).contains(DEADLINE);
        assertThat(row(target, "16900").goal()).contains(Results.exact("17000"));
        assertThat(row(target, "16900").progress())
                .contains(Results.exact("310").dividedBy(Results.exact("3")));
        assertThat(TARGETS.overdueDown15Percent(Baseline.measuredIn(ServicePeriod.of("2026-02-01", "2026-03-01")))
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
                .contains(TARGETS.overdueDown15Percent(Baseline.measuredIn(LAST_QUARTER))
                        .area());
        assertThat(RoleScorecard.of(Role.BILLING_SPECIALIST).areas())
                .contains(TARGETS.dsoDownTenPercent(baseline).area());
    }

    private static Status status(Target target, String value) {
        return row(target, value).status();
    }

    private static ScorecardRow row(Target target, String value) {
        return ScorecardRow.of(target, Results.of(target, value, null));
    }
}

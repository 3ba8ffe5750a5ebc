package io.quittance.examples.monthend;

import static io.quittance.kpi.scorecard.Comparison.AT_LEAST;
import static io.quittance.kpi.scorecard.Comparison.AT_MOST;
import static io.quittance.kpi.scorecard.Comparison.LESS;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.billing.InvoicesOnTime;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.scorecard.Baseline;
import io.quittance.kpi.scorecard.Comparison;
import io.quittance.kpi.scorecard.Goal;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.Target;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The targets of the billing department, and how they stand. */
final class ScorecardJob {
    private static final String BILLING = "Billing";
    private static final String COLLECTION = "Collection";

    private final BillingJob.Result billing;
    private final KpiJob.Result kpis;
    private final YearMonth close;

    private ScorecardJob(BillingJob.Result billing, KpiJob.Result kpis, YearMonth close) {
        this.billing = billing;
        this.kpis = kpis;
        this.close = close;
    }

    static List<ScorecardRow> run(BillingJob.Result billing, KpiJob.Result kpis, YearMonth close) {
        var job = new ScorecardJob(billing, kpis, close);
        return List.of(
                job.errors(), job.onTime(), job.outstanding(), job.collected(), job.overdue(), job.closingMonth());
    }

    /** Of the invoices that the data's publisher made: 2 % itself would be missed. */
    private ScorecardRow errors() {
        var kpi = new BillingErrorRate();
        return ScorecardRow.of(
                target(
                                "Billing errors (published invoices)",
                                kpi,
                                billing.period().lastDay())
                        .goal(LESS, Goal.absolute("2"))
                        .area(BILLING)
                        .build(),
                billing.result(kpi));
    }

    private ScorecardRow onTime() {
        var kpi = new InvoicesOnTime();
        return ScorecardRow.of(
                target("Invoices on time", kpi, billing.period().lastDay())
                        .goal(AT_LEAST, Goal.absolute("95"))
                        .area(BILLING)
                        .build(),
                billing.result(kpi));
    }

    /** The last full quarter against the one before. */
    private ScorecardRow outstanding() {
        var kpi = DaysSalesOutstanding.simple();
        YearMonth last = lastMonthOfQuarter();
        return ScorecardRow.of(
                target("DSO down 10 % on the quarter before", kpi, last.atEndOfMonth())
                        .goal(AT_MOST, Goal.change("-10"))
                        .baseline(Baseline.measuredIn(quarter(last.minusMonths(3))))
                        .area(COLLECTION)
                        .build(),
                result(kpi, quarter(last)),
                result(kpi, quarter(last.minusMonths(3))));
    }

    private ScorecardRow collected() {
        return atYearEnd("Collected of what fell due", CollectionRate.ofDueCohortByPeriodEnd(), AT_LEAST, "95");
    }

    private ScorecardRow overdue() {
        var kpi = OverdueShare.byAmount();
        YearMonth december = lastMonthOfYear();
        return ScorecardRow.of(
                target("Overdue from 15 % to 5 %", kpi, december.atEndOfMonth())
                        .goal(AT_MOST, Goal.fromTo("15", "5"))
                        .area(COLLECTION)
                        .build(),
                kpis.month(december).result(kpi));
    }

    private ScorecardRow closingMonth() {
        var kpi = DaysSalesOutstanding.simple();
        return ScorecardRow.of(
                target("DSO of the closing month", kpi, close.atEndOfMonth())
                        .goal(AT_MOST, Goal.absolute("45"))
                        .area(COLLECTION)
                        .build(),
                kpis.month(close).result(kpi));
    }

    private ScorecardRow atYearEnd(String name, Kpi<?> kpi, Comparison comparison, String goal) {
        YearMonth december = lastMonthOfYear();
        return ScorecardRow.of(
                target(name, kpi, december.atEndOfMonth())
                        .goal(comparison, Goal.absolute(goal))
                        .area(COLLECTION)
                        .build(),
                kpis.month(december).result(kpi));
    }

    private KpiResult result(DaysSalesOutstanding kpi, ServicePeriod period) {
        return kpi.compute(kpis.figures().of(period));
    }

    private static ServicePeriod quarter(YearMonth last) {
        return new ServicePeriod(
                last.minusMonths(2).atDay(1), last.plusMonths(1).atDay(1));
    }

    /** The end of the last quarter that is over when the month is closed. */
    private YearMonth lastMonthOfQuarter() {
        return close.minusMonths(close.getMonthValue() % 3);
    }

    /** The end of the last fiscal year, which is the calendar year. */
    private YearMonth lastMonthOfYear() {
        return close.minusMonths(close.getMonthValue() % 12);
    }

    private static Target.Builder target(String name, Kpi<?> kpi, LocalDate deadline) {
        return Target.named(name).of(kpi.id(), "all customers").deadline(deadline);
    }
}

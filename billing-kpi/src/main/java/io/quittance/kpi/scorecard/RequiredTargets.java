package io.quittance.kpi.scorecard;

import static io.quittance.kpi.scorecard.Comparison.AT_LEAST;
import static io.quittance.kpi.scorecard.Comparison.AT_MOST;
import static io.quittance.kpi.scorecard.Comparison.LESS;
import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.billing.AutomationShare;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.billing.InvoiceAccuracy;
import io.quittance.kpi.billing.InvoicesOnTime;
import io.quittance.kpi.billing.SentOnTime;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.measurement.Measurements;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * The twelve targets that a billing and receivables department is usually given, ready-made (kpi.md, section 6). Where people mean different things by one sentence there is a
 * method for each, and where the sentence leaves something out, such as the benchmark or how often it is looked at, it is an argument.
 *
 * @param scope of whom the KPIs are measured, such as {@code all customers}
 * @param calendar the fiscal years and quarters
 */
public record RequiredTargets(String scope, FiscalCalendar calendar) implements Serializable {
    private static final KpiDefinition DSO = DaysSalesOutstanding.simple().definition();

    /** Checks that both are given. */
    public RequiredTargets {
        Require.id(scope, "scope");
        requireNonNull(calendar, "calendar");
    }

    /**
     * 000:108, DSO down 10 % within the next quarter: 45 days become 40.5 by its end.
     *
     * @param baseline of a quarter, by {@code dso.simple}
     * @throws IllegalArgumentException if the baseline's period is no quarter of the calendar
     */
    public Target dsoDownTenPercent(Baseline baseline) {
        ServicePeriod period = baseline.period();
        Require.that(
                calendar.periodOf(PeriodLength.QUARTER, period.start()).period().equals(period),
                "target.baseline",
                "baseline",
                "must be of a quarter of the calendar",
                period);
        return target("000:108", "DSO down 10 % within the next quarter", DSO)
                .goal(AT_MOST, Goal.change("-10"))
                .baseline(baseline)
                .deadline(calendar.periodAfter(PeriodLength.QUARTER, period.start())
                        .lastDay())
                .build();
    }

    /**
     * 000:109, a collection rate of 95 % by the end of the fiscal year: of what falls due in the year, paid by its end. Values are of the fiscal year or of its beginning, as a month at its end says nothing of the
     * others; it starts from the year before, whose value the row may be given to show progress.
     *
     * @param day any of the fiscal year
     */
    public Target collectionRateOf95(LocalDate day) {
        ServicePeriod year = calendar.periodOf(PeriodLength.YEAR, day).period();
        ServicePeriod yearBefore =
                calendar.periodOf(PeriodLength.YEAR, year.start().minusDays(1)).period();
        return target(
                        "000:109",
                        "Collection rate of 95 % by fiscal year end",
                        CollectionRate.ofDueCohortByPeriodEnd().definition())
                .goal(AT_LEAST, Goal.absolute("95"))
                .baseline(Baseline.measuredIn(yearBefore))
                .deadline(year.lastDay())
                .build();
    }

    /**
     * 000:110, overdue invoices from 15 % to 5 %, by their number.
     *
     * @param baseline the period at whose end 15 % were overdue, such as the month before; values are of periods as long
     */
    public Target overdueFrom15To5ByCount(ServicePeriod baseline, LocalDate deadline) {
        return overdueFrom15To5(
                OverdueShare.byCount().definition(),
                "Overdue invoices from 15 % to 5 %, by number",
                baseline,
                deadline);
    }

    /**
     * 000:110, overdue invoices from 15 % to 5 %, by what is open of them.
     *
     * @param baseline as above
     */
    public Target overdueFrom15To5ByAmount(ServicePeriod baseline, LocalDate deadline) {
        return overdueFrom15To5(
                OverdueShare.byAmount().definition(),
                "Overdue invoices from 15 % to 5 %, by amount",
                baseline,
                deadline);
    }

    /** 000:111, collection rate up 5 % of itself: 80 % becomes 84 %. */
    public Target collectionRateUpFivePercent(Baseline baseline, LocalDate deadline) {
        return collectionRateUp(Goal.change("5"), "Collection rate up 5 %", baseline, deadline);
    }

    /** 000:111, collection rate up 5 points: 80 % becomes 85 %. */
    public Target collectionRateUpFivePoints(Baseline baseline, LocalDate deadline) {
        return collectionRateUp(Goal.points("5"), "Collection rate up 5 points", baseline, deadline);
    }

    /** 001:102, an error rate of less than 2 %, from counts of invoices that were checked; 2 % is missed. */
    public Target errorRateBelow2(PeriodLength inEvery) {
        return errorRateBelow2(new BillingErrorRate().definition(), inEvery);
    }

    /**
     * 001:102, an error rate of less than 2 %, from the corrections of invoices; 2 % is missed.
     *
     * @param days after the issue in which a correction makes an invoice wrong, 0 or more
     */
    public Target errorRateBelow2(int days, PeriodLength inEvery) {
        return errorRateBelow2(InvoiceAccuracy.within(days).asErrorRate().definition(), inEvery);
    }

    /** 001:103, 95 % or more of the invoices sent in the standard time, from counts of them. */
    public Target onTime95(PeriodLength inEvery) {
        return onTime95(new InvoicesOnTime().definition(), inEvery);
    }

    /**
     * 001:103, 95 % or more of the invoices sent in the standard time, from their days.
     *
     * @param tolerance how many days after the day on which an invoice is due to be sent are standard, 0 or more
     */
    public Target onTime95(int tolerance, PeriodLength inEvery) {
        return onTime95(SentOnTime.within(tolerance).definition(), inEvery);
    }

    /**
     * 001:104, DSO at the benchmark of the industry or better.
     *
     * @param days the benchmark
     * @param source who published it, of which year and of whom
     */
    public Target dsoAtBenchmark(String days, String source, PeriodLength inEvery) {
        return target("001:104", "DSO at the industry's benchmark or better", DSO)
                .goal(AT_MOST, Goal.benchmark(days, source))
                .inEvery(new EveryPeriod(inEvery, calendar))
                .build();
    }

    /**
     * 001:105, inquiries answered within 24 business hours, read as a share of them.
     *
     * @param percent how many of 100 must be; 100 for all
     */
    public Target answeredWithin24HoursShare(String percent, PeriodLength inEvery) {
        return target(
                        "001:105",
                        "Inquiries answered within 24 business hours, share",
                        "inquiry.response-time.within-24-hours",
                        KpiUnit.PERCENT)
                .goal(AT_LEAST, Goal.absolute(percent))
                .inEvery(new EveryPeriod(inEvery, calendar))
                .build();
    }

    /** 001:105, inquiries answered within 24 business hours, read as the longest time of any; 24 hours are met. */
    public Target answeredWithin24HoursLongest(PeriodLength inEvery) {
        return target(
                        "001:105",
                        "Inquiries answered within 24 business hours, longest",
                        "inquiry.response-time.max",
                        KpiUnit.HOURS)
                .goal(AT_MOST, Goal.absolute("24"))
                .inEvery(new EveryPeriod(inEvery, calendar))
                .build();
    }

    /** 001:106, no significant findings of audits. */
    public Target noSignificantFindings(PeriodLength inEvery) {
        return target(
                        "001:106",
                        "No significant findings of audits",
                        Measurements.AUDIT_FINDINGS_SIGNIFICANT.definition())
                .goal(AT_MOST, Goal.absolute("0"))
                .inEvery(new EveryPeriod(inEvery, calendar))
                .build();
    }

    /** 001:107, two improvements or more in each fiscal year. */
    public Target twoImprovementsPerYear() {
        return target("001:107", "Two improvements a year or more", Measurements.PROCESS_IMPROVEMENTS.definition())
                .goal(AT_LEAST, Goal.absolute("2"))
                .inEvery(new EveryPeriod(PeriodLength.YEAR, calendar))
                .build();
    }

    /** 001:108, 80 % or more of the operations without a person. */
    public Target automation80(PeriodLength inEvery) {
        return target(
                        "001:108",
                        "Automation, 80 % or more",
                        AutomationShare.ofAll().definition())
                .goal(AT_LEAST, Goal.absolute("80"))
                .inEvery(new EveryPeriod(inEvery, calendar))
                .build();
    }

    /**
     * 002:106, overdue payments down 15 % within three months of the baseline's end: 20,000 become 17,000.
     *
     * @param baseline the amount that is past due, by {@code receivables.outstanding.overdue}, at the end of its period; a number needs a currency
     */
    public Target overdueDown15Percent(Baseline baseline) {
        return target(
                        "002:106",
                        "Overdue amount down 15 % within three months",
                        OutstandingReceivables.overdue().definition())
                .goal(AT_MOST, Goal.change("-15"))
                .baseline(baseline)
                .deadline(baseline.period().end().plusMonths(3).minusDays(1))
                .build();
    }

    private Target errorRateBelow2(KpiDefinition kpi, PeriodLength inEvery) {
        return target("001:102", "Billing errors below 2 %", kpi)
                .goal(LESS, Goal.absolute("2"))
                .inEvery(new EveryPeriod(inEvery, calendar))
                .build();
    }

    private Target onTime95(KpiDefinition kpi, PeriodLength inEvery) {
        return target("001:103", "Invoices on time, 95 % or more", kpi)
                .goal(AT_LEAST, Goal.absolute("95"))
                .inEvery(new EveryPeriod(inEvery, calendar))
                .build();
    }

    private Target overdueFrom15To5(KpiDefinition kpi, String name, ServicePeriod baseline, LocalDate deadline) {
        return target("000:110", name, kpi)
                .goal(AT_MOST, Goal.fromTo("15", "5"))
                .baseline(Baseline.of("15", baseline))
                .deadline(deadline)
                .build();
    }

    private Target collectionRateUp(Goal goal, String name, Baseline baseline, LocalDate deadline) {
        return target("000:111", name, CollectionRate.ofPeriod().definition())
                .goal(AT_LEAST, goal)
                .baseline(baseline)
                .deadline(deadline)
                .build();
    }

    private Target.Builder target(String mark, String name, KpiDefinition kpi) {
        return target(mark, name, kpi.id(), kpi.unit());
    }

    private Target.Builder target(String mark, String name, String kpi, KpiUnit unit) {
        return Target.named(name).of(kpi, unit, scope).area(areaOf(mark));
    }

    /** The key result area that the scorecard of the mark's role has for it. */
    private static String areaOf(String mark) {
        for (Role role : Role.values()) {
            for (RequiredKpi kpi : RoleScorecard.of(role).kpis()) {
                if (kpi.mark().equals(mark)) {
                    return kpi.area();
                }
            }
        }
        throw new IllegalStateException("no role has the mark " + mark);
    }
}

package io.quittance.json;

import static io.quittance.kpi.scorecard.Comparison.AT_LEAST;
import static io.quittance.kpi.scorecard.Comparison.AT_MOST;
import static io.quittance.kpi.scorecard.Comparison.LESS;
import static io.quittance.kpi.scorecard.Comparison.MORE;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Indicator;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.measurement.Aggregation;
import io.quittance.kpi.measurement.Measure;
import io.quittance.kpi.measurement.Measurement;
import io.quittance.kpi.scorecard.Baseline;
import io.quittance.kpi.scorecard.Capped;
import io.quittance.kpi.scorecard.EveryPeriod;
import io.quittance.kpi.scorecard.Goal;
import io.quittance.kpi.scorecard.Interpolation;
import io.quittance.kpi.scorecard.KeyResultArea;
import io.quittance.kpi.scorecard.MeasuringRule;
import io.quittance.kpi.scorecard.Scorecard;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.ShareOfGoal;
import io.quittance.kpi.scorecard.Target;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import io.quittance.kpi.trend.AgingTable;
import io.quittance.kpi.trend.Change;
import io.quittance.kpi.trend.ChangeFinding;
import io.quittance.kpi.trend.ChangeLimit;
import io.quittance.kpi.trend.Contributions;
import io.quittance.kpi.trend.Dimension;
import io.quittance.kpi.trend.KpiSeries;
import io.quittance.kpi.trend.ManagementSummary;
import io.quittance.kpi.trend.Slice;
import io.quittance.kpi.trend.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;

/** What the documents of KPIs of version 1 in {@code src/test/resources/version-1} say; together they have every field. */
final class FrozenKpis {
    private static final ServicePeriod LAST_QUARTER = ServicePeriod.of("2025-10-01", "2026-01-01");
    private static final ServicePeriod UP_TO_FEBRUARY = ServicePeriod.of("2026-01-01", "2026-03-01");
    private static final ServicePeriod QUARTER = ServicePeriod.of("2026-01-01", "2026-04-01");
    private static final LocalDate END = LocalDate.parse("2026-03-31");
    private static final Instant RECORDED = Instant.parse("2026-04-02T08:00:00Z");

    private static final KpiDefinition DSO = new KpiDefinition(
            "dso.simple",
            "Days sales outstanding",
            KpiUnit.DAYS,
            Direction.LOWER,
            Indicator.LAGGING,
            "closing receivables / credit sales × days",
            "no sales (NO_SALES)",
            "Oracle JD Edwards");
    private static final KpiDefinition OVERDUE = new KpiDefinition(
            "overdue.count",
            "Overdue invoices",
            KpiUnit.PERCENT,
            Direction.LOWER,
            Indicator.LEADING,
            "overdue open invoices / open invoices × 100",
            "none is open (NO_INVOICES)",
            "derived");
    private static final KpiDefinition COLLECTED = KpiDefinition.of(
            "collection.rate", "Collection rate", KpiUnit.PERCENT, Direction.HIGHER, "collected / collectable × 100");
    private static final KpiDefinition VOLUME = KpiDefinition.of(
            "billing.volume", "Billing volume", KpiUnit.MONEY, Direction.INFORMATIONAL, "sum of invoices");

    private static final KpiDefinition OUTSTANDING = KpiDefinition.of(
            "receivables.outstanding.net", "Outstanding receivables", KpiUnit.MONEY, Direction.LOWER, "open invoices");

    private FrozenKpis() {}

    /** 3,600.00 at sales of 9,000.00 in 90 days are 36 days; one of three invoices is overdue; no sales; what was billed. */
    static KpiResults results() {
        return KpiResults.of(
                new AsOf(END, RECORDED),
                List.of(
                        dso(3600, 9000, QUARTER),
                        basis(OVERDUE)
                                .numerator(Fraction.ONE)
                                .denominator(Fraction.of(3))
                                .factor(Fraction.of(100))
                                .count(3)
                                .items(List.of(
                                        KpiItem.counted("R-1", true),
                                        KpiItem.counted("R-2", false),
                                        KpiItem.counted("R-3", false)))
                                .measured(Fraction.of(100, 3)),
                        basis(DSO).period(QUARTER).undefined("NO_SALES", "there were no credit sales"),
                        basis(VOLUME)
                                .currency("JPY")
                                .note("NOT_MEANINGFUL")
                                .exclusion("NEGATIVE_SALES")
                                .exclusion("NOT_ISSUED")
                                .convention("0.0")
                                .measured(Fraction.of(-12_000))));
    }

    /** By the conventions of the day on which the documents were written. */
    private static KpiBasis.Builder basis(KpiDefinition definition) {
        return KpiBasis.of(definition).convention("0.1");
    }

    private static KpiResult dso(long receivables, long sales, ServicePeriod period) {
        return basis(DSO)
                .period(period)
                .currency("EUR")
                .quotient(
                        Fraction.of(receivables),
                        Fraction.of(sales),
                        Fraction.of(period.days()),
                        "NO_SALES",
                        "there were no credit sales");
    }

    private static KpiResult measured(KpiDefinition definition, String value) {
        return basis(definition).period(QUARTER).measured(Fraction.of(new BigDecimal(value)));
    }

    private static Target.Builder target(String name, KpiDefinition kpi, String area) {
        return Target.named(name).of(kpi, "all customers").area(area);
    }

    /** 4,200.00 at sales of 5,900.00 in 59 days are 42 days, two thirds of the way from 45 to 40.5, where 59 of 90 days are over. */
    static ScorecardRow onTrack() {
        return ScorecardRow.of(
                        target("DSO down 10 % within the next quarter", DSO, "Collection")
                                .goal(AT_MOST, Goal.change("-10"))
                                .baseline(Baseline.of("45", LAST_QUARTER))
                                .deadline(END)
                                .build(),
                        dso(4200, 5900, UP_TO_FEBRUARY))
                .asOf(LocalDate.parse("2026-02-28"))
                .weighing("3")
                .scoredBy(ShareOfGoal.GOAL_OVER_ACTUAL);
    }

    /** Every goal, every way of scoring, a baseline that is measured, and results that are only watched. */
    static Scorecard scorecard() {
        ScorecardRow points = ScorecardRow.of(
                        target("Collection rate up 5 points", COLLECTED, "Collection")
                                .goal(MORE, Goal.points("5"))
                                .rule(MeasuringRule.AVERAGE_OF_PERIOD)
                                .baseline(Baseline.measuredIn(LAST_QUARTER))
                                .deadline(END)
                                .build(),
                        measured(COLLECTED, "84.5"),
                        basis(COLLECTED).period(LAST_QUARTER).measured(Fraction.of(80)))
                .scoredBy(ShareOfGoal.ACTUAL_OVER_GOAL);
        ScorecardRow fromTo = ScorecardRow.of(
                        target("Overdue from 15 % to 5 %", OVERDUE, "Quality")
                                .goal(LESS, Goal.fromTo("15", "5"))
                                .deadline(END)
                                .build(),
                        measured(OVERDUE, "4"))
                .scoredBy(new Interpolation(
                        Interpolation.Level.of("15", "80"),
                        Interpolation.Level.of("5", "100"),
                        Interpolation.Level.of("2.5", "120")));
        ScorecardRow absolute = ScorecardRow.of(
                        target("Collection rate of 95 % in every quarter", COLLECTED, "Quality")
                                .goal(AT_LEAST, Goal.absolute("95"))
                                .inEvery(new EveryPeriod(
                                        PeriodLength.QUARTER,
                                        new FiscalCalendar(Month.APRIL, FiscalCalendar.NamedBy.LAST_DAY)))
                                .build(),
                        measured(COLLECTED, "114"))
                .scoredBy(Capped.at("110", ShareOfGoal.ACTUAL_OVER_GOAL));
        ScorecardRow benchmark = ScorecardRow.of(
                        target("DSO at the benchmark or better", DSO, "Quality")
                                .goal(AT_MOST, Goal.benchmark("38", "a survey of 2025"))
                                .deadline(END)
                                .build(),
                        basis(DSO).undefined("NO_SALES", "there were no credit sales"))
                .scoredBy(ShareOfGoal.TWO_LESS_ACTUAL_OVER_GOAL);
        ScorecardRow owed = ScorecardRow.of(
                target("Outstanding down 15 %", OUTSTANDING, "Quality")
                        .goal(AT_MOST, Goal.change("-15"))
                        .baseline(Baseline.of(Amount.of("20000", "EUR"), LAST_QUARTER))
                        .deadline(END)
                        .build(),
                basis(OUTSTANDING).period(QUARTER).currency("EUR").measured(Fraction.of(16_900)));
        return new Scorecard(
                "Receivables",
                List.of(
                        new KeyResultArea("Collection", List.of(onTrack(), points), List.of()),
                        new KeyResultArea(
                                "Quality",
                                List.of(fromTo, absolute, benchmark, owed),
                                List.of(basis(VOLUME).currency("EUR").measured(Fraction.of(9000))))));
    }

    /** 45 of 50 clients were satisfied in March. */
    static Measurement satisfaction() {
        return new Measurement(
                "csat-2026-03",
                new Measure(
                        KpiDefinition.of(
                                        "csat",
                                        "Client satisfaction",
                                        KpiUnit.PERCENT,
                                        Direction.HIGHER,
                                        "answers of the two best grades / answers × 100")
                                .leading()
                                .undefinedWhen("fewer than 30 answers (TOO_FEW_ANSWERS)")
                                .definedBy("survey"),
                        Aggregation.MEAN,
                        BigDecimal.ZERO,
                        new BigDecimal("100"),
                        false,
                        30),
                Fraction.of(90),
                null,
                ServicePeriod.of("2026-03-01", "2026-04-01"),
                "survey",
                50,
                "Germany",
                RECORDED);
    }

    /** A loss, in money. */
    static Measurement savings() {
        return Measurement.of(
                "saved-1",
                Measure.of(
                        KpiDefinition.of(
                                "process.cost-savings",
                                "Cost savings",
                                KpiUnit.MONEY,
                                Direction.HIGHER,
                                "baseline cost - actual cost"),
                        Aggregation.SUM),
                Amount.of("-1200.5", "EUR"),
                QUARTER,
                "controlling",
                RECORDED);
    }

    /** No sales in one quarter, 36 days in the next, of which two customers are behind. */
    static KpiSeries series() {
        return KpiSeries.of(List.of(
                basis(DSO).period(LAST_QUARTER).undefined("NO_SALES", "there were no credit sales"),
                basis(DSO)
                        .period(QUARTER)
                        .currency("EUR")
                        .count(2)
                        .note("HISTORY_EXHAUSTED")
                        .exclusion("NEGATIVE_SALES")
                        .items(List.of(item("ACME", 2400, 4000), item("Bolt", 1200, 5000)))
                        .quotient(
                                Fraction.of(3600),
                                Fraction.of(9000),
                                Fraction.of(90),
                                "NO_SALES",
                                "there were no credit sales")));
    }

    private static KpiItem item(String id, long numerator, long denominator) {
        return new KpiItem(id, Fraction.of(numerator), Fraction.of(denominator));
    }

    private static KpiResult overdue(long pastDue, long open, ServicePeriod period) {
        return basis(OVERDUE)
                .period(period)
                .currency("EUR")
                .quotient(Fraction.of(pastDue), Fraction.of(open), Fraction.of(100), "NO_INVOICES", "none is open");
    }

    private static Totals totals(long numerator, long denominator) {
        return new Totals(Fraction.of(numerator), Fraction.of(denominator));
    }

    /** Overdue in Germany: 10 of 100, with 50 of them at ACME and 50 at Bolt, and now 30 of 150, with 50 at ACME and 100 at Cargo. */
    static ChangeFinding finding() {
        var change = new Change(overdue(10, 100, LAST_QUARTER), overdue(30, 150, QUARTER));
        return ChangeLimit.percent("10")
                .forTheWorse()
                .find(change)
                .orElseThrow()
                .within(new Slice(new Dimension("country"), "Germany"))
                .explainedBy(Contributions.of(
                        Dimension.CUSTOMER,
                        change,
                        Map.of("ACME", totals(10, 50), "Bolt", totals(0, 50)),
                        Map.of("ACME", totals(30, 50), "Cargo", totals(0, 100))))
                .explainedBy(Contributions.without(Dimension.CURRENCY, change, "NOT_ADDITIVE"));
    }

    /** A quarter in which nothing was collected, with the quarter before. */
    static ManagementSummary summary() {
        return ManagementSummary.of(QUARTER)
                .billingVolume(KpiSeries.of(
                        List.of(basis(VOLUME).period(QUARTER).currency("EUR").measured(Fraction.of(9000)))))
                .collectionRate(KpiSeries.of(
                        List.of(basis(COLLECTED).period(QUARTER).undefined("MISSING_INPUT", "collected is not given"))))
                .outstanding(KpiSeries.of(List.of(
                        basis(OUTSTANDING).period(QUARTER).currency("EUR").measured(Fraction.of(3600)))))
                .overdue(KpiSeries.of(List.of(overdue(10, 100, LAST_QUARTER), overdue(30, 150, QUARTER))))
                .daysSalesOutstanding(series())
                .aging(new AgingTable(List.of(
                        AgingTable.Row.of("current", Amount.of("3700.5", "EUR"), 3),
                        AgingTable.Row.of("1-30", Amount.of("-100.5", "EUR"), 1))))
                .topChanges(List.of(finding()))
                .build();
    }
}

package io.quittance.examples.monthend;

import io.quittance.ar.aging.AgingBucket;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.trend.KpiSeries;
import io.quittance.kpi.trend.TrendLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the charts show: the months up to the closing month.
 *
 * @param date the day on which invoices are shown as open or not
 */
record ChartData(
        String currency,
        String date,
        List<String> months,
        List<Bucket> buckets,
        List<Method> dso,
        List<Method> rolls,
        List<Trend> trends) {

    /** The amounts of one bucket, month by month. */
    record Bucket(String name, List<BigDecimal> amounts) {}

    /** The values of one method, month by month; null where it has no value. */
    record Method(String name, List<@Nullable BigDecimal> values) {}

    /**
     * The KPI of a row of the scorecard in periods as long as that of the value, months or quarters; null where it has no value, empty where it is not measured so; and the straight line through them.
     */
    record Trend(String name, List<@Nullable BigDecimal> values, List<@Nullable BigDecimal> line) {}

    private static final Rounding SHOWN = Rounding.halfUp(6);

    static ChartData of(Close close) {
        List<KpiJob.Month> months = close.asRemitted().kpis().months();
        var buckets = new ArrayList<Bucket>();
        for (int i = 0; i < KpiJob.BUCKETS.buckets().size(); i++) {
            int at = i;
            buckets.add(new Bucket(
                    KpiJob.BUCKETS.buckets().get(i).name(),
                    months.stream()
                            .map(month -> new BigDecimal(Text.money(
                                    month.aging().total().buckets().get(at).amount())))
                            .toList()));
        }
        return new ChartData(
                close.terms().currency().getCurrencyCode(),
                close.billing().issueDate().toString(),
                months.stream().map(month -> month.month().toString()).toList(),
                buckets,
                methods(MonthlyKpis.dsoFamily(), months),
                rolls(months),
                close.scorecard().stream().map(row -> trend(close, row)).toList());
    }

    private static List<Method> methods(List<KpiDefinition> definitions, List<KpiJob.Month> months) {
        return definitions.stream()
                .map(definition -> new Method(definition.id(), values(definition.id(), months)))
                .toList();
    }

    /** Such as {@code roll-rate.cohort.1, current to 1-30}. */
    private static List<Method> rolls(List<KpiJob.Month> months) {
        List<AgingBucket> buckets = KpiJob.BUCKETS.buckets();
        var rolls = new ArrayList<Method>();
        for (KpiDefinition definition : MonthlyKpis.rollRates()) {
            int from = rolls.size();
            rolls.add(new Method(
                    definition.id() + ", " + buckets.get(from).name() + " to "
                            + buckets.get(from + 1).name(),
                    values(definition.id(), months)));
        }
        return List.copyOf(rolls);
    }

    private static Trend trend(Close close, ScorecardRow row) {
        List<KpiResult> results = results(close.asRemitted().kpis(), row.actual());
        if (results.stream().allMatch(result -> result.value().isEmpty())) {
            return new Trend(row.target().name(), List.of(), List.of());
        }
        var line = new TrendLine(KpiSeries.of(results));
        var values = new ArrayList<@Nullable BigDecimal>();
        var trend = new ArrayList<@Nullable BigDecimal>();
        for (int place = 0; place < results.size(); place++) {
            values.add(results.get(place).rounded(SHOWN).orElse(null));
            trend.add(line.at(place).map(value -> value.round(SHOWN)).orElse(null));
        }
        return new Trend(row.target().name(), values, trend);
    }

    /** Those of the KPI by quarter, where the result is of one, else by month; a quarter beside months would tell another story than its value. */
    private static List<KpiResult> results(KpiJob.Result kpis, KpiResult of) {
        List<KpiResult> quarters =
                kpis.quarters().stream().map(KpiJob.Quarter::dso).toList();
        return quarters.contains(of)
                ? quarters
                : kpis.months().stream()
                        .flatMap(month -> month.find(of.basis().kpi()).stream())
                        .toList();
    }

    /** Month by month; null where it has no value or is not measured. */
    private static List<@Nullable BigDecimal> values(String kpi, List<KpiJob.Month> months) {
        var values = new ArrayList<@Nullable BigDecimal>();
        for (KpiJob.Month month : months) {
            String value = month.find(kpi).map(Text::exact).orElse("");
            values.add(value.isEmpty() ? null : new BigDecimal(value));
        }
        return values;
    }
}

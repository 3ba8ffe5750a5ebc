package io.quittance.examples.monthend;

import io.quittance.kpi.KpiResult;
import io.quittance.kpi.scorecard.ScorecardRow;
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
        String currency, String date, List<String> months, List<Bucket> buckets, List<Method> dso, List<Trend> trends) {

    /** The amounts of one bucket, month by month. */
    record Bucket(String name, List<BigDecimal> amounts) {}

    /** The days of one method, month by month; null where it has no value. */
    record Method(String name, List<@Nullable BigDecimal> days) {}

    /** The KPI of a row of the scorecard, month by month; null where it has no value, empty where it is not measured by month. */
    record Trend(String name, List<@Nullable BigDecimal> values) {}

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
                MonthlyKpis.DSO_FAMILY.stream()
                        .map(kpi -> new Method(
                                kpi.id(),
                                values(months.stream()
                                        .map(month -> month.result(kpi))
                                        .toList())))
                        .toList(),
                close.scorecard().stream().map(row -> trend(close, row)).toList());
    }

    /** The KPI of a row month by month; empty where it is measured of the closing month alone. */
    private static Trend trend(Close close, ScorecardRow row) {
        String kpi = row.target().kpi();
        List<KpiResult> results = close.asRemitted().kpis().months().stream()
                .flatMap(month -> month.find(kpi).stream())
                .toList();
        return new Trend(row.target().name(), values(results));
    }

    private static List<@Nullable BigDecimal> values(List<KpiResult> results) {
        var values = new ArrayList<@Nullable BigDecimal>();
        for (KpiResult result : results) {
            String value = Text.exact(result);
            values.add(value.isEmpty() ? null : new BigDecimal(value));
        }
        return values;
    }
}

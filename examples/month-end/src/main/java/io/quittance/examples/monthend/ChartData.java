package io.quittance.examples.monthend;

import io.quittance.kpi.Kpi;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the charts show: the months up to the closing month.
 *
 * @param date the day on which invoices are shown as open or not
 */
record ChartData(String currency, String date, List<String> months, List<Bucket> buckets, List<Method> dso) {

    /** The amounts of one bucket, month by month. */
    record Bucket(String name, List<BigDecimal> amounts) {}

    /** The days of one method, month by month; null where it has no value. */
    record Method(String name, List<@Nullable BigDecimal> days) {}

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
                List.of(
                        method("simple", DaysSalesOutstanding.simple(), months),
                        method("countback", DaysSalesOutstanding.countback(), months)));
    }

    private static Method method(String name, Kpi<?> kpi, List<KpiJob.Month> months) {
        var days = new ArrayList<@Nullable BigDecimal>();
        for (KpiJob.Month month : months) {
            String value = Text.exact(month.result(kpi));
            days.add(value.isEmpty() ? null : new BigDecimal(value));
        }
        return new Method(name, days);
    }
}

package io.quittance.examples.monthend;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingBucket;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.BillingVolume;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.trend.AgingTable;
import io.quittance.kpi.trend.ChangeFinding;
import io.quittance.kpi.trend.ChangeLimit;
import io.quittance.kpi.trend.Contributions;
import io.quittance.kpi.trend.Dimension;
import io.quittance.kpi.trend.Figure;
import io.quittance.kpi.trend.KpiSeries;
import io.quittance.kpi.trend.ManagementSummary;
import io.quittance.kpi.trend.SlicedSeries;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What management asks first: what was billed, collected and is owed, against the month before and the year before, and what changed most and why. */
final class SummaryJob {
    /** A change of more is a finding. */
    static final ChangeLimit LIMIT = ChangeLimit.percent("10");

    private SummaryJob() {}

    /**
     * The summary of the last month in which anything was invoiced; empty if there is none.
     *
     * @param bookEnd what is dated later has not happened yet
     */
    static Optional<ManagementSummary> run(KpiJob.Result kpis, List<HistoricInvoice> history, LocalDate bookEnd) {
        List<YearMonth> months = kpis.months().stream().map(KpiJob.Month::month).toList();
        return history.stream()
                .map(row -> YearMonth.from(row.invoice().issueDate()))
                .filter(months::contains)
                .max(YearMonth::compareTo)
                .map(month -> of(kpis, billed(months, history, bookEnd), month));
    }

    private static ManagementSummary of(KpiJob.Result kpis, SlicedSeries billed, YearMonth month) {
        ServicePeriod period = ServicePeriod.of(month);
        return ManagementSummary.of(period)
                .billingVolume(billed.whole())
                .collectionRate(series(kpis, CollectionRate.ofPeriod().id()))
                .outstanding(series(kpis, OutstandingReceivables.net().id()))
                .overdue(series(kpis, OverdueShare.byAmount().id()))
                .daysSalesOutstanding(
                        series(kpis, DaysSalesOutstanding.countback().id()))
                .aging(aging(kpis.month(month)))
                .topChanges(findings(kpis, billed, period))
                .build();
    }

    private static AgingTable aging(KpiJob.Month month) {
        List<AgingBucket> buckets = KpiJob.BUCKETS.buckets();
        List<AgedAmount> amounts = month.aging().total().buckets();
        return new AgingTable(IntStream.range(0, buckets.size())
                .mapToObj(i -> AgingTable.Row.of(
                        buckets.get(i).name(),
                        amounts.get(i).amount(),
                        amounts.get(i).count()))
                .toList());
    }

    /** What was billed each month, and by whom it is owed. */
    private static SlicedSeries billed(List<YearMonth> months, List<HistoricInvoice> history, LocalDate bookEnd) {
        var log = EventLog.of(history.stream()
                .filter(row -> !row.invoice().issueDate().isAfter(bookEnd))
                .map(row -> IssuedInvoice.of(
                                row.invoice().number().value(),
                                row.invoice().customer().value(),
                                row.invoice().lines().size(),
                                row.invoice().amountDue(),
                                Noon.of(row.invoice().issueDate()))
                        .with(Stage.ISSUED, row.invoice().issueDate()))
                .toList());
        return SlicedSeries.ofEvents(
                Dimension.CUSTOMER,
                BillingVolume.net(),
                months.stream()
                        .map(month -> log.figures(ServicePeriod.of(month), AsOf.endOf(bookEnd)))
                        .toList(),
                IssuedInvoice::customer);
    }

    /** The results of a month by month KPI as a series. */
    static KpiSeries series(KpiJob.Result kpis, String id) {
        return KpiSeries.of(
                kpis.months().stream().flatMap(month -> month.find(id).stream()).toList());
    }

    private static List<ChangeFinding> findings(KpiJob.Result kpis, SlicedSeries billed, ServicePeriod period) {
        var findings = new ArrayList<ChangeFinding>();
        billed.whole()
                .before(period)
                .flatMap(before -> before.basis().period())
                .flatMap(before -> billed.whole()
                        .changeFromBefore(period)
                        .flatMap(LIMIT::find)
                        .map(finding -> finding.explainedBy(billed.contributions(before, period))))
                .ifPresent(findings::add);
        for (String id : List.of(
                CollectionRate.ofPeriod().id(),
                OutstandingReceivables.net().id(),
                OverdueShare.byAmount().id(),
                DaysSalesOutstanding.countback().id())) {
            new Figure(series(kpis, id), period)
                    .changeFromBefore()
                    .flatMap(LIMIT::find)
                    .map(SummaryJob::explained)
                    .ifPresent(findings::add);
        }
        return List.copyOf(findings);
    }

    /** By the invoices behind it, where the results have them. */
    private static ChangeFinding explained(ChangeFinding finding) {
        KpiResult now = finding.change().now();
        return now.basis().items().isEmpty() ? finding : finding.explainedBy(Contributions.ofItems(finding.change()));
    }
}

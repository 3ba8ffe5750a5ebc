package io.quittance.examples.monthend;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.ledger.Ledger;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DisputeRate;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.ledger.LedgerFigures;
import io.quittance.kpi.ledger.LedgerReadings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures a ledger month by month. */
final class KpiJob {
    static final AgingBuckets BUCKETS = AgingBuckets.days(30, 60, 90);
    /** What is contested stays in the bucket of its age, as in the published figures of these data. */
    static final AgingRule AGING = AgingRule.of(BUCKETS).withDisputedInBuckets();

    /**
     * One month.
     *
     * @param aging at its end
     * @param migration from the end of the month before; empty of the first one
     * @param results by the id of their KPI
     */
    record Month(
            YearMonth month,
            CollectionFigures figures,
            AgingReport aging,
            Optional<Migration> migration,
            Map<String, KpiResult> results) {

        KpiResult result(Kpi<?> kpi) {
            return find(kpi.id())
                    .orElseThrow(() -> new IllegalArgumentException(kpi.id() + " is not measured each month"));
        }

        Optional<KpiResult> find(String id) {
            return Optional.ofNullable(results.get(id));
        }
    }

    /** A quarter that is over, and its simple DSO. */
    record Quarter(String name, KpiResult dso) {}

    /**
     * What was measured.
     *
     * @param months up to the closing month
     * @param quarters that are over with the closing month
     * @param disputes the dispute rates over all invoices up to the end of the closing month
     * @param billed the aging on the day on which the new invoices are issued, with them
     */
    record Result(
            List<Month> months,
            List<Quarter> quarters,
            List<KpiResult> disputes,
            LedgerFigures figures,
            AgingReport billed) {

        Month month(YearMonth month) {
            return months.stream()
                    .filter(one -> one.month().equals(month))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no figures for " + month));
        }
    }

    private KpiJob() {}

    /**
     * Measures every month up to the closing month.
     *
     * @param first the month from which sales count
     * @param shown the first month of the answer
     * @param issueDate the day on which the new invoices are issued
     */
    static Result run(Ledger ledger, YearMonth first, YearMonth shown, YearMonth close, LocalDate issueDate) {
        var all = LedgerFigures.of(ledger, AsOf.endOf(close.atEndOfMonth()));
        var readings = LedgerReadings.of(ledger, AsOf.endOf(close.atEndOfMonth()));
        var months = new ArrayList<Month>();
        var before = new ArrayList<ServicePeriod>();
        for (YearMonth month = first; !month.isAfter(close); month = month.plusMonths(1)) {
            ServicePeriod period = ServicePeriod.of(month);
            if (!month.isBefore(shown)) {
                Optional<Migration> migration = month.equals(first)
                        ? Optional.empty()
                        : Optional.of(
                                readings.migration(month.minusMonths(1).atEndOfMonth(), month.atEndOfMonth(), BUCKETS));
                CollectionFigures figures = all.withItems(period, before);
                months.add(new Month(
                        month,
                        figures,
                        AgingReport.of(ledger.asOf(month.atEndOfMonth()), AGING),
                        migration,
                        MonthlyKpis.of(new MonthlyKpis.Figures(
                                figures,
                                readings.origins(period),
                                readings.paidInvoices(period),
                                migration.orElse(null)))));
            }
            before.add(period);
        }
        var upToClose =
                all.of(new ServicePeriod(first.atDay(1), close.plusMonths(1).atDay(1)));
        List<KpiResult> disputes = List.of(
                DisputeRate.byCount().compute(upToClose), DisputeRate.byAmount().compute(upToClose));
        return new Result(
                List.copyOf(months),
                quarters(all, shown, close),
                disputes,
                all,
                AgingReport.of(ledger.asOf(issueDate), AGING));
    }

    private static List<Quarter> quarters(LedgerFigures figures, YearMonth first, YearMonth last) {
        var quarters = new ArrayList<Quarter>();
        for (YearMonth month = first; !month.isAfter(last.minusMonths(2)); month = month.plusMonths(1)) {
            if (month.getMonthValue() % 3 == 1) {
                var period =
                        new ServicePeriod(month.atDay(1), month.plusMonths(3).atDay(1));
                quarters.add(new Quarter(
                        month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3,
                        DaysSalesOutstanding.simple().compute(figures.of(period))));
            }
        }
        return List.copyOf(quarters);
    }
}

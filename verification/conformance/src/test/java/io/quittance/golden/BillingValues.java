package io.quittance.golden;

import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.billing.AdjustmentRate;
import io.quittance.kpi.billing.AdvanceBilling;
import io.quittance.kpi.billing.AutomationShare;
import io.quittance.kpi.billing.BillableItem;
import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.billing.BillingCompleteness;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.billing.BillingFigures;
import io.quittance.kpi.billing.BillingLeakage;
import io.quittance.kpi.billing.BillingProductivity;
import io.quittance.kpi.billing.BillingTime;
import io.quittance.kpi.billing.BillingVolume;
import io.quittance.kpi.billing.Correction;
import io.quittance.kpi.billing.InvoiceAccuracy;
import io.quittance.kpi.billing.InvoicesOnTime;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.billing.RepeatBusiness;
import io.quittance.kpi.billing.SentOnTime;
import io.quittance.kpi.billing.StaffedInvoices;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.billing.Unbilled;
import io.quittance.kpi.billrun.BillingRecords;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.OpeningHours;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The KPIs of billing, of what was run, issued and sent of the book. */
final class BillingValues {
    static final ServicePeriod PERIOD = ServicePeriod.of("2026-01-01", "2026-05-01");

    private final List<KpiResult> results = new ArrayList<>();

    private BillingValues() {}

    static List<KpiResult> all() {
        var values = new BillingValues();
        BillingRecords records = BookResults.records();
        values.events(records);
        values.documents(records);
        BillingFigures checked = BillingFigures.empty().forPeriod(PERIOD).withChecked(16, 17);
        values.results.add(new BillingAccuracy().compute(checked));
        values.results.add(new BillingErrorRate().compute(checked));
        return values.results;
    }

    /** The same of the project. */
    static List<KpiResult> ofProject() {
        var values = new BillingValues();
        BillingRecords project = BookResults.project();
        values.events(project);
        values.documents(project);
        return values.results;
    }

    private void events(BillingRecords records) {
        invoices(records.invoices().figures(PERIOD, BookResults.END));
        times(records.invoices().figures(PERIOD, BookResults.END));
        // what was not billed in March was in April
        AsOf march = AsOf.endOf("2026-03-31");
        items(records.billable().figures(ServicePeriod.of("2026-01-01", "2026-04-01"), march));
        items(records.billable().figures(PERIOD, BookResults.END));
    }

    private void invoices(EventFigures<IssuedInvoice> invoices) {
        // what was wrong of an invoice of 1 March was given back on 1 April, 31 days later
        for (int days : List.of(30, 31)) {
            InvoiceAccuracy accuracy = InvoiceAccuracy.within(days);
            for (InvoiceAccuracy one : List.of(accuracy, accuracy.byAmount(), accuracy.byLines())) {
                results.add(one.compute(invoices));
                results.add(one.asErrorRate().compute(invoices));
            }
        }
        for (AdjustmentRate rate : List.of(AdjustmentRate.byCount(), AdjustmentRate.byAmount())) {
            results.add(rate.compute(invoices));
            for (Correction.Reason reason : Correction.Reason.values()) {
                results.add(rate.because(reason).compute(invoices));
            }
        }
        List.of(BillingVolume.invoices(), BillingVolume.lines(), BillingVolume.gross(), BillingVolume.net())
                .forEach(volume -> results.add(volume.compute(invoices)));
        var staffed = new StaffedInvoices(invoices, new BigDecimal("1.75"), new BigDecimal("161.5"));
        List.of(BillingProductivity.invoices(), BillingProductivity.lines()).forEach(productivity -> {
            results.add(productivity.compute(staffed));
            results.add(productivity.perHour().compute(staffed));
        });
        List.of(RepeatBusiness.inPeriod(), RepeatBusiness.ever())
                .forEach(business -> results.add(business.compute(invoices)));
        List.of(SentOnTime.byTheDay(), SentOnTime.within(2)).forEach(onTime -> results.add(onTime.compute(invoices)));
    }

    /** Gathering, which no document tells, begins two days before the cut-off. */
    private void times(EventFigures<IssuedInvoice> known) {
        EventFigures<IssuedInvoice> invoices = EventFigures.of(
                known.period(),
                known.asOf(),
                known.events().stream()
                        .map(each -> each.date(Stage.CUT_OFF)
                                .map(day -> each.with(Stage.GATHERED, day.minusDays(2)))
                                .orElse(each))
                        .toList());
        var hours = BusinessHours.weekdays(ZoneOffset.UTC, OpeningHours.of("08:00", "17:00"));
        for (Statistic statistic : Statistic.values()) {
            for (BillingTime time : List.of(
                    BillingTime.generation(statistic),
                    BillingTime.invoicingLag(statistic),
                    BillingTime.cycle(statistic),
                    BillingTime.drafting(statistic),
                    BillingTime.approval(statistic),
                    BillingTime.sending(statistic))) {
                results.add(time.compute(invoices));
                results.add(time.in(hours).compute(invoices));
            }
            results.add(new AdvanceBilling(statistic).compute(invoices));
        }
    }

    private void items(EventFigures<BillableItem> items) {
        results.add(new Unbilled().compute(items));
        results.add(new BillingCompleteness().compute(items));
        results.add(BillingLeakage.after(14).compute(items));
        results.add(BillingLeakage.after(14).asOverbilled().compute(items));
    }

    private void documents(BillingRecords records) {
        var operations = records.operations().figures(PERIOD, BookResults.END);
        results.add(AutomationShare.ofAll().compute(operations));
        results.add(AutomationShare.of(Operation.Kind.GENERATED).compute(operations));
        results.add(AutomationShare.of(Operation.Kind.SENT).compute(operations));
        results.add(new InvoicesOnTime().compute(records.sent(PERIOD, BookResults.END)));
    }
}

package io.quittance.examples.monthend;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingBucket;
import io.quittance.ar.aging.AgingRow;
import io.quittance.core.money.Amount;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.scorecard.Scorecard;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.WeightedScore;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the template of the report is filled with: text only, rounded for display. */
final class ReportModel {
    private static final int SHOWN_REJECTIONS = 50;
    /** What the table of months shows; the others have their pages. */
    private static final List<Column> COLUMNS = List.of(
            new Column("DSO simple, days", DaysSalesOutstanding.simple()),
            new Column("DSO countback, days", DaysSalesOutstanding.countback()),
            new Column("Collection rate, %", CollectionRate.ofPeriod()),
            new Column("Paid by due date, %", CollectionRate.ofDueCohortByDueDate()),
            new Column("Paid by month end, %", CollectionRate.ofDueCohortByPeriodEnd()),
            new Column("Overdue by amount, %", OverdueShare.byAmount()),
            new Column("Overdue by count, %", OverdueShare.byCount()),
            new Column("Days late, average", new AverageDaysLate()));

    private record Column(String name, Kpi<?> kpi) {}

    private final Close close;

    private ReportModel(Close close) {
        this.close = close;
    }

    static Map<String, Object> of(Close close) {
        var report = new ReportModel(close);
        var model = new LinkedHashMap<String, Object>();
        model.put("month", close.month().toString());
        model.put("monthName", report.monthName());
        model.put("intro", report.intro());
        model.put("leftOut", close.leftOut());
        model.put("tiles", report.tiles());
        model.put(
                "scorecard", close.scorecard().stream().map(ReportModel::target).toList());
        model.putAll(score(close.scorecard()));
        report.putBilling(model);
        report.putAging(model);
        model.put("dso", ReportKpis.dso(close));
        model.put("rolls", ReportKpis.rolls(close));
        model.put("summary", ReportKpis.summary(close));
        report.putKpis(model);
        report.putComparison(model);
        report.putInput(model);
        model.put("currency", close.terms().currency().getCurrencyCode());
        model.put(
                "invoiceCount",
                String.format(Locale.ROOT, "%,d", close.invoices().count()));
        return model;
    }

    private String monthName() {
        return close.month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + close.month().getYear();
    }

    private String intro() {
        return String.format(
                Locale.ROOT,
                "%,d customers were billed for what they used, %,d published charges were checked against the terms, and"
                        + " %,d payments of the receivables book were allocated to the invoices they name.",
                close.billing().invoices().size(),
                close.billing().chargesChecked(),
                close.asRemitted().receivables().allocations().size());
    }

    private List<Map<String, String>> tiles() {
        var billed = DocumentTotals.of(close.billing().invoices(), close.terms().currency());
        AgingRow open = close.asRemitted().kpis().billed().total();
        return List.of(
                Map.of(
                        "value",
                        money(billed.withoutTax()),
                        "label",
                        "billed on " + close.billing().issueDate() + " without tax; " + money(billed.withTax())
                                + " with it"),
                Map.of(
                        "value",
                        String.format(
                                Locale.ROOT,
                                "%,d of %,d",
                                close.billing().chargesWrong(),
                                close.billing().chargesChecked()),
                        "label",
                        "published charges are wrong"),
                Map.of(
                        "value",
                        String.format(
                                Locale.ROOT,
                                "%,d",
                                close.asRemitted().receivables().allocations().size()),
                        "label",
                        "payments allocated"),
                Map.of(
                        "value",
                        money(open.balance()),
                        "label",
                        "open on " + close.billing().issueDate() + ", the new invoices included with their tax"));
    }

    private static Map<String, String> score(List<ScorecardRow> rows) {
        WeightedScore score = Scorecard.of("targets", rows).score();
        return Map.of(
                "score", score.percent().map(Text::rounded).orElse("–"),
                "coverage", Text.rounded(score.coverage()));
    }

    private static Map<String, String> target(ScorecardRow row) {
        return Map.of(
                "area", row.target().area(),
                "name", row.target().name(),
                "of", row.actual().basis().period().map(Text::period).orElse(""),
                "goal", Text.goal(row),
                "value", Text.shown(row.actual()),
                "baseline", row.baseline().map(Text::shown).orElse(""),
                "deadline", row.target().deadline().map(LocalDate::toString).orElse(""),
                "status", row.status().name(),
                "statusText",
                        switch (row.status()) {
                            case MET -> "met";
                            case ON_TRACK -> "on track";
                            case BEHIND -> "behind";
                            case MISSED -> "missed";
                            case NO_DATA -> "no data";
                        },
                "reason", Text.noData(row));
    }

    private void putBilling(Map<String, Object> model) {
        BillingJob.Result billing = close.billing();
        List<KpiResult> kpis = billing.kpis();
        model.put(
                "billing",
                List.of(
                        kpi(
                                "Billing accuracy",
                                kpis.get(0),
                                String.format(
                                        Locale.ROOT,
                                        "%,d of %,d published invoices are as the terms say",
                                        billing.published().size() - billing.publishedInvoicesWrong(),
                                        billing.published().size())),
                        kpi(
                                "Billing errors",
                                kpis.get(1),
                                String.format(
                                        Locale.ROOT,
                                        "%,d of %,d published invoices are not; %,d of %,d charges",
                                        billing.publishedInvoicesWrong(),
                                        billing.published().size(),
                                        billing.chargesWrong(),
                                        billing.chargesChecked())),
                        kpi(
                                "Invoices on time",
                                kpis.get(2),
                                String.format(
                                        Locale.ROOT,
                                        "%,d of %,d that were due by %s, %d days after the month; issued on %s",
                                        billing.onTime(),
                                        billing.due(),
                                        billing.sendBy(),
                                        BillingJob.DAYS_TO_SEND,
                                        billing.issueDate()))));
    }

    private static Map<String, String> kpi(String name, KpiResult result, String basis) {
        return Map.of("name", name, "value", Text.shown(result), "basis", basis, "reason", Text.reason(result));
    }

    private void putAging(Map<String, Object> model) {
        KpiJob.Result kpis = close.asRemitted().kpis();
        model.put(
                "bucketNames",
                KpiJob.BUCKETS.buckets().stream().map(AgingBucket::name).toList());
        model.put(
                "agingNote",
                String.format(
                        Locale.ROOT,
                        "The last row of the table is the day on which the %,d new invoices are issued, with them and their tax.%s",
                        close.billing().invoices().size(),
                        kpis.months().size() < Close.MONTHS ? "" : " Shown are the last " + Close.MONTHS + " months."));
        var rows = new ArrayList<Map<String, Object>>();
        kpis.months()
                .forEach(month -> rows.add(aging(
                        month.month().atEndOfMonth().toString(), month.aging().total())));
        rows.add(aging(
                close.billing().issueDate() + ", new invoices included",
                kpis.billed().total()));
        model.put("aging", rows);
    }

    private static Map<String, Object> aging(String date, AgingRow row) {
        AgedAmount open = row.open();
        return Map.of(
                "date",
                date,
                "buckets",
                row.buckets().stream()
                        .map(bucket -> Text.grouped(bucket.amount()))
                        .toList(),
                "open",
                Text.grouped(open.amount()),
                "onAccount",
                Text.grouped(row.onAccount()),
                "disputed",
                Text.grouped(open.disputed()),
                "count",
                String.format(Locale.ROOT, "%,d", open.count()));
    }

    private void putKpis(Map<String, Object> model) {
        var undefined = new ArrayList<String>();
        var rows = new ArrayList<Map<String, Object>>();
        for (KpiJob.Month month : close.asRemitted().kpis().months()) {
            var values = new ArrayList<Map<String, String>>();
            for (Column column : COLUMNS) {
                KpiResult result = month.result(column.kpi());
                values.add(Map.of("value", Text.bare(result), "reason", Text.reason(result)));
                if (result.value().isEmpty()) {
                    undefined.add(month.month() + ", " + column.name() + ": " + Text.reason(result));
                }
            }
            rows.add(Map.of("month", month.month().toString(), "values", values));
        }
        model.put(
                "kpiNames",
                COLUMNS.stream()
                        .map(column -> Map.of(
                                "name",
                                column.name(),
                                "page",
                                KpiPages.path(column.kpi().definition())))
                        .toList());
        model.put("kpis", rows);
        model.put("undefined", undefined);
        model.put("hasUndefined", !undefined.isEmpty());
        List<KpiResult> disputes = close.asRemitted().kpis().disputes();
        model.put(
                "disputeText",
                "Disputed up to the end of " + close.month() + ": " + Text.shown(disputes.get(0)) + " of the invoices, "
                        + Text.shown(disputes.get(1)) + " of their amount.");
    }

    private void putComparison(Map<String, Object> model) {
        Close.Book first = close.asRemitted();
        Close.Book second = close.compared();
        model.put("firstStrategy", first.strategy().toString());
        model.put("secondStrategy", second.strategy().toString());
        model.put(
                "pairs",
                List.of(
                        second.strategy().toString(),
                        first.strategy().toString(),
                        second.strategy().toString(),
                        first.strategy().toString(),
                        second.strategy().toString()));
        model.put(
                "comparisonText",
                String.format(
                        Locale.ROOT,
                        "What customers owe in all does not depend on the strategy; which invoices are open, and how late, does."
                                + " The %,d payments settle %,d lines %s and %,d lines %s.",
                        first.receivables().allocations().size(),
                        lines(first),
                        first.strategy(),
                        lines(second),
                        second.strategy()));
        var rows = new ArrayList<Map<String, Object>>();
        for (KpiJob.Month month : first.kpis().months()) {
            KpiJob.Month other = second.kpis().month(month.month());
            var values = new ArrayList<String>();
            for (Kpi<?> kpi :
                    List.of(OverdueShare.byAmount(), new AverageDaysLate(), CollectionRate.ofDueCohortByDueDate())) {
                values.add(Text.bare(month.result(kpi)));
                values.add(Text.bare(other.result(kpi)));
            }
            rows.add(Map.of("month", month.month().toString(), "values", values));
        }
        model.put("comparison", rows);
    }

    private void putInput(Map<String, Object> model) {
        model.put("inputs", List.of(input(close.usage()), input(close.history())));
        model.put("hasRejections", !close.rejections().isEmpty());
        model.put(
                "rejections",
                close.rejections().stream()
                        .limit(SHOWN_REJECTIONS)
                        .map(Rejection::toString)
                        .toList());
    }

    private static Map<String, String> input(Reading<?> reading) {
        return Map.of(
                "file", reading.file(),
                "rows", String.format(Locale.ROOT, "%,d", reading.rows()),
                "accepted", String.format(Locale.ROOT, "%,d", reading.accepted().size()),
                "rejected", String.format(Locale.ROOT, "%,d", reading.rejected().size()),
                "readable", Text.grouped(reading.readable()),
                "acceptedAmount", Text.grouped(reading.acceptedAmount()),
                "rejectedAmount", Text.grouped(reading.rejectedAmount()));
    }

    private static long lines(Close.Book book) {
        return book.receivables().allocations().stream()
                .mapToLong(allocation -> allocation.lines().size())
                .sum();
    }

    private String money(Amount amount) {
        return close.terms().currency().getCurrencyCode() + " " + Text.grouped(amount);
    }
}

package io.quittance.examples.monthend;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.RollRow;
import io.quittance.kpi.trend.Change;
import io.quittance.kpi.trend.ChangeFinding;
import io.quittance.kpi.trend.Contributions;
import io.quittance.kpi.trend.Figure;
import io.quittance.kpi.trend.ManagementSummary;
import io.quittance.kpi.trend.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the report says of KPIs: the summary for management, the family of days sales outstanding, and what rolls from age to age. */
final class ReportKpis {
    private static final int EXPLAINED = 3;

    private ReportKpis() {}

    /** The same data, and an answer for each method. */
    static Map<String, Object> dso(Close close) {
        return Map.of(
                "methods",
                MonthlyKpis.dsoFamily().stream()
                        .map(definition -> Map.of(
                                "id", definition.id(),
                                "formula", definition.formula(),
                                "page", KpiPages.path(definition)))
                        .toList(),
                "months",
                close.asRemitted().kpis().months().stream()
                        .map(month -> Map.of(
                                "month",
                                month.month().toString(),
                                "values",
                                MonthlyKpis.dsoFamily().stream()
                                        .map(definition ->
                                                month.find(definition.id()).orElseThrow())
                                        .map(result ->
                                                Map.of("value", Text.bare(result), "reason", Text.reason(result)))
                                        .toList()))
                        .toList());
    }

    /** All month ends together, in percent of what was in a bucket; empty of a single month. */
    static List<Map<String, Object>> rolls(Close close) {
        Optional<Migration> all = close.asRemitted().kpis().months().stream()
                .flatMap(month -> month.migration().stream())
                .reduce(Migration::plus);
        return all
                .map(migration -> Map.<String, Object>of(
                        "buckets",
                        migration.buckets(),
                        "rows",
                        migration.percents().stream().map(ReportKpis::row).toList()))
                .stream()
                .toList();
    }

    private static Map<String, Object> row(RollRow row) {
        var cells = new ArrayList<Map<String, String>>();
        row.to().forEach(result -> cells.add(cell(result)));
        cells.add(cell(row.settled()));
        return Map.of("bucket", row.bucket(), "cells", cells);
    }

    /** A cell and how dark it is, in percent. */
    private static Map<String, String> cell(KpiResult result) {
        return Map.of(
                "value",
                result.value().isPresent() ? Text.bare(result) + " %" : "–",
                "reason",
                Text.reason(result),
                "shade",
                result.rounded(Rounding.halfUp(0)).map(Object::toString).orElse("0"));
    }

    /** Empty where nothing was invoiced in any month. */
    static List<Map<String, Object>> summary(Close close) {
        return close
                .summary()
                .map(summary -> Map.<String, Object>of(
                        "month", summary.period().start().toString().substring(0, 7),
                        "figures",
                                summary.figures().stream()
                                        .map(ReportKpis::figure)
                                        .toList(),
                        "changes", changes(summary)))
                .stream()
                .toList();
    }

    private static Map<String, String> figure(Figure figure) {
        return Map.of(
                "name", figure.definition().name(),
                "id", figure.definition().id(),
                "value", Text.shown(figure.now()),
                "reason", Text.reason(figure.now()),
                "before", figure.changeFromBefore().map(ReportKpis::change).orElse(""),
                "yearBefore",
                        figure.changeFromYearBefore().map(ReportKpis::change).orElse(""));
    }

    /** Such as {@code +12.30 %, worse}; of a KPI in percent, whose change would be either, {@code +2.00 points (+20.00 %), worse}. */
    private static String change(Change change) {
        Optional<String> percent = change.relative().value().map(value -> signed(value) + " %");
        if (change.definition().unit() != KpiUnit.PERCENT) {
            return percent.map(text -> text + words(change.verdict())).orElse("–");
        }
        return change.absolute()
                .value()
                .map(value -> signed(value) + " points"
                        + percent.map(text -> " (" + text + ")").orElse("") + words(change.verdict()))
                .orElse("–");
    }

    private static String signed(Fraction value) {
        return (value.signum() > 0 ? "+" : "") + Text.rounded(value);
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> ", better";
            case WORSE -> ", worse";
            case SAME, MOVED, UNKNOWN -> "";
        };
    }

    private static List<Map<String, String>> changes(ManagementSummary summary) {
        return summary.topChanges().stream()
                .map(finding -> Map.of(
                        "name", finding.kpi().name(),
                        "from", Text.shown(finding.change().base()),
                        "to", Text.shown(finding.change().now()),
                        "change", change(finding.change()),
                        "why", why(finding)))
                .toList();
    }

    /** The largest contributions, which add up to the change with the others. */
    private static String why(ChangeFinding finding) {
        return finding.explanations().stream()
                .flatMap(each -> each.top(EXPLAINED).stream())
                .map(top -> words(finding, top))
                .collect(Collectors.joining("; "));
    }

    private static String words(ChangeFinding finding, Contributions.Top top) {
        String lines = top.lines().stream()
                .map(line -> line.key() + " " + signed(finding, line.amount()))
                .collect(Collectors.joining(", "));
        return lines + ", others " + signed(finding, top.others());
    }

    private static String signed(ChangeFinding finding, Fraction amount) {
        return finding.kpi().unit() == KpiUnit.PERCENT ? signed(amount) + " points" : signed(amount);
    }
}

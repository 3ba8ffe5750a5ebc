package io.quittance.examples.monthend;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.billing.InvoicesOnTime;
import io.quittance.kpi.collection.DisputeRate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page for each KPI that is measured: what it is, from where it comes, and the numbers behind it. The page {@code kpis.html} lists them. */
final class KpiPages {
    static final String INDEX = "kpis.html";
    static final String CHARTS = "kpis/chart.js";

    private static final int SHOWN_ITEMS = 50;

    private KpiPages() {}

    /** What has a page, in the order of the list. */
    static List<KpiDefinition> definitions() {
        return Stream.of(
                        MonthlyKpis.all().stream(),
                        Stream.of(
                                DisputeRate.byCount().definition(),
                                DisputeRate.byAmount().definition()),
                        Stream.of(
                                new BillingAccuracy().definition(),
                                new BillingErrorRate().definition(),
                                new InvoicesOnTime().definition()))
                .flatMap(each -> each)
                .toList();
    }

    /** Where the page of a KPI stands in the output folder, such as {@code kpis/dso.simple.html}. */
    static String path(KpiDefinition definition) {
        return "kpis/" + definition.id() + ".html";
    }

    /** The library that draws the charts of all pages, with its licence. */
    static void charts(OutputStream out) throws IOException {
        String script = "/*\n" + Template.resource("/report/chart-licence.txt") + "*/\n" + Template.chartLibrary();
        out.write(script.getBytes(StandardCharsets.UTF_8));
    }

    static void index(Close close, OutputStream out) throws IOException {
        Template.write(
                "kpis.mustache.html",
                Map.of(
                        "month",
                        close.month().toString(),
                        "kpis",
                        definitions().stream()
                                .map(definition -> {
                                    Map<String, Object> row = new LinkedHashMap<>(facts(definition));
                                    row.put("page", path(definition));
                                    row.put("value", Text.shown(latest(results(close, definition))));
                                    return row;
                                })
                                .toList()),
                out);
    }

    static void page(Close close, KpiDefinition definition, OutputStream out) throws IOException {
        Map<String, KpiResult> results = results(close, definition);
        KpiResult latest = latest(results);
        Map<String, Object> model = new LinkedHashMap<>(facts(definition));
        model.put("month", close.month().toString());
        model.put("value", Text.shown(latest));
        model.put("reason", Text.reason(latest));
        model.put("convention", latest.basis().convention());
        model.put("currency", latest.basis().currency().orElse(""));
        boolean isAboveDecimal =
                isDecimal(results.values().stream().map(KpiResult::basis).map(KpiBasis::numerator));
        boolean isBelowDecimal =
                isDecimal(results.values().stream().map(KpiResult::basis).map(KpiBasis::denominator));
        model.put(
                "rows",
                results.entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue(), isAboveDecimal, isBelowDecimal))
                        .toList());
        model.put("isSeries", results.size() > 1);
        model.put("items", items(results));
        model.put(
                "chartData",
                Template.json(Map.of(
                        "labels", List.copyOf(results.keySet()),
                        "name", definition.name(),
                        "unit", Text.unit(latest),
                        "values", results.values().stream().map(Text::exact).toList())));
        Template.write("kpi.mustache.html", model, out);
    }

    /** All results of a KPI by their periods, the newest last; at least one. */
    private static Map<String, KpiResult> results(Close close, KpiDefinition definition) {
        var results = new LinkedHashMap<String, KpiResult>();
        KpiJob.Result measured = close.asRemitted().kpis();
        for (KpiJob.Month month : measured.months()) {
            month.find(definition.id())
                    .ifPresent(result -> results.put(month.month().toString(), result));
        }
        Stream.concat(measured.disputes().stream(), close.billing().kpis().stream())
                .filter(result -> result.basis().definition().equals(definition))
                .forEach(result -> results.put("up to " + close.month(), result));
        return results;
    }

    private static KpiResult latest(Map<String, KpiResult> results) {
        return List.copyOf(results.values()).get(results.size() - 1);
    }

    private static Map<String, String> facts(KpiDefinition definition) {
        return Map.of(
                "id", definition.id(),
                "name", definition.name(),
                "formula", definition.formula(),
                "source", definition.source(),
                "undefinedWhen", definition.undefinedWhen(),
                "better",
                        switch (definition.direction()) {
                            case HIGHER -> "higher";
                            case LOWER -> "lower";
                            case INFORMATIONAL -> "neither";
                        },
                "indicator",
                        switch (definition.indicator()) {
                            case LEADING -> "leading";
                            case LAGGING -> "lagging";
                        });
    }

    private static boolean isDecimal(Stream<Optional<Fraction>> column) {
        return column.flatMap(Optional::stream).anyMatch(number -> !number.isWhole());
    }

    private static Map<String, String> row(
            String period, KpiResult result, boolean isAboveDecimal, boolean isBelowDecimal) {
        return Map.of(
                "period", period,
                "value", Text.shown(result),
                "numerator",
                        result.basis()
                                .numerator()
                                .map(number -> Text.number(number, isAboveDecimal))
                                .orElse(""),
                "denominator",
                        result.basis()
                                .denominator()
                                .map(number -> Text.number(number, isBelowDecimal))
                                .orElse(""),
                "factor", result.basis().factor().map(Text::number).orElse(""),
                "count",
                        result.basis()
                                .count()
                                .map(count -> Text.number(Fraction.of(count)))
                                .orElse(""),
                "notes",
                        Stream.concat(
                                        Stream.of(Text.reason(result)).filter(reason -> !reason.isEmpty()),
                                        result.basis().notes().stream())
                                .collect(Collectors.joining("; ")),
                "exclusions", String.join(", ", result.basis().exclusions()));
    }

    /** The items of the newest period that has some, the largest parts first; empty where none are known. */
    private static List<Map<String, Object>> items(Map<String, KpiResult> results) {
        var newestFirst = new ArrayList<>(results.entrySet());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(each -> !each.getValue().basis().items().isEmpty())
                .limit(1)
                .map(each -> items(each.getKey(), each.getValue().basis().items()))
                .toList();
    }

    private static Map<String, Object> items(String period, List<KpiItem> items) {
        Comparator<KpiItem> largestFirst = Comparator.<KpiItem, Fraction>comparing(item -> size(item.numerator()))
                .thenComparing(item -> size(item.denominator()))
                .reversed()
                .thenComparing(KpiItem.BY_ID);
        boolean isAboveDecimal =
                items.stream().anyMatch(item -> !item.numerator().isWhole());
        boolean isBelowDecimal =
                items.stream().anyMatch(item -> !item.denominator().isWhole());
        return Map.of(
                "period",
                period,
                "more",
                items.size() > SHOWN_ITEMS ? "The " + SHOWN_ITEMS + " largest of " + items.size() + " are shown." : "",
                "shown",
                items.stream()
                        .sorted(largestFirst)
                        .limit(SHOWN_ITEMS)
                        .map(item -> Map.of(
                                "id", item.id(),
                                "numerator", Text.number(item.numerator(), isAboveDecimal),
                                "denominator", Text.number(item.denominator(), isBelowDecimal)))
                        .toList());
    }

    private static Fraction size(Fraction value) {
        return value.signum() < 0 ? value.negated() : value;
    }
}

package io.quittance.examples.monthend;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages about what is late: a dispute, a dunning run, a reconciliation. The report links to them. */
final class ReportCollections {
    private ReportCollections() {}

    /** What the report says of the pages; empty where nothing is late, and there is nothing to look at. */
    static List<Map<String, String>> links(Close close) {
        return close.collections().stream()
                .map(late -> Map.of(
                        "day",
                        late.day().toString(),
                        "dispute",
                        late.dispute().map(ReportDispute::summary).orElse("nothing that is late is contested."),
                        "dunning",
                        ReportDunning.summary(late.dunning()),
                        "reconciliation",
                        ReportReconciliation.summary(late.reconciliation())))
                .toList();
    }

    static void dispute(Close close, OutputStream out) throws IOException {
        write(
                "dispute",
                close,
                close.collections().flatMap(CollectionsJob.Result::dispute).map(ReportDispute::of).stream()
                        .toList(),
                out);
    }

    static void dunning(Close close, OutputStream out) throws IOException {
        write(
                "dunning",
                close,
                close.collections().map(ReportDunning::of).stream().toList(),
                out);
    }

    static void reconciliation(Close close, OutputStream out) throws IOException {
        write(
                "reconciliation",
                close,
                close.collections().map(late -> ReportReconciliation.of(late.reconciliation())).stream()
                        .toList(),
                out);
    }

    private static void write(String page, Close close, List<Map<String, Object>> shown, OutputStream out)
            throws IOException {
        var model = new LinkedHashMap<String, Object>();
        model.put("month", close.month().toString());
        model.put("currency", close.terms().currency().getCurrencyCode());
        model.put("shown", shown);
        Template.write(page + ".mustache.html", model, out);
    }
}

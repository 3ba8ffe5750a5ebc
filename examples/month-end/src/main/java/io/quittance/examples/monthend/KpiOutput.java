package io.quittance.examples.monthend;

import io.quittance.core.schedule.AsOf;
import io.quittance.json.KpiResults;
import io.quittance.json.KpiResultsJson;
import io.quittance.json.ManagementSummaryJson;
import io.quittance.json.ScorecardJson;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.scorecard.Scorecard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** KPIs, scorecard and summary as data, for programs. */
final class KpiOutput {
    private KpiOutput() {}

    /** What is measured of the closing month, with the items behind it, and of all invoices up to its end. */
    static void results(Close close, OutputStream out) throws IOException {
        KpiJob.Result kpis = close.asRemitted().kpis();
        List<KpiResult> results = Stream.of(
                        close.billing().kpis(),
                        List.copyOf(kpis.month(close.month()).results().values()),
                        kpis.disputes())
                .flatMap(List::stream)
                .toList();
        write(KpiResultsJson.write(KpiResults.of(AsOf.endOf(close.bookEnd()), results)), out);
    }

    static void scorecard(Close close, OutputStream out) throws IOException {
        write(ScorecardJson.write(Scorecard.of("Close of " + close.month(), close.scorecard())), out);
    }

    /** Nothing, on one line, where nothing was ever invoiced. */
    static void summary(Close close, OutputStream out) throws IOException {
        write(close.summary().map(ManagementSummaryJson::write).orElse("null\n"), out);
    }

    private static void write(String json, OutputStream out) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
    }
}

package io.quittance.examples.monthend;

import io.quittance.core.id.InvoiceNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report as one page that needs nothing else: styles, data and the chart library stand in it. */
final class ReportPage {
    private ReportPage() {}

    static void write(Close close, Map<InvoiceNumber, WrittenDocument> written, OutputStream out) throws IOException {
        Map<String, Object> model = new LinkedHashMap<>(ReportModel.of(close));
        model.put("documents", ReportDocuments.of(close, written));
        model.put("settlements", ReportSettlements.of(close.settlements()));
        model.put("collections", ReportCollections.links(close));
        model.put("chartData", Template.json(ChartData.of(close)));
        model.put("invoiceData", Template.json(InvoiceData.of(close, written)));
        model.put("chartLibrary", Template.chartLibrary().replace("</script", "<\\/script"));
        Template.write("report.mustache.html", model, out);
    }
}

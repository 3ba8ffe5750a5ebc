package io.quittance.examples.monthend;

import io.quittance.core.id.InvoiceNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.json.JsonMapper;

/** The report as one page that needs nothing else: styles, data and the chart library stand in it. */
final class ReportPage {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CHART_LIBRARY = "org.webjars.npm/chart.js";

    private ReportPage() {}

    static void write(Close close, Map<InvoiceNumber, WrittenDocument> written, OutputStream out) throws IOException {
        Map<String, Object> model = new LinkedHashMap<>(ReportModel.of(close));
        model.put("documents", ReportDocuments.of(close, written));
        model.put("settlements", ReportSettlements.of(close.settlements()));
        model.put("collections", ReportCollections.links(close));
        model.put("chartData", embedded(ChartData.of(close)));
        model.put("invoiceData", embedded(InvoiceData.of(close, written)));
        model.put("chartLibrary", chartLibrary().replace("</script", "<\\/script"));
        Template.write("report.mustache.html", model, out);
    }

    /** JSON that cannot end the script element it stands in. */
    private static String embedded(Object data) {
        return JSON.writeValueAsString(data).replace("<", "\\u003c");
    }

    private static String chartLibrary() throws IOException {
        var properties = new Properties();
        try (InputStream pom = Template.stream("/META-INF/maven/" + CHART_LIBRARY + "/pom.properties")) {
            properties.load(pom);
        }
        return Template.resource(
                "/META-INF/resources/webjars/chart.js/" + properties.getProperty("version") + "/dist/chart.umd.min.js");
    }
}

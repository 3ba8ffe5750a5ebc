package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.json.KpiResultsJson;
import io.quittance.json.ManagementSummaryJson;
import io.quittance.json.ScorecardJson;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The page of each KPI. */
class KpiPagesTest {

    @ParameterizedTest
    @MethodSource("io.quittance.examples.monthend.KpiPages#definitions")
    void saysWhatTheKpiIsAndFromWhereItComes(KpiDefinition definition) throws IOException {
        assertThat(page(definition))
                .contains(
                        escaped(definition.name()),
                        escaped(definition.formula()),
                        escaped(definition.source()),
                        escaped(definition.undefinedWhen()),
                        "<p>" + definition.id() + ", close of 2014-01</p>");
    }

    /** The reference has 761.90 open, 436.04 sold and 54.166... days in December 2013, and no sales in January. */
    @Test
    void hasTheNumbersBehindIt() throws IOException {
        JsonNode december = Shipped.reference("ibm-ar")
                .get("monthly")
                .valueStream()
                .filter(node -> node.get("month").asString().equals("2013-12"))
                .findFirst()
                .orElseThrow();
        assertThat(december.get("closing_ar").asString()).isEqualTo("761.90");
        assertThat(december.get("sales").asString()).isEqualTo("436.04");
        assertThat(december.get("dso_simple_month").asString()).startsWith("54.16");
        assertThat(page(DaysSalesOutstanding.simple().definition()))
                .contains("<tr><td>2013-12</td><td data-label=\"Value\">54.17 days</td>"
                        + "<td data-label=\"Above the line\">761.90</td><td data-label=\"Below the line\">436.04</td>"
                        + "<td data-label=\"Times\">31</td>")
                .contains("Amounts are in USD.", "<td data-label=\"Below the line\">6,142.00</td>")
                .contains("<tr><td>2014-01</td><td data-label=\"Value\">–</td>")
                .contains("there were no credit sales in the period")
                .contains("<script src=\"chart.js\"></script>");
    }

    @Test
    void whatIsMeasuredOnceHasNoChart() throws IOException {
        assertThat(page(new BillingAccuracy().definition()))
                .contains("98.88 %", "<td data-label=\"Above the line\">4,944</td>")
                .doesNotContain("chart.js");
    }

    @Test
    void theListHasThemAll() throws IOException {
        var out = new ByteArrayOutputStream();
        KpiPages.index(Shipped.CLOSE, out);
        String list = out.toString(StandardCharsets.UTF_8);
        assertThat(KpiPages.definitions())
                .isNotEmpty()
                .allSatisfy(definition -> assertThat(list).contains("<a href=\"" + KpiPages.path(definition) + "\">"));
    }

    private static String page(KpiDefinition definition) throws IOException {
        var out = new ByteArrayOutputStream();
        KpiPages.page(Shipped.CLOSE, definition, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Programs read back what was measured. */
    @Test
    void theyAreWrittenAsDataToo() throws IOException {
        var results = new ByteArrayOutputStream();
        KpiOutput.results(Shipped.CLOSE, results);
        assertThat(KpiResultsJson.read(results.toString(StandardCharsets.UTF_8)).results())
                .hasSize(KpiPages.definitions().size())
                .containsAll(Shipped.CLOSE.billing().kpis());
        var scorecard = new ByteArrayOutputStream();
        KpiOutput.scorecard(Shipped.CLOSE, scorecard);
        assertThat(ScorecardJson.read(scorecard.toString(StandardCharsets.UTF_8))
                        .rows())
                .containsExactlyInAnyOrderElementsOf(Shipped.CLOSE.scorecard());
        var summary = new ByteArrayOutputStream();
        KpiOutput.summary(Shipped.CLOSE, summary);
        assertThat(ManagementSummaryJson.read(summary.toString(StandardCharsets.UTF_8)))
                .isEqualTo(Shipped.CLOSE.summary().orElseThrow());
    }
}

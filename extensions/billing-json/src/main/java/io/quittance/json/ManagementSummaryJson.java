package io.quittance.json;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.trend.AgingTable;
import io.quittance.kpi.trend.ChangeFinding;
import io.quittance.kpi.trend.Figure;
import io.quittance.kpi.trend.KpiSeries;
import io.quittance.kpi.trend.ManagementSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * Summaries for management as JSON, {@code management-summary.schema.json}: the period, a series for each figure as {@link KpiSeriesJson} writes it,
 * what is open by age, and the top changes as {@link ChangeFindingJson} writes them. How a figure stands to the period before and to the year before
 * follows from its series, and is not written. What is read equals what was written, and is written as the same bytes.
 *
 * <p>{@code ManagementSummaryJson.read(ManagementSummaryJson.write(summary)).equals(summary)}
 */
public final class ManagementSummaryJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private ManagementSummaryJson() {}

    /**
     * Writes a summary on one line that ends in a line feed. Equal summaries give equal text.
     *
     * @throws IllegalArgumentException if it goes beyond the bounds within which it could be read, as {@link KpiResultsJson#write}
     */
    public static String write(ManagementSummary summary) {
        return Json.line(object -> {
            object.integer(SchemaVersions.FIELD, VERSIONS.current());
            Spans.write("period", summary.period(), object);
            write("billingVolume", summary.billingVolume(), object);
            write("collectionRate", summary.collectionRate(), object);
            write("outstanding", summary.outstanding(), object);
            write("overdue", summary.overdue(), object);
            write("daysSalesOutstanding", summary.daysSalesOutstanding(), object);
            object.object("aging", aging -> write(summary.aging(), aging));
            if (!summary.topChanges().isEmpty()) {
                object.objects("topChanges", summary.topChanges(), ChangeFindingJson::write);
            }
        });
    }

    /** Its period is that of the summary. */
    private static void write(String name, Figure figure, JsonObject object) {
        object.object(name, series -> KpiSeriesJson.write(figure.series(), series));
    }

    private static void write(AgingTable aging, JsonObject object) {
        object.text("currency", KpiResultJson.currency(aging.currency()))
                .objects(
                        "rows",
                        aging.rows(),
                        (row, out) -> Json.money("open", row.open(), out.text("name", row.name()))
                                .integer("items", row.items()));
    }

    /**
     * Reads a summary. Values are those of the document; no KPI is computed again.
     *
     * @throws InvalidDocumentException if the text is not JSON, fields are missing, unknown, of the wrong type or refused, figures are of another
     *     period or unit, figures and ages are in two currencies, or what follows from others is something else; its errors name them all, each with its path,
     *     such as {@code topChanges[0].limit}. What the summary refuses as a whole is told once its parts are right
     */
    public static ManagementSummary read(String json) {
        return JsonFields.readStored(json, ManagementSummaryJson::summary, VERSIONS);
    }

    private static ManagementSummary summary(JsonFields fields) {
        Optional<ServicePeriod> period = Spans.read(fields, "period");
        Optional<Figure> billingVolume = figure("billingVolume", fields, period);
        Optional<Figure> collectionRate = figure("collectionRate", fields, period);
        Optional<Figure> outstanding = figure("outstanding", fields, period);
        Optional<Figure> overdue = figure("overdue", fields, period);
        Optional<Figure> daysSalesOutstanding = figure("daysSalesOutstanding", fields, period);
        Optional<AgingTable> aging = aging(fields.object("aging"));
        List<ChangeFinding> topChanges = new ArrayList<>();
        List<JsonFields> findings = fields.optionalObjects("topChanges");
        findings.forEach(finding -> ChangeFindingJson.read(finding).ifPresent(topChanges::add));
        fields.done();
        fields.endIfRefused();
        for (int i = 0; i < findings.size(); i++) {
            ChangeFindingJson.requireStated(topChanges.get(i), findings.get(i));
        }
        return new ManagementSummary(
                period.orElseThrow(),
                billingVolume.orElseThrow(),
                collectionRate.orElseThrow(),
                outstanding.orElseThrow(),
                overdue.orElseThrow(),
                daysSalesOutstanding.orElseThrow(),
                aging.orElseThrow(),
                topChanges);
    }

    private static Optional<Figure> figure(String name, JsonFields parent, Optional<ServicePeriod> period) {
        JsonFields fields = parent.object(name);
        Optional<KpiSeries> series = KpiSeriesJson.read(fields);
        return Parts.made(fields, () -> new Figure(series.orElseThrow(), period.orElseThrow()), series, period);
    }

    private static Optional<AgingTable> aging(JsonFields fields) {
        Optional<CurrencyUnit> currency = fields.parsed("currency", code -> Currencies.of(code, "currency"));
        List<AgingTable.Row> rows = new ArrayList<>();
        fields.objects("rows").forEach(row -> row(row, currency).ifPresent(rows::add));
        return fields.isSound("currency", "rows") ? fields.attempt(() -> new AgingTable(rows)) : Optional.empty();
    }

    private static Optional<AgingTable.Row> row(JsonFields fields, Optional<CurrencyUnit> currency) {
        Optional<String> name = KpiResultJson.text("name", fields);
        Optional<Amount> open = BillingHistoryJson.amount("open", currency, fields);
        Optional<Long> items = fields.longNumber("items", number -> KpiResultJson.count(number, "items"));
        return Parts.made(
                fields,
                () -> new AgingTable.Row(name.orElseThrow(), open.orElseThrow(), items.orElseThrow()),
                name,
                open,
                items);
    }
}

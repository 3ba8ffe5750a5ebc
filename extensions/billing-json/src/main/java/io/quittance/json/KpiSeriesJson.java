package io.quittance.json;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.trend.KpiSeries;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Series of KPIs as JSON, {@code kpi-series.schema.json}: the definition once, and the result of each period as {@link KpiResultsJson} writes it, but
 * for the definition. Nobody needs to compare whether all results came about alike. What is read equals what was written, and is written as the same
 * bytes.
 *
 * <p>{@code KpiSeriesJson.read(KpiSeriesJson.write(series)).equals(series)}
 */
public final class KpiSeriesJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private KpiSeriesJson() {}

    /**
     * Writes a JSON array of series in UTF-8, one line for each; the stream is flushed and stays open. Equal series give equal bytes.
     *
     * @throws IllegalArgumentException as {@link #write(KpiSeries)}, of one of them; those before it are written
     * @throws IOException if the stream fails
     */
    public static void write(Iterable<KpiSeries> series, OutputStream out) throws IOException {
        DocumentWriter.writeTexts(series, out, each -> write(each).stripTrailing());
    }

    /**
     * Writes a series on one line that ends in a line feed. Equal series give equal text.
     *
     * @throws IllegalArgumentException if it goes beyond the bounds within which it could be read, as {@link KpiResultsJson#write}
     */
    public static String write(KpiSeries series) {
        return Json.line(object -> {
            object.integer(SchemaVersions.FIELD, VERSIONS.current());
            write(series, object);
        });
    }

    static void write(KpiSeries series, JsonObject object) {
        object.object("definition", definition -> KpiDefinitionJson.write(series.definition(), definition))
                .objects("results", series.results(), KpiResultJson::writeMeasured);
    }

    /**
     * Reads a series. Values are those of the document; no KPI is computed again.
     *
     * @throws InvalidDocumentException if the text is not JSON, fields are missing, unknown, of the wrong type or refused, periods overlap, or amounts
     *     are in two currencies; its errors name them all, each with its path, such as {@code results[2].period}
     */
    public static KpiSeries read(String json) {
        return JsonFields.readStored(json, KpiSeriesJson::series, VERSIONS);
    }

    /**
     * Reads the series of a JSON array in UTF-8, as {@link #write(Iterable, OutputStream)} writes it, and gives each as soon as it is read; no more
     * than one is held, and the stream stays open.
     *
     * @param each gets every series, in the order of the array
     * @throws InvalidDocumentException as {@link #read(String)}, of the first series that is refused; paths begin with its place, as in
     *     {@code [3].results}. Those before it were given
     * @throws IOException if the stream fails
     */
    public static void readAll(InputStream in, Consumer<KpiSeries> each) throws IOException {
        DocumentStream.read(in, KpiSeriesJson::series, VERSIONS, requireNonNull(each, "each"));
    }

    private static KpiSeries series(JsonFields fields) {
        Optional<KpiSeries> series = read(fields);
        fields.done();
        fields.endIfRefused();
        return series.orElseThrow();
    }

    /** Empty where it is wrong. */
    static Optional<KpiSeries> read(JsonFields fields) {
        Optional<KpiDefinition> definition = KpiDefinitionJson.read(fields.object("definition"));
        List<KpiResult> results = new ArrayList<>();
        for (JsonFields result : fields.objects("results")) {
            result.object("period"); // of a result alone it may be left out
            KpiResultJson.readMeasured(result, definition).ifPresent(results::add);
        }
        return fields.isSound("definition", "results") ? fields.attempt(() -> KpiSeries.of(results)) : Optional.empty();
    }
}

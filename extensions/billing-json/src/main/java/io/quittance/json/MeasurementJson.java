package io.quittance.json;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.measurement.Aggregation;
import io.quittance.kpi.measurement.Measure;
import io.quittance.kpi.measurement.Measurement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measurements as JSON, {@code measurement.schema.json}: what a host stores of what others measure, one row each. What is read equals what was
 * written, and is written as the same bytes.
 *
 * <p>{@code MeasurementJson.read(MeasurementJson.write(measurement)).equals(measurement)}; each says what was measured, too, so that it can be read
 * where the measure is not known.
 */
public final class MeasurementJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private MeasurementJson() {}

    /**
     * Writes a JSON array of measurements in UTF-8, one line for each; the stream is flushed and stays open. Equal measurements give equal bytes.
     *
     * @throws IllegalArgumentException if one goes beyond the bounds within which it could be read, such as an instant after the year 9999 or a
     *     currency that nobody knows; those before it are written
     * @throws IOException if the stream fails
     */
    public static void write(Iterable<Measurement> measurements, OutputStream out) throws IOException {
        DocumentWriter.writeTexts(
                measurements, out, measurement -> write(measurement).stripTrailing());
    }

    /**
     * Writes one measurement, on one line that ends in a line feed.
     *
     * @throws IllegalArgumentException as {@link #write(Iterable, OutputStream)}
     */
    public static String write(Measurement measurement) {
        return Json.line(object -> write(measurement, object));
    }

    private static void write(Measurement measurement, JsonObject object) {
        object.integer(SchemaVersions.FIELD, VERSIONS.current())
                .text("key", measurement.key())
                .text("recordedAt", Spans.text(measurement.recordedAt(), "recordedAt"))
                .object("measure", measure -> write(measurement.measure(), measure));
        Spans.write("period", measurement.period(), object);
        String scope = measurement.scope();
        if (scope != null) {
            object.text("scope", scope);
        }
        object.text("value", FractionText.of(measurement.value()));
        String currency = measurement.currency();
        if (currency != null) {
            object.text("currency", KpiResultJson.currency(currency));
        }
        object.integer("sampleSize", measurement.sampleSize()).text("source", measurement.source());
    }

    private static void write(Measure measure, JsonObject object) {
        object.object("definition", definition -> KpiDefinitionJson.write(measure.definition(), definition))
                .text("aggregation", Words.of(measure.aggregation()));
        BigDecimal least = measure.least();
        if (least != null) {
            object.decimal("least", least);
        }
        BigDecimal most = measure.most();
        if (most != null) {
            object.decimal("most", most);
        }
        object.flag("whole", measure.whole()).integer("leastSample", measure.leastSample());
    }

    /**
     * Reads one measurement, which must be one that its measure allows.
     *
     * @throws InvalidDocumentException if the text is not JSON, or fields are missing, unknown, of the wrong type or refused; its errors
     *     name them all, each with its path
     */
    public static Measurement read(String json) {
        return JsonFields.readStored(json, MeasurementJson::measurement, VERSIONS);
    }

    /**
     * Reads the measurements of a JSON array in UTF-8, as {@link #write(Iterable, OutputStream)} writes it, and gives each as soon as it is
     * read; no more than one is held, and the stream stays open.
     *
     * @param each gets every measurement, in the order of the array
     * @throws InvalidDocumentException as {@link #read(String)}, of the first measurement that is refused; paths begin with its place, as in
     *     {@code [3].measure}. Those before it were given
     * @throws IOException if the stream fails
     */
    public static void readAll(InputStream in, Consumer<Measurement> each) throws IOException {
        DocumentStream.read(in, MeasurementJson::measurement, VERSIONS, requireNonNull(each, "each"));
    }

    private static Measurement measurement(JsonFields fields) {
        Optional<String> key = KpiResultJson.text("key", fields);
        Optional<Instant> recordedAt = fields.parsed("recordedAt", text -> Spans.instant(text, "recordedAt"));
        Optional<Measure> measure = measure(fields.object("measure"));
        Optional<ServicePeriod> period = Spans.read(fields, "period");
        Optional<String> scope = fields.optionalParsed("scope", text -> Require.id(text, "scope"));
        Optional<Fraction> value = KpiResultJson.fraction("value", fields);
        Optional<String> currency = fields.optionalParsed("currency", KpiResultJson::currency);
        Optional<Long> sampleSize = fields.longNumber("sampleSize", size -> size);
        Optional<String> source = KpiResultJson.text("source", fields);
        fields.done();
        return new Measurement(
                key.orElseThrow(),
                measure.orElseThrow(),
                value.orElseThrow(),
                currency.orElse(null),
                period.orElseThrow(),
                source.orElseThrow(),
                sampleSize.orElseThrow(),
                scope.orElse(null),
                recordedAt.orElseThrow());
    }

    private static Optional<Measure> measure(JsonFields fields) {
        Optional<KpiDefinition> definition = KpiDefinitionJson.read(fields.object("definition"));
        Optional<Aggregation> aggregation = Words.read(fields, "aggregation", Aggregation.values());
        Optional<BigDecimal> least = fields.optionalDecimal("least", number -> number);
        Optional<BigDecimal> most = fields.optionalDecimal("most", number -> number);
        boolean whole = fields.flag("whole", false);
        Optional<Long> leastSample = fields.longNumber("leastSample", size -> size);
        return Parts.made(
                fields,
                () -> new Measure(
                        definition.orElseThrow(),
                        aggregation.orElseThrow(),
                        least.orElse(null),
                        most.orElse(null),
                        whole,
                        leastSample.orElseThrow()),
                definition,
                aggregation,
                leastSample);
    }
}

package io.quittance.json;

import io.quittance.core.internal.Dates;
import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.KpiResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Results of KPIs as JSON, {@code kpi-results.schema.json}: each with its definition, its exact value or the reason why there is none, and all
 * that it rests on, so that whoever reads it needs neither this library nor its pages. What is read equals what was written, and is written as
 * the same bytes.
 *
 * <p>{@code KpiResultsJson.read(KpiResultsJson.write(results)).equals(results)}; a share of 100 / 3 percent is {@code "value": "100/3"}, one of 25
 * percent {@code "value": "25"}.
 */
public final class KpiResultsJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private KpiResultsJson() {}

    /**
     * Writes results on one line that ends in a line feed. Equal results give equal text.
     *
     * @throws IllegalArgumentException if they go beyond the bounds within which they could be read: more than about 500,000 items behind the
     *     values, a currency that nobody knows, a note that is no code
     */
    public static String write(KpiResults results) {
        return Json.line(object -> {
            object.integer(SchemaVersions.FIELD, VERSIONS.current());
            AsOf asOf = results.asOf();
            if (asOf != null) {
                object.object("asOf", question -> write(asOf, question));
            }
            object.objects("results", results.results(), KpiResultJson::write);
        });
    }

    /**
     * Reads results. Values are those of the document; no KPI is computed again.
     *
     * @throws InvalidDocumentException if the text is not JSON, or fields are missing, unknown, of the wrong type or refused; its errors
     *     name them all, each with its path, such as {@code results[2].definition}
     */
    public static KpiResults read(String json) {
        return JsonFields.readStored(json, KpiResultsJson::results, VERSIONS);
    }

    private static KpiResults results(JsonFields fields) {
        Optional<AsOf> asOf = fields.optionalObject("asOf").flatMap(KpiResultsJson::asOf);
        List<KpiResult> results = new ArrayList<>();
        fields.objects("results").forEach(result -> KpiResultJson.read(result).ifPresent(results::add));
        fields.done();
        return new KpiResults(asOf.orElse(null), results);
    }

    /** All that was ever recorded is asked for by leaving the instant out. */
    private static void write(AsOf asOf, JsonObject object) {
        object.text("date", asOf.date().toString());
        if (!asOf.knownAt().equals(Instant.MAX)) {
            object.text("knownAt", Spans.text(asOf.knownAt(), "knownAt"));
        }
    }

    private static Optional<AsOf> asOf(JsonFields fields) {
        Optional<LocalDate> date = fields.parsed("date", text -> Dates.parse(text, "date"));
        Optional<Instant> knownAt = fields.optionalParsed("knownAt", text -> Spans.instant(text, "knownAt"));
        return date.map(day -> new AsOf(day, knownAt.orElse(Instant.MAX)));
    }
}

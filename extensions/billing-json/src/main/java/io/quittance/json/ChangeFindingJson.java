package io.quittance.json;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.invoice.FieldSink;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.trend.Change;
import io.quittance.kpi.trend.ChangeFinding;
import io.quittance.kpi.trend.ChangeLimit;
import io.quittance.kpi.trend.Contribution;
import io.quittance.kpi.trend.Contributions;
import io.quittance.kpi.trend.Dimension;
import io.quittance.kpi.trend.Slice;
import io.quittance.kpi.trend.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Findings of changes as JSON, {@code change-finding.schema.json}: the KPI and the part of the whole, what it was and is, the limit, how far the change
 * is beyond it, and the customers, reasons and items that explain it. What follows from other fields - the change in its unit and in percent, what each
 * key contributes and what is left - is written for whoever reads the text, and must be right where it is read again. What is read equals what was
 * written, and is written as the same bytes.
 *
 * <p>{@code ChangeFindingJson.read(ChangeFindingJson.write(finding)).equals(finding)}
 */
public final class ChangeFindingJson {
    /** The code of an error where the document says another thing than what follows from it. */
    static final String STATED = "trend.stated";

    private static final SchemaVersions VERSIONS = SchemaVersions.first();
    private static final String STANDING = "standing";

    private ChangeFindingJson() {}

    /**
     * Writes a JSON array of findings in UTF-8, one line for each; the stream is flushed and stays open. Equal findings give equal bytes.
     *
     * @throws IllegalArgumentException as {@link #write(ChangeFinding)}, of one of them; those before it are written
     * @throws IOException if the stream fails
     */
    public static void write(Iterable<ChangeFinding> findings, OutputStream out) throws IOException {
        DocumentWriter.writeTexts(findings, out, each -> write(each).stripTrailing());
    }

    /**
     * Writes a finding on one line that ends in a line feed. Equal findings give equal text.
     *
     * @throws IllegalArgumentException if it goes beyond the bounds within which it could be read, as {@link KpiResultsJson#write}
     */
    public static String write(ChangeFinding finding) {
        return Json.line(object -> {
            object.integer(SchemaVersions.FIELD, VERSIONS.current());
            write(finding, object);
        });
    }

    static void write(ChangeFinding finding, JsonObject object) {
        object.object("definition", definition -> KpiDefinitionJson.write(finding.kpi(), definition));
        if (!finding.scope().isEmpty()) {
            object.objects(
                    "scope",
                    finding.scope(),
                    (slice, part) ->
                            part.text("dimension", slice.dimension().name()).text("key", slice.key()));
        }
        object.object(
                        "base",
                        base -> KpiResultJson.writeMeasured(finding.change().base(), base))
                .object(
                        "now",
                        now -> KpiResultJson.writeMeasured(finding.change().now(), now))
                .object("limit", limit -> write(finding.limit(), limit))
                .object(STANDING, standing -> writeStanding(finding, new JsonFieldSink(standing)));
        if (!finding.explanations().isEmpty()) {
            object.objects(
                    "explanations",
                    finding.explanations(),
                    (explanation, part) -> write(explanation, new JsonFieldSink(part)));
        }
    }

    private static void write(ChangeLimit limit, JsonObject object) {
        object.text("measure", Words.of(limit.measure()))
                .decimal("value", limit.limit())
                .flag("onlyWorse", limit.onlyWorse());
    }

    private static void writeStanding(ChangeFinding finding, FieldSink sink) {
        Change change = finding.change();
        change.absolute().value().ifPresent(moved -> sink.text("absolute", FractionText.of(moved)));
        KpiResult relative = change.relative();
        relative.value()
                .filter(percent -> relative.basis().isMeaningful())
                .ifPresent(percent -> sink.text("relative", FractionText.of(percent)));
        sink.text("verdict", Words.of(change.verdict())).text("timesLimit", FractionText.of(finding.timesLimit()));
    }

    private static void write(Contributions explanation, FieldSink sink) {
        sink.text("dimension", explanation.dimension().name());
        Optional<String> note = explanation.note();
        if (note.isPresent()) {
            sink.text("note", note.get());
        } else {
            sink.objects("lines", explanation.lines(), ChangeFindingJson::write);
        }
        explanation.rest().ifPresent(rest -> sink.text("rest", FractionText.of(rest)));
    }

    private static void write(Contribution line, FieldSink sink) {
        sink.text("key", line.key());
        write("base", line.base(), sink);
        write("now", line.now(), sink);
        sink.text("amount", FractionText.of(line.amount()));
    }

    /** What has no part in a result is left out. */
    private static void write(String name, Totals totals, FieldSink sink) {
        if (!totals.equals(Totals.NONE)) {
            sink.object(
                    name,
                    part -> part.text("numerator", FractionText.of(totals.numerator()))
                            .text("denominator", FractionText.of(totals.denominator())));
        }
    }

    /**
     * Reads a finding. What follows from other fields is computed again and must be what the document says, to the letter: whoever changed a value and
     * not what follows from it is told so.
     *
     * @throws InvalidDocumentException if the text is not JSON, fields are missing, unknown, of the wrong type or refused, the change is not beyond
     *     the limit, or what follows from others is something else; its errors name them all, each with its path, such as
     *     {@code explanations[0].lines[2]}
     */
    public static ChangeFinding read(String json) {
        return JsonFields.readStored(json, ChangeFindingJson::finding, VERSIONS);
    }

    /**
     * Reads the findings of a JSON array in UTF-8, as {@link #write(Iterable, OutputStream)} writes it, and gives each as soon as it is read; no more
     * than one is held, and the stream stays open.
     *
     * @param each gets every finding, in the order of the array
     * @throws InvalidDocumentException as {@link #read(String)}, of the first finding that is refused; paths begin with its place, as in
     *     {@code [3].limit}. Those before it were given
     * @throws IOException if the stream fails
     */
    public static void readAll(InputStream in, Consumer<ChangeFinding> each) throws IOException {
        DocumentStream.read(in, ChangeFindingJson::finding, VERSIONS, requireNonNull(each, "each"));
    }

    private static ChangeFinding finding(JsonFields fields) {
        Optional<ChangeFinding> finding = read(fields);
        fields.done();
        fields.endIfRefused();
        requireStated(finding.orElseThrow(), fields);
        return finding.orElseThrow();
    }

    /** Holds what follows from other fields against them, once all of these are known to be right. */
    static void requireStated(ChangeFinding finding, JsonFields fields) {
        StatedFields.compare(fields.object(STANDING), STATED, sink -> writeStanding(finding, sink));
        List<JsonFields> explanations = fields.optionalObjects("explanations");
        for (int i = 0; i < explanations.size(); i++) {
            Contributions explanation = finding.explanations().get(i);
            StatedFields.compare(explanations.get(i), STATED, sink -> write(explanation, sink));
        }
    }

    /** Empty where it is wrong; what follows from other fields is not looked at yet. */
    static Optional<ChangeFinding> read(JsonFields fields) {
        Optional<KpiDefinition> definition = KpiDefinitionJson.read(fields.object("definition"));
        List<Slice> scope = new ArrayList<>();
        fields.optionalObjects("scope").forEach(part -> slice(part).ifPresent(scope::add));
        Optional<KpiResult> base = KpiResultJson.readMeasured(fields.object("base"), definition);
        Optional<KpiResult> now = KpiResultJson.readMeasured(fields.object("now"), definition);
        Optional<ChangeLimit> limit = limit(fields.object("limit"));
        Optional<Change> change = fields.isSound("definition", "base", "now")
                ? Parts.made(fields, () -> new Change(base.orElseThrow(), now.orElseThrow()), base, now)
                : Optional.empty();
        fields.object(STANDING).leaveRest();
        List<Contributions> explanations = new ArrayList<>();
        fields.optionalObjects("explanations")
                .forEach(part -> explanation(part, change).ifPresent(explanations::add));
        return Parts.made(
                fields,
                () -> new ChangeFinding(scope, change.orElseThrow(), limit.orElseThrow(), explanations),
                change,
                limit);
    }

    private static Optional<Slice> slice(JsonFields fields) {
        Optional<Dimension> dimension = dimension(fields);
        Optional<String> key = KpiResultJson.text("key", fields);
        return Parts.made(fields, () -> new Slice(dimension.orElseThrow(), key.orElseThrow()), dimension, key);
    }

    private static Optional<Dimension> dimension(JsonFields fields) {
        return KpiResultJson.text("dimension", fields).map(Dimension::new);
    }

    private static Optional<ChangeLimit> limit(JsonFields fields) {
        Optional<ChangeLimit.Measure> measure = Words.read(fields, "measure", ChangeLimit.Measure.values());
        Optional<BigDecimal> value = fields.decimal("value", number -> Require.positive(number, "value"));
        boolean onlyWorse = fields.flag("onlyWorse", false);
        return Parts.made(
                fields, () -> new ChangeLimit(measure.orElseThrow(), value.orElseThrow(), onlyWorse), measure, value);
    }

    /** Made of the totals of the keys; all else must follow from them and from the change. */
    private static Optional<Contributions> explanation(JsonFields fields, Optional<Change> change) {
        Optional<Dimension> dimension = dimension(fields);
        Optional<String> note = fields.optionalParsed("note", text -> Require.code(text, "note"));
        Map<String, Totals> base = new HashMap<>();
        Map<String, Totals> now = new HashMap<>();
        Set<String> keys = new HashSet<>();
        for (JsonFields line : fields.optionalObjects("lines")) {
            Optional<String> key = KpiResultJson.text("key", line);
            Optional<Totals> were = totals("base", line);
            Optional<Totals> are = totals("now", line);
            KpiResultJson.fraction("amount", line);
            key.ifPresent(name -> {
                line.require(keys.add(name), "json.twice", "key", "must be unique", name);
                were.ifPresent(totals -> base.put(name, totals));
                are.ifPresent(totals -> now.put(name, totals));
            });
        }
        KpiResultJson.fraction("rest", fields);
        if ((fields.isGiven("note") && note.isEmpty()) || (fields.isGiven("lines") && !fields.isSound("lines"))) {
            return Optional.empty();
        }
        return Parts.made(
                fields,
                () -> note.map(code -> Contributions.without(dimension.orElseThrow(), change.orElseThrow(), code))
                        .orElseGet(() -> Contributions.of(dimension.orElseThrow(), change.orElseThrow(), base, now)),
                dimension,
                change);
    }

    private static Optional<Totals> totals(String name, JsonFields line) {
        return line.optionalObject(name).flatMap(fields -> {
            Optional<Fraction> numerator = KpiResultJson.fraction("numerator", fields);
            Optional<Fraction> denominator = KpiResultJson.fraction("denominator", fields);
            return Parts.made(
                    fields,
                    () -> new Totals(numerator.orElseThrow(), denominator.orElseThrow()),
                    numerator,
                    denominator);
        });
    }
}

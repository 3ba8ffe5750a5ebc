package io.quittance.json;

import io.quittance.core.invoice.FieldSink;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.scorecard.KeyResultArea;
import io.quittance.kpi.scorecard.Scorecard;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.WeightedScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scorecards as JSON, {@code scorecard.schema.json}: areas with their targets, what was reached, and how that stands. What follows from other
 * fields - status, progress and scores - is written for whoever reads the text, and must be right where it is read again. What is read equals
 * what was written, and is written as the same bytes.
 *
 * <p>{@code ScorecardJson.read(ScorecardJson.write(scorecard)).equals(scorecard)}
 */
public final class ScorecardJson {
    /** The code of an error where the document says another thing than what follows from it. */
    static final String STATED = "scorecard.stated";

    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private ScorecardJson() {}

    /**
     * Writes a scorecard on one line that ends in a line feed. Equal scorecards give equal text.
     *
     * @throws IllegalArgumentException if a row is scored in a way of your own, or it goes beyond the bounds within which it could be read, as
     *     {@link KpiResultsJson#write}
     */
    public static String write(Scorecard scorecard) {
        return Json.line(object -> object.integer(SchemaVersions.FIELD, VERSIONS.current())
                .text("name", scorecard.name())
                .objects("areas", scorecard.areas(), ScorecardJson::write)
                .object("score", score -> write(scorecard.score(), new JsonFieldSink(score))));
    }

    private static void write(KeyResultArea area, JsonObject object) {
        object.text("name", area.name()).objects("rows", area.rows(), ScorecardRowJson::write);
        if (!area.watched().isEmpty()) {
            object.objects("watched", area.watched(), KpiResultJson::write);
        }
        object.object("score", score -> write(area.score(), new JsonFieldSink(score)));
    }

    private static void write(WeightedScore score, FieldSink sink) {
        score.percent().ifPresent(percent -> sink.text("percent", FractionText.of(percent)));
        sink.text("coverage", FractionText.of(score.coverage()));
        if (!score.leftOut().isEmpty()) {
            sink.texts("leftOut", score.leftOut());
        }
    }

    /**
     * Reads a scorecard. Status, progress and scores are computed again and must be what the document says: whoever changed a value and not the
     * status that follows from it is told so.
     *
     * @throws InvalidDocumentException if the text is not JSON, or fields are missing, unknown, of the wrong type or refused, or what follows
     *     from others is something else; its errors name them all, each with its path, such as {@code areas[0].rows[2].target}
     */
    public static Scorecard read(String json) {
        return JsonFields.readStored(json, ScorecardJson::scorecard, VERSIONS);
    }

    private static Scorecard scorecard(JsonFields fields) {
        Optional<String> name = KpiResultJson.text("name", fields);
        List<KeyResultArea> areas = new ArrayList<>();
        fields.objects("areas").forEach(area -> area(area).ifPresent(areas::add));
        fields.object("score").leaveRest();
        fields.done();
        fields.endIfRefused();
        Scorecard scorecard = new Scorecard(name.orElseThrow(), areas);
        requireStated(scorecard, fields);
        return scorecard;
    }

    private static Optional<KeyResultArea> area(JsonFields fields) {
        Optional<String> name = KpiResultJson.text("name", fields);
        List<ScorecardRow> rows = new ArrayList<>();
        fields.objects("rows").forEach(row -> ScorecardRowJson.read(row).ifPresent(rows::add));
        List<KpiResult> watched = new ArrayList<>();
        fields.optionalObjects("watched")
                .forEach(result -> KpiResultJson.read(result).ifPresent(watched::add));
        fields.object("score").leaveRest();
        return Parts.made(fields, () -> new KeyResultArea(name.orElseThrow(), rows, watched), name);
    }

    /** Holds what follows from other fields against them, once all of these are known to be right. */
    private static void requireStated(Scorecard scorecard, JsonFields fields) {
        List<JsonFields> areas = fields.objects("areas");
        for (int i = 0; i < areas.size(); i++) {
            KeyResultArea area = scorecard.areas().get(i);
            List<JsonFields> rows = areas.get(i).objects("rows");
            for (int j = 0; j < rows.size(); j++) {
                ScorecardRowJson.requireStanding(area.rows().get(j), rows.get(j));
            }
            requireScore(area.score(), areas.get(i));
        }
        requireScore(scorecard.score(), fields);
    }

    private static void requireScore(WeightedScore score, JsonFields fields) {
        StatedFields.compare(fields.object("score"), STATED, sink -> write(score, sink));
    }
}

package io.quittance.json;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.FieldSink;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.scorecard.Attainment;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A target and what was reached: {@code {"target": {…}, "actual": {…}, "weight": "1", "attainment": {…}, "standing": {…}}}. The standing follows
 * from the rest.
 */
final class ScorecardRowJson {
    /** Where what follows from the rest stands. */
    private static final String STANDING = "standing";

    private ScorecardRowJson() {}

    static void write(ScorecardRow row, JsonObject object) {
        object.object("target", target -> TargetJson.write(row.target(), target))
                .object("actual", actual -> KpiResultJson.write(row.actual(), actual));
        row.baseline().ifPresent(from -> object.object("baseline", baseline -> KpiResultJson.write(from, baseline)));
        row.asOf().ifPresent(day -> object.text("asOf", day.toString()));
        object.decimal("weight", row.weight())
                .object("attainment", attainment -> AttainmentJson.write(row.attainment(), attainment))
                .object(STANDING, standing -> writeStanding(row, new JsonFieldSink(standing)));
    }

    private static void writeStanding(ScorecardRow row, FieldSink sink) {
        sink.text("status", Words.of(row.status()));
        row.start().ifPresent(number -> sink.text("start", FractionText.of(number)));
        row.goal().ifPresent(number -> sink.text("goal", FractionText.of(number)));
        row.progress().ifPresent(percent -> sink.text("progress", FractionText.of(percent)));
        row.expectedProgress().ifPresent(percent -> sink.text("expectedProgress", FractionText.of(percent)));
        row.score().ifPresent(percent -> sink.text("score", FractionText.of(percent)));
    }

    /** Empty where it is wrong; its standing is not looked at yet. */
    static Optional<ScorecardRow> read(JsonFields fields) {
        Optional<Target> target = TargetJson.read(fields.object("target"));
        Optional<KpiResult> actual = KpiResultJson.read(fields.object("actual"));
        Optional<KpiResult> baseline = fields.optionalObject("baseline").flatMap(KpiResultJson::read);
        Optional<LocalDate> asOf = fields.optionalParsed("asOf", text -> Dates.parse(text, "asOf"));
        Optional<BigDecimal> weight = fields.decimal("weight", number -> Require.positive(number, "weight"));
        Optional<Attainment> attainment = AttainmentJson.read(fields.object("attainment"));
        fields.object(STANDING).leaveRest();
        return Parts.made(
                fields,
                () -> {
                    ScorecardRow row = baseline.map(
                                    from -> ScorecardRow.of(target.orElseThrow(), actual.orElseThrow(), from))
                            .orElseGet(() -> ScorecardRow.of(target.orElseThrow(), actual.orElseThrow()))
                            .weighing(weight.orElseThrow().toPlainString())
                            .scoredBy(attainment.orElseThrow());
                    return asOf.map(row::asOf).orElse(row);
                },
                target,
                actual,
                weight,
                attainment);
    }

    /** Notes where the standing is not that of the row. */
    static void requireStanding(ScorecardRow row, JsonFields fields) {
        StatedFields.compare(fields.object(STANDING), ScorecardJson.STATED, sink -> writeStanding(row, sink));
    }
}

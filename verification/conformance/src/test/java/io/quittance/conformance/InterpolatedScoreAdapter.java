package io.quittance.conformance;

import io.quittance.kpi.scorecard.Interpolation;
import java.math.BigDecimal;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code interpolated_score}: a value between the levels of a scale as a score. */
final class InterpolatedScoreAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        var scale = new Interpolation(
                level(input, "sub_target", 0), level(input, "target", 1), level(input, "super_target", 2));
        var answer = new HashMap<String, @Nullable BigDecimal>();
        answer.put(
                "score_pct",
                Scored.rounded(scale.percent(Scored.exact(input, "actual"), Scored.exact(input, "target"))));
        return answer;
    }

    private static Interpolation.Level level(JsonNode input, String field, int index) {
        return new Interpolation.Level(
                Input.decimal(input, field), Input.decimal(input.get("points").get(index)));
    }
}

package io.quittance.conformance;

import io.quittance.kpi.scorecard.Attainment;
import io.quittance.kpi.scorecard.ShareOfGoal;
import java.math.BigDecimal;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code target_score}: a value and its goal as a score. */
final class TargetScoreAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        var answer = new HashMap<String, @Nullable BigDecimal>();
        answer.put(
                "score_pct",
                Scored.rounded(way(input.get("method").asString())
                        .percent(Scored.exact(input, "actual"), Scored.exact(input, "target"))));
        return answer;
    }

    private static Attainment way(String method) {
        return switch (method) {
            case "actual_over_target" -> ShareOfGoal.ACTUAL_OVER_GOAL;
            case "target_over_actual" -> ShareOfGoal.GOAL_OVER_ACTUAL;
            case "camms_less_is_better" -> ShareOfGoal.TWO_LESS_ACTUAL_OVER_GOAL;
            default -> throw new IllegalArgumentException("unknown method " + method);
        };
    }
}

package io.quittance.conformance;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.scorecard.Baseline;
import io.quittance.kpi.scorecard.Goal;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.Status;
import io.quittance.kpi.scorecard.Target;
import java.time.LocalDate;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code smart_target}: the goal as a number, whether it is met, and how much of the way is behind. */
final class SmartTargetAdapter implements Adapter {
    private static final LocalDate DEADLINE = LocalDate.of(2026, 3, 31);
    private static final ServicePeriod BEFORE = ServicePeriod.of("2025-10-01", "2026-01-01");

    @Override
    public Object answer(JsonNode input) {
        Target.Builder target = Target.named("given")
                .of(Scored.KPI, "all")
                .area("given")
                .goal(Scored.comparison(input), goal(input))
                .deadline(input.has("deadline") ? Input.date(input, "deadline") : DEADLINE);
        if (input.hasNonNull("baseline")) {
            target.baseline(Baseline.of(Scored.exact(input, "baseline"), BEFORE));
        }
        ScorecardRow row = ScorecardRow.of(target.build(), Scored.result(input));
        if (input.has("measured")) {
            row = row.asOf(Input.date(input, "measured"));
        }
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("target", Scored.rounded(row.goal()));
        answer.put("met", row.status() == Status.MET);
        answer.put("progress_pct", Scored.rounded(row.progress()));
        return answer;
    }

    private static Goal goal(JsonNode input) {
        if (input.has("change_pct")) {
            return Goal.change(input.get("change_pct").asString());
        }
        if (input.has("change_points")) {
            return Goal.points(input.get("change_points").asString());
        }
        String number = input.get("target").asString();
        return input.hasNonNull("baseline")
                ? Goal.fromTo(input.get("baseline").asString(), number)
                : Goal.absolute(number);
    }
}

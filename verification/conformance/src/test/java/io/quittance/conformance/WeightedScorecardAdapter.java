package io.quittance.conformance;

import io.quittance.kpi.scorecard.Capped;
import io.quittance.kpi.scorecard.Comparison;
import io.quittance.kpi.scorecard.Goal;
import io.quittance.kpi.scorecard.Scorecard;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.ShareOfGoal;
import io.quittance.kpi.scorecard.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code weighted_scorecard}: several KPIs with weights as one score. */
final class WeightedScorecardAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        String cap = input.get("cap_pct").asString();
        var rows = new ArrayList<ScorecardRow>();
        for (JsonNode kpi : input.get("kpis")) {
            Comparison comparison = Scored.comparison(kpi);
            rows.add(ScorecardRow.of(target(kpi, comparison), Scored.result(kpi))
                    .weighing(kpi.get("weight").asString())
                    .scoredBy(Capped.at(cap, ShareOfGoal.towards(comparison))));
        }
        var answer = new HashMap<String, @Nullable BigDecimal>();
        answer.put(
                "score_pct", Scored.rounded(Scorecard.of("given", rows).score().percent()));
        return answer;
    }

    private static Target target(JsonNode kpi, Comparison comparison) {
        return Target.named("given")
                .of(Scored.KPI, "all")
                .area("given")
                .goal(comparison, Goal.absolute(kpi.get("target").asString()))
                .deadline(LocalDate.of(2026, 12, 31))
                .build();
    }
}

package io.quittance.conformance;

import io.quittance.core.money.Rounding;
import io.quittance.kpi.measurement.Answers;
import java.math.BigDecimal;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code nps}: the net promoter score of a hundred answers. */
final class NpsAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        int promoters = Input.integer(input, "promoters_pct");
        int detractors = Input.integer(input, "detractors_pct");
        var answers = Answers.onScale(0, 10)
                .with(9, promoters)
                .with(8, 100L - promoters - detractors)
                .with(6, detractors);
        var answer = new HashMap<String, @Nullable BigDecimal>();
        answer.put(
                "nps",
                answers.netPromoterScore()
                        .map(score -> score.round(Rounding.halfUp(6)))
                        .orElse(null));
        return answer;
    }
}

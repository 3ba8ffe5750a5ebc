package io.quittance.conformance;

import io.quittance.core.money.Rounding;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.DaysBeyondTerms;
import java.math.BigDecimal;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code weighted_days_from_totals}: days weighted by amount, where only totals are known. */
final class WeightedDaysAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        KpiResult days = DaysBeyondTerms.signedWeightedOfTotals(
                Input.decimal(input, "sum_amount_times_days"), Input.amount(input, "sum_amount"));
        var answer = new HashMap<String, @Nullable BigDecimal>();
        answer.put("weighted", days.rounded(Rounding.halfUp(6)).orElse(null));
        return answer;
    }
}

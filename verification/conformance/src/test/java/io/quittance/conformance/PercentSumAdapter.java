package io.quittance.conformance;

import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.Instalment;
import io.quittance.core.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code percent_sum_check}: whether percentages are the whole; the refusal says what else they are. */
final class PercentSumAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        List<BigDecimal> percents =
                input.get("percents").valueStream().map(Input::decimal).toList();
        try {
            Instalment.wholeOf(percents, Collections.nCopies(percents.size(), DueDateRule.days(0)));
            return Map.of("sum", BigDecimal.valueOf(100), "valid", true);
        } catch (InvalidArgumentException e) {
            return Map.of("sum", new BigDecimal(e.value().orElseThrow()), "valid", false);
        }
    }
}

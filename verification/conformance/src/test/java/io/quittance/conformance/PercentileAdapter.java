package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.Distribution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code percentile}: percentiles of values by a named method. */
final class PercentileAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        PercentileMethod method = switch (input.get("method").asString()) {
            case "inc" -> PercentileMethod.INCLUSIVE;
            case "exc" -> PercentileMethod.EXCLUSIVE;
            case "nearest_rank" -> PercentileMethod.NEAREST_RANK;
            default -> throw new IllegalArgumentException("unknown method " + input.get("method"));
        };
        Distribution values = Distribution.of(input.get("values")
                .valueStream()
                .map(value -> Fraction.of(Input.decimal(value)))
                .toList());
        var answers = new ArrayList<@Nullable BigDecimal>();
        for (JsonNode percent : input.get("p")) {
            answers.add(values.percentile(Input.decimal(percent), method)
                    .map(exact -> exact.round(Rounding.halfUp(6)))
                    .orElse(null));
        }
        return Map.of("values", answers);
    }
}

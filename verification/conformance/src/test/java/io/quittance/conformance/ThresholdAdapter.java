package io.quittance.conformance;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.dunning.OverdueCondition;
import io.quittance.ar.dunning.OverdueFigures;
import io.quittance.core.money.Amount;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** {@code threshold}: which values of one number meet a condition. */
final class ThresholdAdapter implements Adapter {
    private static final Amount NOTHING = Amount.zero(Input.CURRENCY);
    private static final Map<String, Function<JsonNode, OverdueCondition>> CONDITIONS = Map.of(
            "count", least -> OverdueCondition.NONE.items(Integer.parseInt(least.asString())),
            "total", least -> OverdueCondition.NONE.total(amount(least)),
            "age_days", least -> OverdueCondition.NONE.days(Integer.parseInt(least.asString())));
    private static final Map<String, Function<JsonNode, OverdueFigures>> FIGURES = Map.of(
            "count", value -> OverdueFigures.of(Integer.parseInt(value.asString()), NOTHING, null),
            "total", value -> OverdueFigures.of(0, amount(value), null),
            "age_days", value -> OverdueFigures.of(0, NOTHING, value.isNull() ? null : Long.valueOf(value.asString())));

    @Override
    public Object answer(JsonNode input) {
        String field = input.get("field").asString();
        OverdueCondition condition = requireNonNull(CONDITIONS.get(field)).apply(input.get("min"));
        List<Boolean> met = input.get("values")
                .valueStream()
                .map(requireNonNull(FIGURES.get(field)))
                .map(condition::isMetBy)
                .toList();
        return Map.of("result", met);
    }

    private static Amount amount(JsonNode number) {
        return Amount.of(Input.decimal(number), Input.CURRENCY);
    }
}

package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.pricing.Milestones;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code {"type": "milestones", "milestones": [{"name": "design", "amount": "20000"}, {"name": "go-live", "amount":
 * "80000"}]}}. */
public final class MilestonesCodec implements ChargeModelCodec<Milestones> {

    @Override
    public String type() {
        return "milestones";
    }

    @Override
    public Class<Milestones> modelClass() {
        return Milestones.class;
    }

    @Override
    public Milestones read(JsonFields fields) {
        List<Map.Entry<String, BigDecimal>> amounts = new ArrayList<>(
                NamedNumbers.read(fields.objects("milestones"), "name", "amount", text -> Require.id(text, "name"))
                        .entrySet());
        Require.notEmpty(amounts, "milestones");
        Milestones model = Milestones.of(amounts.get(0).getKey(), amounts.get(0).getValue());
        for (Map.Entry<String, BigDecimal> each : amounts.subList(1, amounts.size())) {
            model = model.then(each.getKey(), each.getValue());
        }
        return model;
    }

    @Override
    public void write(Milestones model, JsonObject object) {
        NamedNumbers.write(object, "milestones", "name", "amount", model.amounts(), Function.identity());
    }
}

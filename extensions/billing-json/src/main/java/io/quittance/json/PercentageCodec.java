package io.quittance.json;

import io.quittance.core.pricing.Percentage;
import java.math.BigDecimal;

/** {@code {"type": "percentage", "ratePercent": "2.9", "fixedFee": "0.30", "freeEvents": 3, "cap": "12"}}. */
public final class PercentageCodec implements ChargeModelCodec<Percentage> {

    @Override
    public String type() {
        return "percentage";
    }

    @Override
    public Class<Percentage> modelClass() {
        return Percentage.class;
    }

    @Override
    public Percentage read(JsonFields fields) {
        Percentage model = Percentage.of(fields.decimal("ratePercent"))
                .withFixedFee(fields.optionalDecimal("fixedFee").orElse(BigDecimal.ZERO));
        model = fields.optionalInteger("freeEvents").map(model::withFreeEvents).orElse(model);
        model = fields.optionalDecimal("freeAmount").map(model::withFreeAmount).orElse(model);
        model = fields.optionalDecimal("floor").map(model::withFloor).orElse(model);
        return fields.optionalDecimal("cap").map(model::withCap).orElse(model);
    }

    @Override
    public void write(Percentage model, JsonObject object) {
        object.decimal("ratePercent", model.ratePercent());
        if (model.fixedFee().signum() != 0) {
            object.decimal("fixedFee", model.fixedFee());
        }
        model.freeEvents().ifPresent(free -> object.integer("freeEvents", free));
        model.freeAmount().ifPresent(free -> object.decimal("freeAmount", free));
        model.floor().ifPresent(floor -> object.decimal("floor", floor));
        model.cap().ifPresent(cap -> object.decimal("cap", cap));
    }
}

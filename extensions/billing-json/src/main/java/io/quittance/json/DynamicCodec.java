package io.quittance.json;

import io.quittance.core.pricing.Dynamic;
import java.math.BigDecimal;

/** {@code {"type": "dynamic", "multiplier": "1.1"}}; the multiplier may be left out. */
public final class DynamicCodec implements ChargeModelCodec<Dynamic> {

    @Override
    public String type() {
        return "dynamic";
    }

    @Override
    public Class<Dynamic> modelClass() {
        return Dynamic.class;
    }

    @Override
    public Dynamic read(JsonFields fields) {
        return Dynamic.times(fields.optionalDecimal("multiplier").orElse(BigDecimal.ONE));
    }

    @Override
    public void write(Dynamic model, JsonObject object) {
        if (model.multiplier().compareTo(BigDecimal.ONE) != 0) {
            object.decimal("multiplier", model.multiplier());
        }
    }
}

package io.quittance.json;

import io.quittance.core.pricing.PerUnit;

/** {@code {"type": "perUnit", "unitPrice": "0.045"}}. */
public final class PerUnitCodec implements ChargeModelCodec<PerUnit> {

    @Override
    public String type() {
        return "perUnit";
    }

    @Override
    public Class<PerUnit> modelClass() {
        return PerUnit.class;
    }

    @Override
    public PerUnit read(JsonFields fields) {
        return PerUnit.of(fields.decimal("unitPrice"));
    }

    @Override
    public void write(PerUnit model, JsonObject object) {
        object.decimal("unitPrice", model.unitPrice());
    }
}

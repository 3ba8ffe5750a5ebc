package io.quittance.json;

import io.quittance.core.pricing.CostPlus;
import io.quittance.core.pricing.CostPlus.Surcharge;

/** {@code {"type": "costPlus", "surcharge": "MARKUP", "percent": "25"}}. */
public final class CostPlusCodec implements ChargeModelCodec<CostPlus> {

    @Override
    public String type() {
        return "costPlus";
    }

    @Override
    public Class<CostPlus> modelClass() {
        return CostPlus.class;
    }

    @Override
    public CostPlus read(JsonFields fields) {
        return CostPlus.of(fields.choice("surcharge", Surcharge.values()), fields.decimal("percent"));
    }

    @Override
    public void write(CostPlus model, JsonObject object) {
        object.text("surcharge", model.surcharge().name()).decimal("percent", model.percent());
    }
}

package io.quittance.json;

import io.quittance.core.pricing.VolumeTiers;

/** {@code {"type": "volume", "tiers": [{"upTo": "100", "unitPrice": "2"}], "beyond": {"unitPrice": "1"}}}. */
public final class VolumeTiersCodec implements ChargeModelCodec<VolumeTiers> {

    @Override
    public String type() {
        return "volume";
    }

    @Override
    public Class<VolumeTiers> modelClass() {
        return VolumeTiers.class;
    }

    @Override
    public VolumeTiers read(JsonFields fields) {
        return VolumeTiers.of(TiersJson.read(fields));
    }

    @Override
    public void write(VolumeTiers model, JsonObject object) {
        TiersJson.write(model.tiers(), object);
    }
}

package io.quittance.json;

import io.quittance.core.pricing.GraduatedTiers;

/** {@code {"type": "graduated", "tiers": [{"upTo": "1000", "unitPrice": "0.10"}], "beyond": {"unitPrice": "0.08"}}}. */
public final class GraduatedTiersCodec implements ChargeModelCodec<GraduatedTiers> {

    @Override
    public String type() {
        return "graduated";
    }

    @Override
    public Class<GraduatedTiers> modelClass() {
        return GraduatedTiers.class;
    }

    @Override
    public GraduatedTiers read(JsonFields fields) {
        return GraduatedTiers.of(TiersJson.read(fields));
    }

    @Override
    public void write(GraduatedTiers model, JsonObject object) {
        TiersJson.write(model.tiers(), object);
    }
}

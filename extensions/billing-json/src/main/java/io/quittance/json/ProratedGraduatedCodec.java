package io.quittance.json;

import io.quittance.core.pricing.ProratedGraduated;

/** {@code {"type": "proratedGraduated", "tiers": [{"upTo": "5", "unitPrice": "10"}], "beyond": {"unitPrice": "5"}}}. */
public final class ProratedGraduatedCodec implements ChargeModelCodec<ProratedGraduated> {

    @Override
    public String type() {
        return "proratedGraduated";
    }

    @Override
    public Class<ProratedGraduated> modelClass() {
        return ProratedGraduated.class;
    }

    @Override
    public ProratedGraduated read(JsonFields fields) {
        return ProratedGraduated.of(TiersJson.read(fields));
    }

    @Override
    public void write(ProratedGraduated model, JsonObject object) {
        TiersJson.write(model.tiers(), object);
    }
}

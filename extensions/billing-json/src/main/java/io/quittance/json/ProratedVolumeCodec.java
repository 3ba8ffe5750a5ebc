package io.quittance.json;

import io.quittance.core.pricing.ProratedVolume;

/** {@code {"type": "proratedVolume", "tiers": [{"upTo": "5", "unitPrice": "10"}], "beyond": {"unitPrice": "5"}}}. */
public final class ProratedVolumeCodec implements ChargeModelCodec<ProratedVolume> {

    @Override
    public String type() {
        return "proratedVolume";
    }

    @Override
    public Class<ProratedVolume> modelClass() {
        return ProratedVolume.class;
    }

    @Override
    public ProratedVolume read(JsonFields fields) {
        return ProratedVolume.of(TiersJson.read(fields));
    }

    @Override
    public void write(ProratedVolume model, JsonObject object) {
        TiersJson.write(model.tiers(), object);
    }
}

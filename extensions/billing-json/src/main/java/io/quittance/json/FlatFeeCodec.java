package io.quittance.json;

import io.quittance.core.pricing.FlatFee;

/** {@code {"type": "flat", "amount": "499.00"}}. */
public final class FlatFeeCodec implements ChargeModelCodec<FlatFee> {

    @Override
    public String type() {
        return "flat";
    }

    @Override
    public Class<FlatFee> modelClass() {
        return FlatFee.class;
    }

    @Override
    public FlatFee read(JsonFields fields) {
        return FlatFee.of(fields.decimal("amount"));
    }

    @Override
    public void write(FlatFee model, JsonObject object) {
        object.decimal("amount", model.amount());
    }
}

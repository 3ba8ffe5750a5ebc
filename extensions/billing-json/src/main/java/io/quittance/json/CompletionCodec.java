package io.quittance.json;

import io.quittance.core.pricing.Completion;

/** {@code {"type": "completion", "price": "120000.00"}}. */
public final class CompletionCodec implements ChargeModelCodec<Completion> {

    @Override
    public String type() {
        return "completion";
    }

    @Override
    public Class<Completion> modelClass() {
        return Completion.class;
    }

    @Override
    public Completion read(JsonFields fields) {
        return Completion.of(fields.decimal("price"));
    }

    @Override
    public void write(Completion model, JsonObject object) {
        object.decimal("price", model.price());
    }
}

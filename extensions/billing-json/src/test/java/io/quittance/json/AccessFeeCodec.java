package io.quittance.json;

/** {@code {"type": "accessFee", "fee": "9.90"}}. */
final class AccessFeeCodec implements ChargeModelCodec<AccessFee> {
    @Override
    public String type() {
        return "accessFee";
    }

    @Override
    public Class<AccessFee> modelClass() {
        return AccessFee.class;
    }

    @Override
    public AccessFee read(JsonFields fields) {
        return new AccessFee(fields.decimal("fee"));
    }

    @Override
    public void write(AccessFee model, JsonObject object) {
        object.decimal("fee", model.fee());
    }
}

package io.quittance.json;

import io.quittance.core.pricing.GraduatedBlocks;

/**
 * {@code {"type": "graduatedBlocks", "tiers": [{"maxBlocks": "10", "blockSize": "100", "blockPrice": "1"}],
 * "beyond": {"blockSize": "1000", "blockPrice": "1"}}}.
 */
public final class GraduatedBlocksCodec implements ChargeModelCodec<GraduatedBlocks> {

    @Override
    public String type() {
        return "graduatedBlocks";
    }

    @Override
    public Class<GraduatedBlocks> modelClass() {
        return GraduatedBlocks.class;
    }

    @Override
    public GraduatedBlocks read(JsonFields fields) {
        return GraduatedBlocks.of(BlocksJson.read(fields));
    }

    @Override
    public void write(GraduatedBlocks model, JsonObject object) {
        BlocksJson.write(model.blocks(), object);
    }
}

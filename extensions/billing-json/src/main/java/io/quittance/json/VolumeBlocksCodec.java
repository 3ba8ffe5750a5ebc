package io.quittance.json;

import io.quittance.core.pricing.VolumeBlocks;

/**
 * {@code {"type": "volumeBlocks", "tiers": [{"maxBlocks": "10", "blockSize": "100", "blockPrice": "1"}],
 * "beyond": {"blockSize": "1000", "blockPrice": "1"}}}.
 */
public final class VolumeBlocksCodec implements ChargeModelCodec<VolumeBlocks> {

    @Override
    public String type() {
        return "volumeBlocks";
    }

    @Override
    public Class<VolumeBlocks> modelClass() {
        return VolumeBlocks.class;
    }

    @Override
    public VolumeBlocks read(JsonFields fields) {
        return VolumeBlocks.of(BlocksJson.read(fields));
    }

    @Override
    public void write(VolumeBlocks model, JsonObject object) {
        BlocksJson.write(model.blocks(), object);
    }
}

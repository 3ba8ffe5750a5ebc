package io.quittance.conformance;

import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.VolumeBlocks;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code volume_blocks}: all units in blocks of the tier that they reach. */
final class VolumeBlocksAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        VolumeBlocks model = VolumeBlocks.of(BlockFields.blocks(input.get("tiers")));
        return Map.of(
                "amount",
                model.price(RatingInput.ofQuantity(Input.decimal(input, "quantity")))
                        .total());
    }
}

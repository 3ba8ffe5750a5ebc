package io.quittance.conformance;

import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.Blocks;
import io.quittance.core.pricing.Blocks.Tier;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** Tiers of blocks as cases write them: the last one has no end, or goes on at the same price. */
final class BlockFields {
    private BlockFields() {}

    static Blocks blocks(JsonNode tiers) {
        var bounded = new ArrayList<Tier>();
        BlockPrice beyond = BlockPrice.of("1", "0");
        for (JsonNode tier : tiers) {
            beyond = new BlockPrice(Input.decimal(tier, "blockSize"), Input.decimal(tier, "blockPrice"));
            if (!tier.path("maxBlocks").isNull()) {
                bounded.add(new Tier(Input.decimal(tier, "maxBlocks"), beyond));
            }
        }
        return Blocks.of(bounded, beyond);
    }
}

package io.quittance.json;

import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.Blocks;
import io.quittance.core.pricing.Blocks.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;

/** Tiers of blocks: {@code "tiers": [{"maxBlocks": …, "blockSize": …, "blockPrice": …}], "beyond": {"blockSize": …, …}}. */
final class BlocksJson {
    private BlocksJson() {}

    static Blocks read(JsonFields fields) {
        var bounded = new ArrayList<Tier>();
        for (JsonFields tier : fields.objects("tiers")) {
            BigDecimal maxBlocks = tier.decimal("maxBlocks");
            BlockPrice price = price(tier);
            bounded.add(tier.within(() -> new Tier(maxBlocks, price)));
        }
        return Blocks.of(bounded, price(fields.object("beyond")));
    }

    private static BlockPrice price(JsonFields fields) {
        BigDecimal size = fields.decimal("blockSize");
        BigDecimal price = fields.decimal("blockPrice");
        fields.done();
        return fields.within(() -> new BlockPrice(size, price));
    }

    static void write(Blocks blocks, JsonObject object) {
        object.objects("tiers", blocks.bounded(), (tier, out) -> {
            out.decimal("maxBlocks", tier.maxBlocks());
            write(tier.price(), out);
        });
        object.object("beyond", out -> write(blocks.beyond(), out));
    }

    private static void write(BlockPrice price, JsonObject object) {
        object.decimal("blockSize", price.size()).decimal("blockPrice", price.price());
    }
}

package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * All units are counted in blocks of the tier that the last of them reaches, and a started block costs as much as a whole
 * one: with 10 blocks of 100 at 10 and blocks of 100 at 1 beyond, 1000 units cost 100 and 2000 cost 20. The price may
 * therefore fall where a tier is full.
 *
 * <p>The amount is quantity / block size, rounded up, × block price, all of the one tier (Kill Bill, consumable usage,
 * {@code TOP_TIER}). A quantity that fills a tier exactly belongs to it, or to the next by {@link
 * Conventions#tierBound()}.
 */
public final class VolumeBlocks implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final Blocks blocks;

    private VolumeBlocks(Blocks blocks) {
        this.blocks = requireNonNull(blocks, "blocks");
    }

    /** A price for all blocks by the tier that they reach. */
    public static VolumeBlocks of(Blocks blocks) {
        return new VolumeBlocks(blocks);
    }

    /** The first tier: {@code VolumeBlocks.blocks("10", BlockPrice.of("100", "1")).then(BlockPrice.of("1000", "1"))}. */
    public static Blocks.Builder<VolumeBlocks> blocks(String maxBlocks, BlockPrice price) {
        return Blocks.builder(VolumeBlocks::new).blocks(maxBlocks, price);
    }

    /** The tiers. */
    public Blocks blocks() {
        return blocks;
    }

    /** One step, for the tier that is reached. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Fraction quantity = input.quantity();
        TierSpan<BlockPrice> tier =
                TierSpan.of(quantity, blocks.spans(), input.conventions().tierBound());
        Expression cost = tier.price().cost(Expression.of(quantity));
        return ChargeBreakdown.of(tier.step("charge.volume-blocks", quantity, cost));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VolumeBlocks that && blocks.equals(that.blocks);
    }

    @Override
    public int hashCode() {
        return blocks.hashCode();
    }

    /** For example {@code volume blocks: 10 blocks: 1 per block of 100, beyond: 1 per block of 1000}. */
    @Override
    public String toString() {
        return "volume blocks: " + blocks;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(blocks);
    }
}

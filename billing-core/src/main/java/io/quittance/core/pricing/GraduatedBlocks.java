package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Each block costs what its tier says, and a started block as much as a whole one: with 10 blocks of 100 at 1 and blocks
 * of 1000 at 1 beyond, 5325 units are 10 blocks and 5 and cost 15.
 *
 * <p>A tier takes units until all its blocks are full; the rest fills the next. Per tier the amount is its units / block
 * size, rounded up, × block price; the price is the sum (Kill Bill, consumable usage, {@code ALL_TIERS}). Kill Bill charges
 * nothing for units beyond a last tier that ends; here the terms say what they cost.
 */
public final class GraduatedBlocks implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final Blocks blocks;

    private GraduatedBlocks(Blocks blocks) {
        this.blocks = requireNonNull(blocks, "blocks");
    }

    /** A price for each block by its tier. */
    public static GraduatedBlocks of(Blocks blocks) {
        return new GraduatedBlocks(blocks);
    }

    /** The first tier: {@code GraduatedBlocks.blocks("10", BlockPrice.of("100", "1")).then(BlockPrice.of("1000", "1"))}. */
    public static Blocks.Builder<GraduatedBlocks> blocks(String maxBlocks, BlockPrice price) {
        return Blocks.builder(GraduatedBlocks::new).blocks(maxBlocks, price);
    }

    /** The tiers. */
    public Blocks blocks() {
        return blocks;
    }

    /** A step for each tier that has units; for the first in any case. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Fraction quantity = input.quantity();
        var steps = new ArrayList<Step>();
        for (TierSpan<BlockPrice> tier : blocks.spans()) {
            Fraction units = tier.unitsOf(quantity);
            if (tier.number() == 1 || units.signum() > 0) {
                steps.add(
                        tier.step("charge.graduated-blocks", units, tier.price().cost(Expression.of(units))));
            }
        }
        return ChargeBreakdown.of(steps);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GraduatedBlocks that && blocks.equals(that.blocks);
    }

    @Override
    public int hashCode() {
        return blocks.hashCode();
    }

    /** For example {@code graduated blocks: 10 blocks: 1 per block of 100, beyond: 1 per block of 1000}. */
    @Override
    public String toString() {
        return "graduated blocks: " + blocks;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(blocks);
    }
}

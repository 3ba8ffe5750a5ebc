package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tiers that each hold so many blocks of units, and a price beyond the last of them, so that every quantity has exactly
 * one. A tier begins where the tier before is full. At most {@value Tiers#MAX_TIERS} tiers.
 *
 * <p>{@code Blocks.blocks("10", BlockPrice.of("100", "1")).then(BlockPrice.of("1000", "1"))} holds 10 blocks of 100 in its
 * first tier, which thus ends at 1000 units. A Kill Bill catalogue whose last tier ends too, goes on beyond it at the
 * price of that tier.
 */
public final class Blocks implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A tier that ends.
     *
     * @param maxBlocks how many blocks it holds, a whole number, 1 or more
     * @param price what a block costs, and how many units it has
     */
    public record Tier(BigDecimal maxBlocks, BlockPrice price) implements Serializable {
        /** Checks the number of blocks. */
        public Tier {
            Require.positive(maxBlocks, "maxBlocks");
            Require.that(
                    maxBlocks.stripTrailingZeros().scale() <= 0,
                    "blocks.whole",
                    "maxBlocks",
                    "must be a whole number",
                    maxBlocks.toPlainString());
            requireNonNull(price, "price");
        }

        /** The units that the tier holds. */
        private Fraction capacity() {
            return Fraction.of(maxBlocks).times(Fraction.of(price.size()));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tier that && maxBlocks.compareTo(that.maxBlocks) == 0 && price.equals(that.price);
        }

        @Override
        public int hashCode() {
            return 31 * maxBlocks.stripTrailingZeros().hashCode() + price.hashCode();
        }

        /** For example {@code 10 blocks: 1 per block of 100}. */
        @Override
        public String toString() {
            return maxBlocks.toPlainString() + " blocks: " + price;
        }
    }

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Tier> bounded;

    private final BlockPrice beyond;
    private final transient List<TierSpan<BlockPrice>> spans;

    private Blocks(List<Tier> bounded, BlockPrice beyond) {
        this.bounded = Rising.counted(bounded);
        this.beyond = requireNonNull(beyond, "beyond");
        spans = TierSpan.walk(
                ends(this.bounded),
                Stream.concat(this.bounded.stream().map(Tier::price), Stream.of(beyond))
                        .toList());
    }

    private static List<Fraction> ends(List<Tier> tiers) {
        var ends = new ArrayList<Fraction>(tiers.size());
        Fraction end = Fraction.ZERO;
        for (Tier tier : tiers) {
            end = end.plus(tier.capacity());
            ends.add(end);
        }
        return ends;
    }

    /**
     * Tiers, and the price beyond them.
     *
     * @param bounded in the order in which they are filled; may be empty
     */
    public static Blocks of(List<Tier> bounded, BlockPrice beyond) {
        return new Blocks(bounded, beyond);
    }

    /** The first tier; further ones and the price beyond them follow. */
    public static Builder<Blocks> blocks(String maxBlocks, BlockPrice price) {
        return builder(blocks -> blocks).blocks(maxBlocks, price);
    }

    /** Starts a list of tiers of which a model is made. */
    static <M> Builder<M> builder(Function<Blocks, M> finish) {
        return new Builder<>(finish);
    }

    /** The tiers that end, in the order in which they are filled. */
    public List<Tier> bounded() {
        return bounded;
    }

    /** The price beyond them. */
    public BlockPrice beyond() {
        return beyond;
    }

    /** All tiers by the units that fill them, the one beyond included. */
    List<TierSpan<BlockPrice>> spans() {
        return spans;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Blocks that && bounded.equals(that.bounded) && beyond.equals(that.beyond);
    }

    @Override
    public int hashCode() {
        return 31 * bounded.hashCode() + beyond.hashCode();
    }

    /** For example {@code 10 blocks: 1 per block of 100, beyond: 1 per block of 1000}. */
    @Override
    public String toString() {
        return Stream.concat(bounded.stream().map(Tier::toString), Stream.of("beyond: " + beyond))
                .collect(Collectors.joining(", "));
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Blocks(bounded, beyond);
    }

    /**
     * Collects tiers; not safe to share between threads.
     *
     * @param <M> what is made of them
     */
    public static final class Builder<M> {
        private final Function<Blocks, M> finish;
        private final List<Tier> tiers = new ArrayList<>();

        private Builder(Function<Blocks, M> finish) {
            this.finish = finish;
        }

        /** Adds a tier that holds {@code maxBlocks} blocks. */
        public Builder<M> blocks(BigDecimal maxBlocks, BlockPrice price) {
            tiers.add(new Tier(maxBlocks, price));
            return this;
        }

        /** As {@link #blocks(BigDecimal, BlockPrice)}. */
        public Builder<M> blocks(String maxBlocks, BlockPrice price) {
            return blocks(Require.decimal(maxBlocks, "maxBlocks"), price);
        }

        /** The price beyond the last tier, which completes them. */
        public M then(BlockPrice beyond) {
            return finish.apply(new Blocks(tiers, beyond));
        }
    }
}

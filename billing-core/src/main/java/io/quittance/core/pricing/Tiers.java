package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prices by how much is used: tiers that end at rising bounds, and a price beyond the last of them, so that every quantity
 * has exactly one. Tier 1 begins at 0. At most {@value #MAX_TIERS} tiers.
 *
 * <p>{@code Tiers.upTo("1000", "0.10").upTo("5000", "0.08").then("0.05")}
 */
public final class Tiers implements Serializable {
    /** How many tiers there may be, the one beyond the last bound included. */
    public static final int MAX_TIERS = 1_000;

    private static final long serialVersionUID = 1L;

    /**
     * A tier that ends.
     *
     * @param upTo where it ends, more than where the tier before ends
     * @param price what it costs
     */
    public record Tier(BigDecimal upTo, TierPrice price) implements Serializable {
        /** Checks the bound. */
        public Tier {
            Require.positive(upTo, "upTo");
            requireNonNull(price, "price");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tier that && upTo.compareTo(that.upTo) == 0 && price.equals(that.price);
        }

        @Override
        public int hashCode() {
            return 31 * upTo.stripTrailingZeros().hashCode() + price.hashCode();
        }
    }

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Tier> bounded;

    private final TierPrice beyond;
    private final transient List<TierSpan<TierPrice>> spans;

    private Tiers(List<Tier> bounded, TierPrice beyond) {
        this.bounded = Rising.checked(bounded, Tier::upTo);
        this.beyond = requireNonNull(beyond, "beyond");
        spans = TierSpan.walk(
                this.bounded.stream().map(tier -> Fraction.of(tier.upTo())).toList(),
                Stream.concat(this.bounded.stream().map(Tier::price), Stream.of(beyond))
                        .toList());
    }

    /**
     * Tiers, and the price beyond them.
     *
     * @param bounded by rising bounds; may be empty, so that all units cost the same
     */
    public static Tiers of(List<Tier> bounded, TierPrice beyond) {
        return new Tiers(bounded, beyond);
    }

    /** The first tier; further ones and the price beyond them follow. */
    public static Builder<Tiers> upTo(String upTo, String unitPrice) {
        return builder(tiers -> tiers).upTo(upTo, unitPrice);
    }

    /** Starts a list of tiers of which a model is made. */
    static <M> Builder<M> builder(Function<Tiers, M> finish) {
        return new Builder<>(finish);
    }

    /** The tiers that end, by rising bounds. */
    public List<Tier> bounded() {
        return bounded;
    }

    /** The price beyond the last bound. */
    public TierPrice beyond() {
        return beyond;
    }

    /** All tiers, the one beyond the last bound included. */
    List<TierSpan<TierPrice>> spans() {
        return spans;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tiers that && bounded.equals(that.bounded) && beyond.equals(that.beyond);
    }

    @Override
    public int hashCode() {
        return 31 * bounded.hashCode() + beyond.hashCode();
    }

    /** For example {@code up to 1000: 0.10 per unit, beyond: 0.08 per unit}. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Tier tier : bounded) {
            text.append("up to ").append(tier.upTo().toPlainString()).append(": ");
            text.append(tier.price()).append(", ");
        }
        return text.append("beyond: ").append(beyond).toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Tiers(bounded, beyond);
    }

    /**
     * Collects tiers; not safe to share between threads.
     *
     * @param <M> what is made of them
     */
    public static final class Builder<M> {
        private final Function<Tiers, M> finish;
        private final List<Tier> tiers = new ArrayList<>();

        private Builder(Function<Tiers, M> finish) {
            this.finish = finish;
        }

        /** Adds a tier that ends at {@code upTo}. */
        public Builder<M> upTo(BigDecimal upTo, TierPrice price) {
            tiers.add(new Tier(upTo, price));
            return this;
        }

        /** As {@link #upTo(BigDecimal, TierPrice)}, with a price for each unit and no fee. */
        public Builder<M> upTo(String upTo, String unitPrice) {
            return upTo(upTo, TierPrice.of(unitPrice));
        }

        /** As {@link #upTo(BigDecimal, TierPrice)}. */
        public Builder<M> upTo(String upTo, TierPrice price) {
            return upTo(Require.decimal(upTo, "upTo"), price);
        }

        /** The price beyond the last bound, which completes the tiers. */
        public M then(TierPrice beyond) {
            return finish.apply(new Tiers(tiers, beyond));
        }

        /** As {@link #then(TierPrice)}, with a price for each unit and no fee. */
        public M then(String unitPrice) {
            return then(TierPrice.of(unitPrice));
        }
    }
}

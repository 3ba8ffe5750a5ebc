package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A percentage of money by tiers: the quantity is an amount, such as a volume of payments, and each part of it costs what
 * its tier says. With 1 % up to 10 and 2 % beyond, 12 cost 0.14. A tier's flat fee is due once the tier is entered, the
 * first tier's also where nothing was used, unless {@link Conventions#firstFlatFeeAtZero()} says otherwise.
 *
 * <p>Per tier the amount is what falls into it × rate / 100 + flat fee; the price is the sum over all tiers entered (Lago,
 * graduated percentage). A bound belongs to the tier that it ends; {@link Conventions#tierBound()} decides whether the next
 * one's fee is due there.
 */
public final class GraduatedPercentage implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A tier that ends.
     *
     * @param upTo where it ends, in the currency of the contract; more than where the tier before ends
     * @param rate what it costs
     */
    public record Tier(BigDecimal upTo, TierRate rate) implements Serializable {
        /** Checks the bound. */
        public Tier {
            Require.positive(upTo, "upTo");
            requireNonNull(rate, "rate");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tier that && upTo.compareTo(that.upTo) == 0 && rate.equals(that.rate);
        }

        @Override
        public int hashCode() {
            return 31 * upTo.stripTrailingZeros().hashCode() + rate.hashCode();
        }

        /** For example {@code up to 10: 1 %}. */
        @Override
        public String toString() {
            return "up to " + upTo.toPlainString() + ": " + rate;
        }
    }

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Tier> tiers;

    private final TierRate beyond;
    private final transient List<TierSpan<TierRate>> spans;

    private GraduatedPercentage(List<Tier> tiers, TierRate beyond) {
        this.tiers = Rising.checked(tiers, Tier::upTo);
        this.beyond = requireNonNull(beyond, "beyond");
        spans = TierSpan.walk(
                this.tiers.stream().map(tier -> Fraction.of(tier.upTo())).toList(),
                Stream.concat(this.tiers.stream().map(Tier::rate), Stream.of(beyond))
                        .toList());
    }

    /**
     * A rate for each tier, and one beyond them.
     *
     * @param tiers by rising bounds; may be empty
     */
    public static GraduatedPercentage of(List<Tier> tiers, TierRate beyond) {
        return new GraduatedPercentage(tiers, beyond);
    }

    /** The first tier, in percent: {@code GraduatedPercentage.upTo("10", "1").then("2")}. */
    public static Builder upTo(String upTo, String ratePercent) {
        return new Builder().upTo(upTo, ratePercent);
    }

    /** As {@link #upTo(String, String)}, with a fee. */
    public static Builder upTo(String upTo, TierRate rate) {
        return new Builder().upTo(upTo, rate);
    }

    /** The tiers that end, by rising bounds. */
    public List<Tier> tiers() {
        return tiers;
    }

    /** The rate beyond the last bound. */
    public TierRate beyond() {
        return beyond;
    }

    /** A step for each tier that is entered. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Fraction amount = input.quantity();
        Conventions conventions = input.conventions();
        var steps = new ArrayList<Step>();
        for (TierSpan<TierRate> tier : spans) {
            if (tier.isEntered(amount, conventions.tierBound())) {
                Fraction base = tier.unitsOf(amount);
                Expression cost = tier.price().cost(Expression.of(base), conventions.isFlatFeeDue(amount));
                steps.add(tier.step("charge.graduated-percentage", base, cost));
            }
        }
        return ChargeBreakdown.of(steps);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GraduatedPercentage that && tiers.equals(that.tiers) && beyond.equals(that.beyond);
    }

    @Override
    public int hashCode() {
        return 31 * tiers.hashCode() + beyond.hashCode();
    }

    /** For example {@code graduated percentage: up to 10: 1 %, beyond: 2 %}. */
    @Override
    public String toString() {
        return Stream.concat(tiers.stream().map(Tier::toString), Stream.of("beyond: " + beyond))
                .collect(Collectors.joining(", ", "graduated percentage: ", ""));
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(tiers, beyond);
    }

    /** Collects tiers; not safe to share between threads. */
    public static final class Builder {
        private final List<Tier> tiers = new ArrayList<>();

        private Builder() {}

        /** Adds a tier that ends at {@code upTo}. */
        public Builder upTo(BigDecimal upTo, TierRate rate) {
            tiers.add(new Tier(upTo, rate));
            return this;
        }

        /** As {@link #upTo(BigDecimal, TierRate)}. */
        public Builder upTo(String upTo, TierRate rate) {
            return upTo(Require.decimal(upTo, "upTo"), rate);
        }

        /** As {@link #upTo(BigDecimal, TierRate)}, in percent and without fee. */
        public Builder upTo(String upTo, String ratePercent) {
            return upTo(upTo, TierRate.ofPercent(ratePercent));
        }

        /** The rate beyond the last bound, which completes the tiers. */
        public GraduatedPercentage then(TierRate beyond) {
            return of(tiers, beyond);
        }

        /** As {@link #then(TierRate)}, in percent and without fee. */
        public GraduatedPercentage then(String ratePercent) {
            return then(TierRate.ofPercent(ratePercent));
        }
    }
}

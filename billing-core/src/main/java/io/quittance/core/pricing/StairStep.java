package io.quittance.core.pricing;

import io.quittance.core.bulk.CompiledPrice;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fixed amount by the tier that the quantity reaches, however many units of it are used: with 10 up to 100, 40 up to 500
 * and 100 beyond, 100 units cost 10, 101 and 500 cost 40 and 501 cost 100.
 *
 * <p>A bound belongs to the tier that it ends, or to the next by {@link Conventions#tierBound()}. Where nothing was used
 * the amount of the first tier is due, as a flat fee is, unless {@link Conventions#firstFlatFeeAtZero()} says otherwise;
 * then nothing is. Amounts need not rise.
 */
public final class StairStep implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A tier that ends.
     *
     * @param upTo where it ends, more than where the tier before ends
     * @param amount what it costs, in the currency of the contract; zero or more
     */
    public record Tier(BigDecimal upTo, BigDecimal amount) implements Serializable {
        /** Checks both numbers. */
        public Tier {
            Require.positive(upTo, "upTo");
            Require.notNegative(amount, "amount");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tier that && upTo.compareTo(that.upTo) == 0 && amount.compareTo(that.amount) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * upTo.stripTrailingZeros().hashCode()
                    + amount.stripTrailingZeros().hashCode();
        }

        /** For example {@code up to 100: 10}. */
        @Override
        public String toString() {
            return "up to " + upTo.toPlainString() + ": " + amount.toPlainString();
        }
    }

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Tier> tiers;

    private final BigDecimal beyond;
    private final transient List<TierSpan<BigDecimal>> spans;

    private StairStep(List<Tier> tiers, BigDecimal beyond) {
        this.tiers = Rising.checked(tiers, Tier::upTo);
        this.beyond = Require.notNegative(beyond, "beyond");
        spans = TierSpan.walk(
                this.tiers.stream().map(tier -> Fraction.of(tier.upTo())).toList(),
                Stream.concat(this.tiers.stream().map(Tier::amount), Stream.of(beyond))
                        .toList());
    }

    /**
     * An amount for each tier, and one beyond them.
     *
     * @param tiers by rising bounds; may be empty, so that every quantity costs the same
     * @param beyond what it costs to pass the last bound; zero or more
     */
    public static StairStep of(List<Tier> tiers, BigDecimal beyond) {
        return new StairStep(tiers, beyond);
    }

    /** The first tier: {@code StairStep.upTo("100", "10").upTo("500", "40").then("100")}. */
    public static Builder upTo(String upTo, String amount) {
        return new Builder().upTo(upTo, amount);
    }

    /** The tiers that end, by rising bounds. */
    public List<Tier> tiers() {
        return tiers;
    }

    /** What it costs to pass the last bound. */
    public BigDecimal beyond() {
        return beyond;
    }

    /** One step, for the tier that is reached: {@code 100 to 500: 40}. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Fraction quantity = input.quantity();
        Conventions conventions = input.conventions();
        TierSpan<BigDecimal> tier = TierSpan.of(quantity, spans, conventions.tierBound());
        Expression amount = conventions.isFlatFeeDue(quantity) ? Expression.of(tier.price()) : Expression.of(0);
        return ChargeBreakdown.of(step(tier, quantity, amount));
    }

    private static Step step(TierSpan<BigDecimal> tier, Fraction quantity, Expression amount) {
        String key = "charge.stair-step";
        return tier.upTo()
                .map(upTo ->
                        Step.of(tier.part(), quantity, amount, key + ".tier", "{0} to {1}: {3}", tier.from(), upTo))
                .orElseGet(
                        () -> Step.of(tier.part(), quantity, amount, key + ".beyond", "beyond {0}: {2}", tier.from()));
    }

    /** A level piece for each tier. */
    @Override
    public Optional<CompiledPrice> compiled(Conventions conventions, int quantityScale) {
        List<Tiers.Tier> fees = tiers.stream()
                .map(tier -> new Tiers.Tier(tier.upTo(), fee(tier.amount())))
                .toList();
        return Optional.of(CompiledTiers.volume(Tiers.of(fees, fee(beyond)), conventions, quantityScale));
    }

    private static TierPrice fee(BigDecimal amount) {
        return TierPrice.of(BigDecimal.ZERO).withFlatFee(amount);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StairStep that && tiers.equals(that.tiers) && beyond.compareTo(that.beyond) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * tiers.hashCode() + beyond.stripTrailingZeros().hashCode();
    }

    /** For example {@code stair-step: up to 100: 10, beyond: 40}. */
    @Override
    public String toString() {
        return Stream.concat(tiers.stream().map(Tier::toString), Stream.of("beyond: " + beyond.toPlainString()))
                .collect(Collectors.joining(", ", "stair-step: ", ""));
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(tiers, beyond);
    }

    /** Collects tiers; not safe to share between threads. */
    public static final class Builder {
        private final List<Tier> tiers = new ArrayList<>();

        private Builder() {}

        /** Adds a tier that ends at {@code upTo} and costs {@code amount}. */
        public Builder upTo(BigDecimal upTo, BigDecimal amount) {
            tiers.add(new Tier(upTo, amount));
            return this;
        }

        /** As {@link #upTo(BigDecimal, BigDecimal)}. */
        public Builder upTo(String upTo, String amount) {
            return upTo(Require.decimal(upTo, "upTo"), Require.decimal(amount, "amount"));
        }

        /** The amount beyond the last bound, which completes the tiers. */
        public StairStep then(BigDecimal beyond) {
            return of(tiers, beyond);
        }

        /** As {@link #then(BigDecimal)}. */
        public StairStep then(String beyond) {
            return then(Require.decimal(beyond, "beyond"));
        }
    }
}

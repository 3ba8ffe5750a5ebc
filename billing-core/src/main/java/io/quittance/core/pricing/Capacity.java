package io.quittance.core.pricing;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One price for the size that was needed: that of the first tier whose limits hold for the peaks of all meters. With tiers
 * of 100 GB and 10 users for 20 and of 500 GB and 50 users for 60, a peak of 80 GB and 12 users costs 60.
 *
 * <p>A limit belongs to its tier: a peak of exactly 100 fits a limit of 100. A meter that a tier does not name has no limit
 * in it; a meter without a peak has 0; a charge that does not have a meter that a tier names is refused. A period in which all peaks are zero costs nothing (Kill Bill, capacity in arrear).
 * A last tier without limits is the price for all that is larger; where there is none, a peak that fits no tier is refused.
 *
 * <p>A charge has peaks if it has several meters; their aggregation should be the maximum. The quantity of a charge with one
 * meter is its peak.
 */
public final class Capacity implements ChargeModel, Serializable {
    /** How many tiers there may be. */
    public static final int MAX_TIERS = 1_000;

    private static final long serialVersionUID = 1L;

    /** A size and its price. */
    public static final class Tier implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // an unmodifiable tree map, which is serialisable
        private final SortedMap<MeterId, BigDecimal> limits;

        private final BigDecimal price;

        private Tier(Map<MeterId, BigDecimal> limits, BigDecimal price) {
            this.limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
            this.limits.forEach((meter, limit) -> Require.notNegative(limit, "limits[" + meter + "]"));
            this.price = Require.notNegative(price, "price");
        }

        /**
         * A tier.
         *
         * @param limits the highest peak of each meter that the tier holds, zero or more; a meter that is not named has no
         *     limit
         * @param price of the whole period, in the currency of the contract; zero or more
         */
        public static Tier of(Map<MeterId, BigDecimal> limits, BigDecimal price) {
            return new Tier(limits, price);
        }

        /** A tier without limits, until {@link #withLimit} adds some; the price from text such as {@code 49.90}. */
        public static Tier of(String price) {
            return of(Map.of(), Require.decimal(price, "price"));
        }

        /** The same with one more limit: {@code Tier.of("20").withLimit("storage", "100")}. */
        public Tier withLimit(String meter, String limit) {
            var more = new TreeMap<>(limits);
            more.put(new MeterId(meter), Require.decimal(limit, "limit"));
            return new Tier(more, price);
        }

        /** The highest peak of each meter that the tier holds. */
        public SortedMap<MeterId, BigDecimal> limits() {
            return limits;
        }

        /** The price of the whole period. */
        public BigDecimal price() {
            return price;
        }

        private boolean holds(Map<MeterId, Fraction> peaks) {
            return limits.entrySet().stream()
                    .allMatch(limit ->
                            peaks.getOrDefault(limit.getKey(), Fraction.ZERO).compareTo(Fraction.of(limit.getValue()))
                                    <= 0);
        }

        /** Whether whatever the other holds fits into this one as well. */
        private boolean covers(Tier other) {
            return limits.entrySet().stream().allMatch(limit -> {
                BigDecimal theirs = other.limits.get(limit.getKey());
                return theirs != null && theirs.compareTo(limit.getValue()) <= 0;
            });
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tier that
                    && Decimals.canonical(limits).equals(Decimals.canonical(that.limits))
                    && price.compareTo(that.price) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * Decimals.canonical(limits).hashCode()
                    + price.stripTrailingZeros().hashCode();
        }

        /** For example {@code storage ≤ 100, users ≤ 10: 20}. */
        @Override
        public String toString() {
            return size() + ": " + price.toPlainString();
        }

        private String size() {
            if (limits.isEmpty()) {
                return "any size";
            }
            var text = new StringBuilder();
            limits.forEach((meter, limit) -> text.append(text.isEmpty() ? "" : ", ")
                    .append(meter)
                    .append(" ≤ ")
                    .append(limit.toPlainString()));
            return text.toString();
        }

        /** Checked again on the way back in. */
        private Object readResolve() {
            return new Tier(limits, price);
        }
    }

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Tier> tiers;

    private Capacity(List<Tier> tiers) {
        this.tiers = Require.notEmpty(List.copyOf(tiers), "tiers");
        Require.that(
                this.tiers.size() <= MAX_TIERS,
                "tiers.count",
                "tiers",
                "must be at most " + MAX_TIERS,
                this.tiers.size());
        for (int i = 1; i < this.tiers.size(); i++) {
            Require.that(
                    !this.tiers.get(i - 1).covers(this.tiers.get(i)),
                    "tiers.order",
                    "tiers[" + i + "]",
                    "must hold more than the tier before",
                    this.tiers.get(i).size());
        }
    }

    /** Tiers by rising size; one or more. Each must hold more than the tier before on at least one meter. */
    public static Capacity of(List<Tier> tiers) {
        return new Capacity(tiers);
    }

    /** As {@link #of(List)}. */
    public static Capacity of(Tier... tiers) {
        return of(List.of(tiers));
    }

    /** The tiers, by rising size. */
    public List<Tier> tiers() {
        return tiers;
    }

    /**
     * One step, {@code capacity}, about no units: {@code tier 2, storage ≤ 500, users ≤ 50: 60}.
     *
     * @throws IllegalArgumentException if no tier holds the peaks, or a quantity comes without the peaks of several meters
     */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        if (isUnused(input)) {
            return ChargeBreakdown.of(step(Expression.of(0), "charge.capacity.none", "nothing was used: {1}"));
        }
        Map<MeterId, Fraction> peaks = input.peaks().isEmpty() ? peakOf(input.quantity()) : input.peaks();
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).holds(peaks)) {
                return ChargeBreakdown.of(step(i + 1, tiers.get(i)));
            }
        }
        Tier last = tiers.get(tiers.size() - 1);
        throw new InvalidArgumentException(
                "capacity.beyond", "peaks", "must fit the last tier, " + last.size(), new TreeMap<>(peaks));
    }

    private static boolean isUnused(RatingInput input) {
        return input.peaks().isEmpty()
                ? input.quantity().signum() == 0
                : input.peaks().values().stream().allMatch(peak -> peak.signum() == 0);
    }

    /** A quantity without peaks is the peak of the one meter that the tiers name; of none, if they hold any size. */
    private Map<MeterId, Fraction> peakOf(Fraction quantity) {
        Set<MeterId> meters =
                tiers.stream().flatMap(tier -> tier.limits().keySet().stream()).collect(Collectors.toSet());
        Require.that(
                meters.size() <= 1,
                "capacity.peaks",
                "peaks",
                "must be given for a price by the capacity of several meters",
                null);
        return meters.stream().collect(Collectors.toMap(meter -> meter, meter -> quantity));
    }

    private static Step step(int number, Tier tier) {
        Expression price = Expression.of(tier.price());
        return tier.limits().isEmpty()
                ? step(price, "charge.capacity.any", "tier {0}, of any size: {2}", number)
                : step(price, "charge.capacity.tier", "tier {0}, {1}: {3}", number, tier.size());
    }

    private static Step step(Expression price, String key, String pattern, Object... arguments) {
        return Step.of("capacity", Fraction.ZERO, price, key, pattern, arguments);
    }

    /** Prices several meters, and refuses limits of meters that the charge does not have: they would never be reached. */
    @Override
    public void check(Metering metering) {
        for (int i = 0; i < tiers.size(); i++) {
            for (MeterId meter : tiers.get(i).limits().keySet()) {
                metering.requireMeter(meter, "tiers[" + i + "].limits[" + meter + "]");
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Capacity that && tiers.equals(that.tiers);
    }

    @Override
    public int hashCode() {
        return tiers.hashCode();
    }

    /** For example {@code capacity: [storage up to 100: 20, any size: 60]}. */
    @Override
    public String toString() {
        return "capacity: " + tiers;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Capacity(tiers);
    }
}

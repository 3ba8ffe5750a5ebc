package io.quittance.kpi;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How values are spread, such as days to pay or hours to an answer: mean, median, percentiles and largest value, each exact; none of them if there are no values.
 * Values may have weights, such as the amounts that were paid after so many days: 1,000.00 after 10 days and 100.00 after 40 are 25 days on average, 12.727… weighted.
 * Immutable; in order of the values.
 */
public final class Distribution implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final Rounding DOWN = Rounding.of(0, RoundingMode.FLOOR);
    private static final Comparator<Weighted> ORDER =
            Comparator.comparing(Weighted::value).thenComparing(Weighted::weight);

    @SuppressWarnings("serial") // an unmodifiable list, which is serialisable
    private final List<Weighted> values;

    /** Follows from the values, and is computed anew on the way back in. */
    private final transient Fraction totalWeight;

    private Distribution(Collection<Weighted> values) {
        this.values = values.stream().sorted(ORDER).toList();
        this.totalWeight = this.values.stream().map(Weighted::weight).reduce(Fraction.ZERO, Fraction::plus);
    }

    /**
     * One value and how much it weighs.
     *
     * @param value such as days
     * @param weight such as an amount; 0 or more
     */
    public record Weighted(Fraction value, Fraction weight) implements Serializable {
        /** Checks the weight. */
        public Weighted {
            requireNonNull(value, "value");
            requireNonNull(weight, "weight");
            Require.that(weight.signum() >= 0, "number.negative", "weight", "must not be negative", weight);
        }
    }

    /** Of these values, in any order, each weighing 1. */
    public static Distribution of(Collection<Fraction> values) {
        return new Distribution(
                values.stream().map(value -> new Weighted(value, Fraction.ONE)).toList());
    }

    /** Of these values with their weights, in any order. */
    public static Distribution weighted(Collection<Weighted> values) {
        return new Distribution(values);
    }

    /** How many values there are. */
    public int count() {
        return values.size();
    }

    /** The sum of the values; 0 if there are none. */
    public Fraction sum() {
        return values.stream().map(Weighted::value).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The sum of the values over their number. */
    public Optional<Fraction> mean() {
        return values.isEmpty() ? Optional.empty() : Optional.of(sum().dividedBy(Fraction.of(values.size())));
    }

    /** The value in the middle, or the mean of the two in the middle. */
    public Optional<Fraction> median() {
        return percentile(HALF, PercentileMethod.INCLUSIVE);
    }

    /**
     * The percentile by a named method. Of 15, 20, 35, 40 and 50 the 40th is 29 by {@code INCLUSIVE} (type 7), 26 by {@code EXCLUSIVE} (type 6), 20 by {@code NEAREST_RANK}.
     *
     * @param percent 0 to 100: 90 asks for the 90th
     */
    public Optional<Fraction> percentile(BigDecimal percent, PercentileMethod method) {
        Require.percentage(percent, "percent");
        requireNonNull(method, "method");
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Fraction rank = method.rank(values.size(), percent);
        int below = rank.round(DOWN).intValueExact();
        Fraction lower = values.get(below - 1).value();
        Fraction above = rank.minus(Fraction.of(below));
        return Optional.of(
                above.signum() == 0
                        ? lower
                        : lower.plus(values.get(below).value().minus(lower).times(above)));
    }

    /** The smallest value. */
    public Optional<Fraction> min() {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0).value());
    }

    /** The largest value. */
    public Optional<Fraction> max() {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(values.size() - 1).value());
    }

    /** The sum of the weights; the number of values if each weighs 1. */
    public Fraction totalWeight() {
        return totalWeight;
    }

    /** The sum of value × weight over the sum of the weights; none if that is 0. */
    public Optional<Fraction> weightedMean() {
        return totalWeight.signum() == 0
                ? Optional.empty()
                : Optional.of(values.stream()
                        .map(one -> one.value().times(one.weight()))
                        .reduce(Fraction.ZERO, Fraction::plus)
                        .dividedBy(totalWeight));
    }

    /**
     * The smallest value that, with all below it, has so many percent of the weight. Where 900.00 are paid after 10 days and 100.00 after 40, the 90th is 10 days and the 91st
     * 40. With weights of 1 it is the percentile by {@code NEAREST_RANK}. None if there is no weight.
     *
     * @param percent 0 to 100
     */
    public Optional<Fraction> weightedPercentile(BigDecimal percent) {
        Require.percentage(percent, "percent");
        Fraction wanted = totalWeight.times(Fraction.of(percent)).dividedBy(Fraction.of(100));
        Fraction reached = Fraction.ZERO;
        for (Weighted one : values) {
            reached = reached.plus(one.weight());
            if (one.weight().signum() > 0 && reached.compareTo(wanted) >= 0) {
                return Optional.of(one.value());
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Distribution that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** For example {@code 3 values from 1 to 5}. */
    @Override
    public String toString() {
        return values.isEmpty()
                ? "no values"
                : values.size() + (values.size() == 1 ? " value from " : " values from ")
                        + values.get(0).value() + " to "
                        + values.get(values.size() - 1).value();
    }

    private Object readResolve() {
        return new Distribution(values);
    }
}

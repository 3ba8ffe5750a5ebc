package io.quittance.core.money;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.LongMath;
import io.quittance.core.internal.Require;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * A rule for splitting a whole amount into parts that always add up to the whole, to the last unit.
 *
 * <p>The rules differ only in where the units go that rounding leaves over. 100.00 EUR over three equal weights is
 *
 * <ul>
 *   <li>{@link #largestRemainder}: 33.34, 33.33, 33.33 (the default of this library; ties go to the earlier part),
 *   <li>{@link #remainderToFirst}: 33.34, 33.33, 33.33 (a unit each to the earliest parts, whatever their remainder),
 *   <li>{@link #lastTakesRest}: 33.33, 33.33, 33.34 (each part but the last is rounded, the last may change its sign),
 *   <li>{@link #cumulative}: 33.33, 33.34, 33.33 (differences of the rounded running total; cutting a part in two leaves
 *       all others as they are, which makes it the rule for time).
 * </ul>
 *
 * <p>A part without weight gets nothing. A negative whole is split like its opposite, part by part with the other sign,
 * by every rule whose rounding treats both signs alike (half up does, ceiling and floor do not).
 */
public final class Apportionment implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The arithmetic of a rule, on whole units. */
    private interface Rule extends Serializable {
        /** The name of the rule for units of so many decimal places. */
        String name(int scale);

        /** @param total the sum of the weights, more than 0 */
        long[] split(long whole, long[] weights, long total);

        BigInteger[] split(BigInteger whole, BigInteger[] weights, BigInteger total);
    }

    private final int scale;
    private final Rule rule;

    private Apportionment(int scale, Rule rule) {
        this.scale = Rounding.halfUp(scale).scale();
        this.rule = requireNonNull(rule, "rule");
    }

    /**
     * Each part gets its share cut off to whole units; the units left over go, one each, to the parts with the largest
     * remainders, earlier parts first on a tie (Hamilton's method).
     *
     * @param scale decimal places of a unit, 0 to 18: 2 splits to the cent
     */
    public static Apportionment largestRemainder(int scale) {
        return new Apportionment(scale, new LeftOverUnits(true));
    }

    /**
     * Each part gets its share cut off to whole units; the units left over go, one each, to the earliest parts that have
     * a weight.
     *
     * @param scale decimal places of a unit, 0 to 18
     */
    public static Apportionment remainderToFirst(int scale) {
        return new Apportionment(scale, new LeftOverUnits(false));
    }

    /** Each part but the last that has a weight is rounded; that one takes what is then left, so its sign may differ. */
    public static Apportionment lastTakesRest(Rounding rounding) {
        return new Apportionment(rounding.scale(), new LastTakesRest(rounding.mode()));
    }

    /** Each part is the rounded share of all weights up to and with it, less the rounded share of all before it. */
    public static Apportionment cumulative(Rounding rounding) {
        return new Apportionment(rounding.scale(), new Cumulative(rounding.mode()));
    }

    /**
     * Splits by weights; part i stands for weight i.
     *
     * @param whole a whole number of units: 10.00 at two places, not 10.005
     * @param weights zero or more each, at least one of them more than zero
     * @throws IllegalArgumentException if a weight is negative, all are zero, or {@code whole} is finer than a unit
     */
    public List<Amount> split(MonetaryAmount whole, List<BigDecimal> weights) {
        List<BigDecimal> numbers = List.copyOf(weights);
        int places = 0;
        for (int i = 0; i < numbers.size(); i++) {
            places = Math.max(
                    places,
                    Require.notNegative(numbers.get(i), "weights[" + i + "]").scale());
        }
        var digits = new BigInteger[numbers.size()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = numbers.get(i).setScale(places).unscaledValue();
        }
        return split(Amount.from(whole), digits);
    }

    /**
     * As {@link #split(MonetaryAmount, List)}, on exact numbers.
     *
     * @param whole a whole number of units
     * @param weights zero or more each, at least one of them more than zero
     */
    public List<Fraction> split(Fraction whole, List<Fraction> weights) {
        List<Fraction> numbers = List.copyOf(weights);
        BigInteger common = BigInteger.ONE;
        for (int i = 0; i < numbers.size(); i++) {
            Fraction weight = numbers.get(i);
            Require.that(weight.signum() >= 0, "weight.negative", "weights[" + i + "]", "must not be negative", weight);
            common = common.divide(common.gcd(weight.denominator())).multiply(weight.denominator());
        }
        BigInteger shared = common;
        BigInteger[] multiples = numbers.stream()
                .map(weight -> weight.numerator().multiply(shared.divide(weight.denominator())))
                .toArray(BigInteger[]::new);
        Fraction unit = Fraction.of(BigInteger.ONE, BigInteger.TEN.pow(scale));
        Fraction units = whole.dividedBy(unit);
        Require.that(
                units.isWhole(),
                "apportionment.whole",
                "whole",
                "must have at most " + scale + " decimal places",
                whole);
        return Arrays.stream(split(units.numerator(), multiples))
                .map(part -> Fraction.of(part, BigInteger.ONE).times(unit))
                .toList();
    }

    /** As {@link #split(MonetaryAmount, List)} with whole-number weights. */
    public List<Amount> split(MonetaryAmount whole, long... weights) {
        Amount exact = Amount.from(whole);
        BigInteger units = units(exact);
        if (units.bitLength() < Long.SIZE) {
            long[] parts = split(units.longValue(), weights);
            var amounts = new ArrayList<Amount>(parts.length);
            for (long part : parts) {
                amounts.add(Amount.ofScaled(part, scale, exact.getCurrency()));
            }
            return List.copyOf(amounts);
        }
        return split(exact, big(weights));
    }

    /**
     * Splits along cut points in time: the part of each span between two boundaries weighs its days.
     *
     * @param boundaries two or more rising dates: the first day, every cut, and the day after the last
     * @return one part per span, in order
     */
    public List<Amount> along(MonetaryAmount whole, List<LocalDate> boundaries) {
        List<LocalDate> dates = List.copyOf(boundaries);
        Require.that(dates.size() >= 2, "boundaries.count", "boundaries", "must be two or more", dates.size());
        var days = new long[dates.size() - 1];
        for (int i = 0; i < days.length; i++) {
            LocalDate from = dates.get(i);
            LocalDate to = dates.get(i + 1);
            if (!from.isBefore(to)) {
                throw new InvalidArgumentException("boundaries.order", "boundaries", "must rise", from + " then " + to);
            }
            days[i] = to.toEpochDay() - from.toEpochDay();
        }
        return split(whole, days);
    }

    /**
     * The same arithmetic on whole units, for bulk work: {@code whole} and the parts in units of {@link #scale()} places.
     * A call whose products do not fit in a {@code long} is computed with larger numbers, with the same result.
     *
     * @throws IllegalArgumentException if a weight is negative or all are zero
     */
    public long[] split(long whole, long... weights) {
        long total = 0;
        long largest = 0;
        boolean fits = true;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < 0) {
                Require.that(false, "weight.negative", "weights[" + i + "]", "must not be negative", weights[i]);
            }
            long sum = total + weights[i];
            fits &= sum >= total;
            total = sum;
            largest = Math.max(largest, weights[i]);
        }
        requireWeight(largest > 0);
        // the smallest long, which has no absolute value, fits with a total of 1 only, and is then a part as it is
        if (fits && LongMath.fitsProduct(Math.abs(whole), total)) {
            return rule.split(whole, weights, total);
        }
        BigInteger[] parts = split(BigInteger.valueOf(whole), big(weights));
        var result = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            result[i] = parts[i].longValueExact();
        }
        return result;
    }

    /** Decimal places of a unit. */
    public int scale() {
        return scale;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Apportionment that && scale == that.scale && rule.equals(that.rule);
    }

    @Override
    public int hashCode() {
        return 31 * scale + toString().hashCode();
    }

    /** The name of the rule, for explanations. */
    @Override
    public String toString() {
        return rule.name(scale);
    }

    private Object readResolve() throws InvalidObjectException {
        try {
            return new Apportionment(scale, rule);
        } catch (RuntimeException e) {
            throw SerialForm.refused("apportionment", e);
        }
    }

    private List<Amount> split(Amount whole, BigInteger[] weights) {
        var amounts = new ArrayList<Amount>(weights.length);
        for (BigInteger part : split(units(whole), weights)) {
            amounts.add(Amount.exact(new BigDecimal(part, scale), whole.getCurrency()));
        }
        return List.copyOf(amounts);
    }

    private BigInteger[] split(BigInteger whole, BigInteger[] weights) {
        BigInteger total = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        requireWeight(total.signum() > 0);
        return rule.split(whole, weights, total);
    }

    private BigInteger units(Amount whole) {
        BigDecimal number = whole.toBigDecimal();
        if (!whole.fits(scale)) {
            throw new InvalidArgumentException(
                    "apportionment.whole",
                    "whole",
                    "must have at most " + scale + " decimal places",
                    number.toPlainString());
        }
        return number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    }

    private static void requireWeight(boolean present) {
        Require.that(present, "weights.zero", "weights", "must have one that is more than 0", null);
    }

    private static BigInteger[] big(long[] weights) {
        return Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    /** Shares cut off to whole units, and a unit more for some parts until nothing is left. */
    private record LeftOverUnits(boolean byRemainder) implements Rule {
        /** Up to so many parts, looking for the next one is faster than sorting them. */
        private static final int FEW = 16;

        @Override
        public String name(int scale) {
            return byRemainder ? "largest remainder" : "remainder to first";
        }

        @Override
        public long[] split(long whole, long[] weights, long total) {
            var parts = new long[weights.length];
            var remainders = new long[weights.length];
            long left = Math.abs(whole);
            for (int i = 0; i < parts.length; i++) {
                long product = Math.abs(whole) * weights[i];
                parts[i] = product / total;
                remainders[i] = byRemainder ? product - parts[i] * total : Long.signum(weights[i]);
                left -= parts[i];
            }
            handOut((int) left, parts, remainders);
            if (whole < 0) {
                Arrays.setAll(parts, i -> -parts[i]);
            }
            return parts;
        }

        /** Gives a unit each to the parts that come first; fewer units are left than there are parts with a weight. */
        private void handOut(int units, long[] parts, long[] claims) {
            if (parts.length > FEW) {
                Integer[] order = new Integer[parts.length];
                Arrays.setAll(order, i -> i);
                Arrays.sort(order, (a, b) -> Long.compare(claims[b], claims[a])); // stable: ties stay in order
                for (int i = 0; i < units; i++) {
                    parts[order[i]]++;
                }
                return;
            }
            for (int i = 0; i < units; i++) {
                int next = 0;
                for (int j = 1; j < claims.length; j++) {
                    if (claims[j] > claims[next]) {
                        next = j;
                    }
                }
                parts[next]++;
                claims[next] = -1;
            }
        }

        @Override
        public BigInteger[] split(BigInteger whole, BigInteger[] weights, BigInteger total) {
            BigInteger magnitude = whole.abs();
            var parts = new BigInteger[weights.length];
            var remainders = new BigInteger[weights.length];
            BigInteger left = magnitude;
            for (int i = 0; i < parts.length; i++) {
                BigInteger[] share = magnitude.multiply(weights[i]).divideAndRemainder(total);
                parts[i] = share[0];
                remainders[i] = share[1];
                left = left.subtract(share[0]);
            }
            List<Integer> order = order(weights, remainders);
            int units = left.intValueExact();
            for (int i = 0; i < units; i++) {
                parts[order.get(i)] = parts[order.get(i)].add(BigInteger.ONE);
            }
            if (whole.signum() < 0) {
                Arrays.setAll(parts, i -> parts[i].negate());
            }
            return parts;
        }

        private List<Integer> order(BigInteger[] weights, BigInteger[] remainders) {
            var order = new ArrayList<Integer>(weights.length);
            for (int i = 0; i < weights.length; i++) {
                if (weights[i].signum() > 0) {
                    order.add(i);
                }
            }
            if (byRemainder) {
                order.sort((a, b) -> remainders[b].compareTo(remainders[a])); // stable: ties stay in order
            }
            return order;
        }
    }

    private record LastTakesRest(RoundingMode mode) implements Rule {
        private LastTakesRest {
            requireNonNull(mode, "mode");
        }

        @Override
        public String name(int scale) {
            return "last takes rest, " + Rounding.of(scale, mode);
        }

        @Override
        public long[] split(long whole, long[] weights, long total) {
            var parts = new long[weights.length];
            int last = parts.length - 1;
            while (weights[last] == 0) {
                last--;
            }
            long left = whole;
            for (int i = 0; i < last; i++) {
                parts[i] = LongMath.divide(whole * weights[i], total, mode);
                left -= parts[i];
            }
            parts[last] = left;
            return parts;
        }

        @Override
        public BigInteger[] split(BigInteger whole, BigInteger[] weights, BigInteger total) {
            var parts = new BigInteger[weights.length];
            Arrays.fill(parts, BigInteger.ZERO);
            int last = parts.length - 1;
            while (weights[last].signum() == 0) {
                last--;
            }
            BigInteger left = whole;
            for (int i = 0; i < last; i++) {
                parts[i] = LongMath.divide(whole.multiply(weights[i]), total, mode);
                left = left.subtract(parts[i]);
            }
            parts[last] = left;
            return parts;
        }
    }

    private record Cumulative(RoundingMode mode) implements Rule {
        private Cumulative {
            requireNonNull(mode, "mode");
        }

        @Override
        public String name(int scale) {
            return "cumulative, " + Rounding.of(scale, mode);
        }

        @Override
        public long[] split(long whole, long[] weights, long total) {
            var parts = new long[weights.length];
            long weight = 0;
            long before = 0;
            for (int i = 0; i < parts.length; i++) {
                weight += weights[i];
                long upTo = LongMath.divide(whole * weight, total, mode);
                parts[i] = upTo - before;
                before = upTo;
            }
            return parts;
        }

        @Override
        public BigInteger[] split(BigInteger whole, BigInteger[] weights, BigInteger total) {
            var parts = new BigInteger[weights.length];
            BigInteger weight = BigInteger.ZERO;
            BigInteger before = BigInteger.ZERO;
            for (int i = 0; i < parts.length; i++) {
                weight = weight.add(weights[i]);
                BigInteger upTo = LongMath.divide(whole.multiply(weight), total, mode);
                parts[i] = upTo.subtract(before);
                before = upTo;
            }
            return parts;
        }
    }
}

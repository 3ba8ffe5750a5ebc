package io.quittance.core.money;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a percentile is where it falls between two values; textbooks and programs differ. The value at a rank of 2.5 lies
 * half way between the second and the third of the values in order. Of 15, 20, 35, 40 and 50, the 40th percentile is:
 *
 * <ul>
 *   <li>29 by {@link #INCLUSIVE}, rank 1 + 4 × 0.4 = 2.6;
 *   <li>26 by {@link #EXCLUSIVE}, rank 6 × 0.4 = 2.4;
 *   <li>20 by {@link #NEAREST_RANK}, rank 5 × 0.4 = 2.
 * </ul>
 */
public enum PercentileMethod {
    /** Rank 1 + (n - 1) × p: {@code PERCENTILE.INC} of spreadsheets, type 7 of Hyndman and Fan (1996). */
    INCLUSIVE {
        @Override
        Fraction position(int n, Fraction p) {
            return Fraction.of(n - 1L).times(p).plus(Fraction.ONE);
        }
    },
    /**
     * Rank (n + 1) × p, and the first or last value where that is none: {@code PERCENTILE.EXC} of spreadsheets, which
     * refuse it there; NIST/SEMATECH e-Handbook, section 7.2.6.2; type 6 of Hyndman and Fan.
     */
    EXCLUSIVE {
        @Override
        Fraction position(int n, Fraction p) {
            return Fraction.of(n + 1L).times(p).max(Fraction.ONE).min(Fraction.of(n));
        }
    },
    /** Rank n × p, rounded up, so that the answer is always one of the values; the first value for 0. */
    NEAREST_RANK {
        @Override
        Fraction position(int n, Fraction p) {
            return Fraction.of(Fraction.of(n).times(p).round(UP)).max(Fraction.ONE);
        }
    };

    private static final Rounding UP = Rounding.of(0, RoundingMode.CEILING);
    private static final Rounding DOWN = Rounding.of(0, RoundingMode.FLOOR);

    abstract Fraction position(int n, Fraction p);

    /**
     * The rank of a percentile among values in order, for values that are in order already: from 1 to {@code count}. It may lie between two whole ranks: the 40th
     * percentile of five values has rank 2.6 by {@link #INCLUSIVE}.
     *
     * @param count how many values there are: 1 or more
     * @param percent 0 to 100: 95 asks for the 95th
     */
    public Fraction rank(int count, BigDecimal percent) {
        Require.that(count >= 1, "percentile.count", "count", "must be 1 or more", count);
        return position(
                count, Fraction.of(Require.percentage(percent, "percent")).dividedBy(Fraction.of(100)));
    }

    /**
     * The percentile, exactly. Memory grows with the number of different values, not of values.
     *
     * @param percent 0 to 100: 95 asks for the 95th
     * @param values one or more, in any order; asked for once
     */
    public Fraction percentile(BigDecimal percent, Iterable<BigDecimal> values) {
        Require.percentage(percent, "percent");
        var counts = new TreeMap<BigDecimal, Integer>();
        int count = 0;
        for (BigDecimal value : values) {
            counts.merge(value, 1, Integer::sum);
            count++;
        }
        Require.notEmpty(counts.keySet(), "values");
        Fraction rank = rank(count, percent);
        int below = rank.round(DOWN).intValueExact();
        Fraction lower = at(below, counts);
        Fraction above = rank.minus(Fraction.of(below));
        return above.signum() == 0
                ? lower
                : lower.plus(at(below + 1, counts).minus(lower).times(above));
    }

    /** The value at a whole rank, from 1 on. */
    private static Fraction at(int rank, SortedMap<BigDecimal, Integer> counts) {
        int reached = 0;
        for (Map.Entry<BigDecimal, Integer> value : counts.entrySet()) {
            reached += value.getValue();
            if (reached >= rank) {
                return Fraction.of(value.getKey());
            }
        }
        throw new IllegalStateException("rank " + rank + " of " + reached);
    }
}

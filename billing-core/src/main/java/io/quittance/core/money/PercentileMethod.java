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
        Fraction rank(int n, Fraction p) {
            return Fraction.of(n - 1L).times(p).plus(Fraction.ONE);
        }
    },
    /**
     * Rank (n + 1) × p, and the first or last value where that is none: {@code PERCENTILE.EXC} of spreadsheets, which
     * refuse it there; NIST/SEMATECH e-Handbook, section 7.2.6.2; type 6 of Hyndman and Fan.
     */
    EXCLUSIVE {
        @Override
        Fraction rank(int n, Fraction p) {
            return Fraction.of(n + 1L).times(p).max(Fraction.ONE).min(Fraction.of(n));
        }
    },
    /** Rank n × p, rounded up, so that the answer is always one of the values; the first value for 0. */
    NEAREST_RANK {
        @Override
        Fraction rank(int n, Fraction p) {
            return Fraction.of(Fraction.of(n).times(p).round(UP)).max(Fraction.ONE);
        }
    };

    private static final Rounding UP = Rounding.of(0, RoundingMode.CEILING);
    private static final Rounding DOWN = Rounding.of(0, RoundingMode.FLOOR);

    /** The rank from 1 to n, which may lie between two whole ones. */
    abstract Fraction rank(int n, Fraction p);

    /**
     * The percentile, exactly. Memory grows with the number of different values, not of values.
     *
     * @param percent 0 to 100: 95 asks for the 95th
     * @param values one or more, in any order; asked for once
     */
    public Fraction percentile(BigDecimal percent, Iterable<BigDecimal> values) {
        Fraction p = Fraction.of(Require.percentage(percent, "percent")).dividedBy(Fraction.of(100));
        var counts = new TreeMap<BigDecimal, Integer>();
        int count = 0;
        for (BigDecimal value : values) {
            counts.merge(value, 1, Integer::sum);
            count++;
        }
        Require.notEmpty(counts.keySet(), "values");
        Fraction rank = rank(count, p);
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

package io.quittance.core.money;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;

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
     * The percentile, exactly.
     *
     * @param percent 0 to 100: 95 asks for the 95th
     * @param values one or more, in any order
     */
    public Fraction percentile(BigDecimal percent, Collection<BigDecimal> values) {
        Fraction p = Fraction.of(Require.percentage(percent, "percent")).dividedBy(Fraction.of(100));
        var ascending = new ArrayList<>(Require.notEmpty(values, "values"));
        ascending.sort(null);
        Fraction rank = rank(ascending.size(), p);
        int below = rank.round(DOWN).intValueExact();
        Fraction lower = Fraction.of(ascending.get(below - 1));
        Fraction above = rank.minus(Fraction.of(below));
        if (above.signum() == 0) {
            return lower;
        }
        Fraction upper = Fraction.of(ascending.get(below));
        return lower.plus(upper.minus(lower).times(above));
    }
}

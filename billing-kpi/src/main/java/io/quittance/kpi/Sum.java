package io.quittance.kpi;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Adds up many fractions. Each new denominator makes the sum longer, so that hundreds of ratios of amounts have no sum that fits a {@link Fraction}. */
final class Sum {
    /** What a quotient of two sums has room for. */
    private static final int MOST_BITS = Fraction.MAX_BITS / 4;

    private static final Rounding SUMMANDS = Rounding.halfUp(18);

    private Sum() {}

    /** The exact sum, unless it is too long. */
    static Optional<Fraction> exactly(List<Fraction> summands) {
        BigInteger below = BigInteger.ONE;
        for (Fraction summand : summands) {
            BigInteger next = summand.denominator();
            below = below.multiply(next.divide(below.gcd(next)));
            if (below.bitLength() > MOST_BITS) {
                return Optional.empty();
            }
        }
        BigInteger above = BigInteger.ZERO;
        for (Fraction summand : summands) {
            above = above.add(summand.numerator().multiply(below.divide(summand.denominator())));
        }
        return above.bitLength() > 2 * MOST_BITS ? Optional.empty() : Optional.of(Fraction.of(above, below));
    }

    /** The sum of the summands, each rounded half up at 18 places. */
    static Fraction rounded(List<Fraction> summands) {
        Fraction sum = Fraction.ZERO;
        for (Fraction summand : summands) {
            sum = sum.plus(Fraction.of(summand.round(SUMMANDS)));
        }
        return sum;
    }
}

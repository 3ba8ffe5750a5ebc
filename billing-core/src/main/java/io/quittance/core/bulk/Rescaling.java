package io.quittance.core.bulk;

import io.quittance.core.internal.LongMath;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Rounds unscaled numbers of some decimal places to fewer, and shows what is left with others: 7.155 at 2 places, shown with 3,
 * is 7160 for 7155. Half up to 1 place, shown with 2, 7155 for 7.155 is 720.
 *
 * <p>Divides by a power of ten d without a division, which takes the processor many times as long as a product: for 0 ≤ x <
 * 2^63 and 2^(l-1) < d < 2^l, the quotient is x × m / 2^(63 + l), both cut off, with m = 2^(63 + l) / d, cut off, plus one
 * (Granlund and Montgomery, Division by Invariant Integers using Multiplication, 1994, theorem 4.2). m has 64 bits, so that its
 * upper product is that of the signed m, plus x.
 */
final class Rescaling {
    /** The answer of {@link #apply(long)} for what {@link #apply(BigInteger)} must compute. */
    static final long LARGE = Long.MIN_VALUE;

    /** The product of two numbers of so many bits, none of them negative, is less than 2^62. */
    static final int USUAL_BITS = 31;

    /** What is added before digits are cut off so that any number seems too large. */
    private static final long NEVER = Long.MIN_VALUE;

    /** The longest number of digits that are cut off, or of zeros that are appended, in a {@code long}. */
    private static final int MOST_DIGITS = LongMath.MAX_POWER;

    private final int digits;
    private final int zeros;
    private final RoundingMode mode;

    private final long divisor;
    private final long reciprocal;
    private final int shift;
    /** What is added to the size of a number so that cutting off rounds it. */
    private final long biasAbove;

    private final long biasBelow;
    /** Whether what lies in the middle, which the bias lifts, goes back to the even neighbour. */
    private final boolean tiesToEven;

    private final long factor;
    /** Whether rounding is to add the bias and to divide. */
    private final boolean isPlain;

    /**
     * @param from decimal places of the numbers that come in
     * @param to decimal places that are kept at most
     * @param shown decimal places of the numbers that go out, no fewer than are kept
     */
    Rescaling(int from, int to, int shown, RoundingMode mode) {
        this.mode = mode;
        digits = Math.max(0, from - to);
        zeros = shown - Math.min(from, to);
        boolean isLarge = digits > MOST_DIGITS || zeros > MOST_DIGITS || mode == RoundingMode.UNNECESSARY;
        divisor = isLarge ? 1 : LongMath.powerOfTen(digits);
        factor = isLarge ? 1 : LongMath.powerOfTen(zeros);
        int length = Long.SIZE - Long.numberOfLeadingZeros(divisor - 1);
        shift = Math.max(0, length - 1);
        reciprocal = divisor == 1 ? 0 : reciprocal(divisor, length);
        biasAbove = isLarge ? NEVER : bias(mode, divisor, false);
        biasBelow = isLarge ? NEVER : bias(mode, divisor, true);
        tiesToEven = mode == RoundingMode.HALF_EVEN && divisor > 1;
        isPlain = !isLarge && !tiesToEven && factor == 1;
    }

    /** The lower 64 bits of m. */
    private static long reciprocal(long divisor, int length) {
        return BigInteger.ONE
                .shiftLeft(Long.SIZE - 1 + length)
                .divide(BigInteger.valueOf(divisor))
                .add(BigInteger.ONE)
                .longValue();
    }

    private static long bias(RoundingMode mode, long divisor, boolean negative) {
        return switch (mode) {
            case UP -> divisor - 1;
            case DOWN, UNNECESSARY -> 0;
            case CEILING -> negative ? 0 : divisor - 1;
            case FLOOR -> negative ? divisor - 1 : 0;
            case HALF_UP, HALF_EVEN -> divisor / 2;
            case HALF_DOWN -> (divisor - 1) / 2;
        };
    }

    /** Whether {@link #quotient} is the answer for numbers from 0 to 2^62. */
    boolean isPlain() {
        return isPlain;
    }

    /** The number, rounded, if it is from 0 to 2^62 and {@link #isPlain()}. */
    @PerRow
    long quotient(long number) {
        long biased = number + biasAbove;
        return (Math.multiplyHigh(biased, reciprocal) + biased) >> shift;
    }

    /** The product of two numbers, rounded and shown; {@link #LARGE} where that may take more than a {@code long}. */
    @PerRow
    long product(long one, long other) {
        if (isPlain && (one | other) >>> USUAL_BITS == 0) {
            return quotient(one * other);
        }
        return LongMath.fitsProduct(one, other) ? apply(one * other) : LARGE;
    }

    /** The number, rounded and shown; {@link #LARGE} where that may take more than a {@code long}. */
    @PerRow
    long apply(long number) {
        long sign = number >> (Long.SIZE - 1);
        long size = (number ^ sign) - sign;
        long biased = size + (sign == 0 ? biasAbove : biasBelow);
        if ((size | biased) < 0) {
            return LARGE;
        }
        long quotient = (Math.multiplyHigh(biased, reciprocal) + biased) >> shift;
        if (tiesToEven && quotient * divisor == biased) {
            quotient &= ~1L;
        }
        if (factor != 1) {
            if (!LongMath.fitsProduct(quotient, factor)) {
                return LARGE;
            }
            quotient *= factor;
        }
        return (quotient ^ sign) - sign;
    }

    /**
     * As {@link #apply(long)} for numbers of any size.
     *
     * @throws io.quittance.core.error.InexactResultException if the mode is {@code UNNECESSARY} and digits would be lost
     */
    BigInteger apply(BigInteger number) {
        return LongMath.divide(number, BigInteger.TEN.pow(digits), mode).multiply(BigInteger.TEN.pow(zeros));
    }
}

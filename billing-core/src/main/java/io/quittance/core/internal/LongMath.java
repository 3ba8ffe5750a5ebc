package io.quittance.core.internal;

import io.quittance.core.error.InexactResultException;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Whole-number arithmetic of the hot paths: powers of ten, and division with every rounding mode. */
public final class LongMath {
    /** The largest power of ten that fits in a long is 10^18. */
    public static final int MAX_POWER = 18;

    private static final long[] POWERS = powers();

    private LongMath() {}

    /** 10 to the power of {@code exponent}, which is 0 to {@value #MAX_POWER}. */
    public static long powerOfTen(int exponent) {
        return POWERS[exponent];
    }

    /** Whether the product of the two fits in a long. */
    public static boolean fitsProduct(long a, long b) {
        return Math.multiplyHigh(a, b) == (a * b) >> 63;
    }

    /**
     * The quotient, rounded.
     *
     * @param divisor more than zero
     * @throws InexactResultException if the mode is {@code UNNECESSARY} and there is a remainder
     */
    public static long divide(long dividend, long divisor, RoundingMode mode) {
        long quotient = dividend / divisor;
        long remainder = dividend - quotient * divisor;
        if (remainder == 0) {
            return quotient;
        }
        refuseUnnecessary(mode, dividend, divisor);
        int sign = dividend < 0 ? -1 : 1;
        // 2|r| compared with d, written without overflow; |r| < d, so d - |r| is positive
        long rest = Math.abs(remainder);
        return away(mode, sign, Long.compare(rest, divisor - rest), (quotient & 1) != 0) ? quotient + sign : quotient;
    }

    /** As {@link #divide(long, long, RoundingMode)} for numbers of any size. */
    public static BigInteger divide(BigInteger dividend, BigInteger divisor, RoundingMode mode) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        if (parts[1].signum() == 0) {
            return parts[0];
        }
        refuseUnnecessary(mode, dividend, divisor);
        int sign = dividend.signum();
        int half = parts[1].abs().shiftLeft(1).compareTo(divisor);
        return away(mode, sign, half, parts[0].testBit(0)) ? parts[0].add(BigInteger.valueOf(sign)) : parts[0];
    }

    /**
     * Whether a quotient that was cut off toward zero moves one step away from it.
     *
     * @param half the rest compared with one half
     */
    private static boolean away(RoundingMode mode, int sign, int half, boolean odd) {
        return switch (mode) {
            case UP -> true;
            case DOWN, UNNECESSARY -> false;
            case CEILING -> sign > 0;
            case FLOOR -> sign < 0;
            case HALF_UP -> half >= 0;
            case HALF_DOWN -> half > 0;
            case HALF_EVEN -> half > 0 || (half == 0 && odd);
        };
    }

    private static void refuseUnnecessary(RoundingMode mode, long dividend, long divisor) {
        if (mode == RoundingMode.UNNECESSARY) {
            refuseUnnecessary(mode, BigInteger.valueOf(dividend), BigInteger.valueOf(divisor));
        }
    }

    private static void refuseUnnecessary(RoundingMode mode, BigInteger dividend, BigInteger divisor) {
        if (mode == RoundingMode.UNNECESSARY) {
            throw new InexactResultException(
                    "rounding.necessary",
                    "result",
                    "must be a whole number of the rounding's units",
                    dividend + " / " + divisor);
        }
    }

    private static long[] powers() {
        var powers = new long[MAX_POWER + 1];
        powers[0] = 1;
        for (int i = 1; i <= MAX_POWER; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}

package io.quittance.core.bulk;

import io.quittance.core.internal.LongMath;
import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Reads decimals as unscaled numbers of one scale, without making an object where a {@code long} holds them. */
final class Decimals {
    /** The answer of {@link #unscaled} for what {@link #large} must read. */
    static final long UNUSUAL = -1;

    /** The answer of {@link #digits} for what it does not read. */
    static final long NO_DIGITS = Long.MIN_VALUE;

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LOWEST = HIGHEST.negate();

    private final int scale;
    private final BigDecimal largestHere;
    // by the scale of a decimal: the largest that fits, and what brings its digits to this scale
    private final BigDecimal[] largest;
    private final long[] factors;

    Decimals(int scale) {
        this.scale = CompiledPrice.requireScale(scale, "quantityScale");
        largest = new BigDecimal[scale + 1];
        factors = new long[scale + 1];
        for (int places = 0; places <= scale; places++) {
            factors[places] = LongMath.powerOfTen(scale - places);
            largest[places] = BigDecimal.valueOf(Long.MAX_VALUE / factors[places], places);
        }
        largestHere = largest[scale];
    }

    int scale() {
        return scale;
    }

    /**
     * The decimal, unscaled, without the BigInteger that {@code unscaledValue} would make; {@link #UNUSUAL} where it is
     * negative, large or written with more decimal places.
     */
    @PerRow
    long unscaled(BigDecimal decimal) {
        int places = decimal.scale();
        if (places == scale && decimal.signum() >= 0 && decimal.compareTo(largestHere) <= 0) {
            return decimal.scaleByPowerOfTen(places).longValue();
        }
        if (places >= 0 && places < scale && decimal.signum() >= 0 && decimal.compareTo(largest[places]) <= 0) {
            return decimal.scaleByPowerOfTen(places).longValue() * factors[places];
        }
        return UNUSUAL;
    }

    /**
     * The digits of a decimal of any sign as they are written, 7155 for 7.155, without the BigInteger that {@code unscaledValue}
     * would make; {@link #NO_DIGITS} where they do not fit, or it has an exponent or more than 18 decimal places.
     */
    @PerRow
    static long digits(BigDecimal decimal) {
        int places = decimal.scale();
        if (places < 0 || places > Require.MAX_SCALE) {
            return NO_DIGITS;
        }
        BigDecimal digits = decimal.scaleByPowerOfTen(places);
        return digits.compareTo(HIGHEST) > 0 || digits.compareTo(LOWEST) < 0 ? NO_DIGITS : digits.longValue();
    }

    /** Any decimal, unscaled; refused if it has more decimal places than the scale, zeros aside. */
    BigInteger large(BigDecimal decimal, String argument) {
        BigDecimal stripped = Require.number(decimal, argument).stripTrailingZeros();
        Require.that(
                stripped.scale() <= scale,
                "number.scale",
                argument,
                "must have at most " + scale + " decimal places",
                decimal);
        return stripped.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    }
}

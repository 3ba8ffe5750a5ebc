package io.quittance.core.money;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.LongMath;
import io.quittance.core.internal.Require;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import javax.money.CurrencyUnit;

/**
 * An exact number: a whole numerator over a whole, positive denominator, in lowest terms. It arises where a division
 * occurs (16/31 of a price, gross / 1.19, an average) and can be computed with as long as needed; the only way out is a
 * {@link Rounding}.
 *
 * <p>Equal numbers are equal fractions: 0.50, 1/2 and 8/16 are one value. Numerator and denominator may have up to
 * {@value #MAX_BITS} bits each, about 1,200 digits; a result beyond that is refused.
 *
 * <p>Example: {@code Fraction.of(16, 31).times(Fraction.of(new BigDecimal("99.99")))} is 39996/775, and rounds half up at
 * two places to 51.61.
 */
public final class Fraction implements Comparable<Fraction>, Serializable {
    /** Zero. */
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    /** One. */
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);
    /** How many bits numerator and denominator may have. */
    public static final int MAX_BITS = 4096;

    private static final long serialVersionUID = 1L;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Fraction(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** A whole number. */
    public static Fraction of(long number) {
        return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
    }

    /**
     * One number over another: {@code of(16, 31)} for 16 of 31 days.
     *
     * @throws IllegalArgumentException if {@code denominator} is 0
     */
    public static Fraction of(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * One number over another, of any sign, in any terms.
     *
     * @throws IllegalArgumentException if {@code denominator} is 0, or one of the two has more than {@value #MAX_BITS}
     *     bits
     */
    public static Fraction of(BigInteger numerator, BigInteger denominator) {
        requireSize(numerator, "numerator");
        requireSize(denominator, "denominator");
        Require.that(denominator.signum() != 0, "fraction.denominator", "denominator", "must not be 0", "0");
        return reduced(numerator, denominator);
    }

    /** Refused before anything is computed: reducing a fraction of a million digits takes long. */
    private static void requireSize(BigInteger number, String argument) {
        if (number.bitLength() > MAX_BITS) {
            throw new InvalidArgumentException(
                    "fraction.size",
                    argument,
                    "must have at most " + MAX_BITS + " bits",
                    "a number of " + number.bitLength() + " bits");
        }
    }

    /**
     * A decimal number, exactly.
     *
     * @throws ArithmeticException if it has more than 76 digits or 36 decimal places, the bounds of an exact product of
     *     two numbers from outside
     */
    public static Fraction of(BigDecimal number) {
        BigDecimal bounded = Bounds.result(number, "number");
        return bounded.scale() <= 0
                ? new Fraction(bounded.toBigIntegerExact(), BigInteger.ONE)
                : reduced(bounded.unscaledValue(), BigInteger.TEN.pow(bounded.scale()));
    }

    /** The sum. */
    public Fraction plus(Fraction addend) {
        if (addend.signum() == 0) {
            return this;
        }
        if (signum() == 0) {
            return addend;
        }
        if (denominator.equals(addend.denominator)) {
            return reduced(numerator.add(addend.numerator), denominator);
        }
        return reduced(
                numerator.multiply(addend.denominator).add(addend.numerator.multiply(denominator)),
                denominator.multiply(addend.denominator));
    }

    /** The difference. */
    public Fraction minus(Fraction subtrahend) {
        return plus(subtrahend.negated());
    }

    /** The product. */
    public Fraction times(Fraction factor) {
        return reduced(numerator.multiply(factor.numerator), denominator.multiply(factor.denominator));
    }

    /**
     * The exact quotient.
     *
     * @throws IllegalArgumentException if {@code divisor} is 0
     */
    public Fraction dividedBy(Fraction divisor) {
        Require.that(divisor.signum() != 0, "fraction.divisor", "divisor", "must not be 0", divisor);
        return reduced(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /** The smaller of the two. */
    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of the two. */
    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether it is a whole number. */
    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /** The number with the other sign. */
    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    /** -1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    /** The numerator in lowest terms; it carries the sign. */
    public BigInteger numerator() {
        return numerator;
    }

    /** The denominator in lowest terms, at least 1. */
    public BigInteger denominator() {
        return denominator;
    }

    /**
     * The way out: the number rounded once, with exactly {@code rounding.scale()} decimal places.
     *
     * @throws ArithmeticException if the rounding's mode is {@code UNNECESSARY} and the number is not that short
     */
    public BigDecimal round(Rounding rounding) {
        BigInteger shifted = numerator.multiply(BigInteger.TEN.pow(rounding.scale()));
        return new BigDecimal(LongMath.divide(shifted, denominator, rounding.mode()), rounding.scale());
    }

    /** The way out as money: {@link #round(Rounding)} of that currency. */
    public Amount round(Rounding rounding, CurrencyUnit currency) {
        return Amount.exact(round(rounding), currency);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction that
                && numerator.equals(that.numerator)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    /** A plain decimal where the number has one, such as {@code 7.155}; otherwise lowest terms, such as {@code 1600/31}. */
    @Override
    public String toString() {
        // a decimal ends if and only if the denominator has no prime factors but 2 and 5
        BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
        }
        return rest.equals(BigInteger.ONE)
                ? new BigDecimal(numerator).divide(new BigDecimal(denominator)).toPlainString()
                : numerator + "/" + denominator;
    }

    private static Fraction reduced(BigInteger numerator, BigInteger denominator) {
        BigInteger top = numerator;
        BigInteger bottom = denominator;
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger divisor = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                divisor = divisor.negate();
            }
            top = numerator.divide(divisor);
            bottom = denominator.divide(divisor);
        }
        if (top.bitLength() > MAX_BITS || bottom.bitLength() > MAX_BITS) {
            throw new InexactResultException(
                    "fraction.size",
                    "fraction",
                    "must have at most " + MAX_BITS + " bits above and below the line",
                    top.bitLength() + " / " + bottom.bitLength() + " bits");
        }
        return new Fraction(top, bottom);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a fraction is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(numerator, denominator);
    }

    /** The serial form, checked on the way back in. */
    private record Proxy(BigInteger numerator, BigInteger denominator) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            try {
                return of(numerator, denominator);
            } catch (RuntimeException e) {
                throw SerialForm.refused("fraction", e);
            }
        }
    }
}

package io.quittance.core.money;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.LongMath;
import io.quittance.core.internal.Require;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import javax.money.MonetaryAmountFactory;
import javax.money.MonetaryContext;
import javax.money.MonetaryContextBuilder;
import javax.money.MonetaryException;
import javax.money.MonetaryOperator;
import javax.money.MonetaryQuery;
import javax.money.NumberValue;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount of money: a decimal number and a currency. Immutable, safe to share, comparable, and a JSR-354 {@link
 * MonetaryAmount} that mixes with every other implementation, which it reads by its number and never by its arithmetic.
 *
 * <p>Nothing is rounded unless a {@link Rounding} is given: 10.00 EUR divided by 3 is refused, while {@code
 * prorated(1, 3, Rounding.halfUp(2))} is 3.33 EUR and {@link Apportionment} splits it into 3.34, 3.33 and 3.33.
 *
 * <p>Equal numbers are equal amounts: 10.1 EUR equals 10.10 EUR, and {@link #toString()} writes at least the decimal
 * places of the currency's minor unit.
 *
 * <p>Bounds: a number from outside may have 38 digits, 18 of them after the point; an amount may have 76 and 36, as many
 * as the product of two numbers from outside. Trailing zeros do not count. What is larger is refused at once. Values are kept in a scaled {@code long};
 * a single value that does not fit is kept as a {@code BigDecimal}, with the same results.
 *
 * <p>The serial form holds the currency's code: the reading side looks it up and refuses one that it does not know.
 */
@SuppressWarnings("ComparableType") // JSR-354 orders amounts of any implementation
public final class Amount implements MonetaryAmount, Comparable<MonetaryAmount>, Serializable {
    static final MonetaryContext CONTEXT = MonetaryContextBuilder.of(Amount.class)
            .setPrecision(Bounds.MAX_PRECISION)
            .setMaxScale(Bounds.MAX_SCALE)
            .setFixedScale(false)
            .build();

    private static final long serialVersionUID = 1L;
    private static final int MAX_POWER = Bounds.MAX_SCALE + Bounds.MAX_PRECISION;

    private final transient CurrencyUnit currency;
    /** The number without its point; 0 where {@link #large} holds the number. */
    private final transient long unscaled;
    /** Decimal places, from 0 to {@link Bounds#MAX_SCALE}. */
    private final transient int scale;
    /** The number, if and only if it does not fit in {@link #unscaled}. */
    private final transient @Nullable BigDecimal large;

    private Amount(CurrencyUnit currency, long unscaled, int scale, @Nullable BigDecimal large) {
        this.currency = currency;
        this.unscaled = unscaled;
        this.scale = scale;
        this.large = large;
    }

    /**
     * An amount from text, such as {@code of("499.00", "EUR")}. Looks the currency up each time: keep a {@link
     * CurrencyUnit} where many amounts are made.
     *
     * @throws IllegalArgumentException if {@code number} is not a decimal within the bounds, or {@code currencyCode} is not the code of
     *     a known currency, three capital letters
     */
    public static Amount of(String number, String currencyCode) {
        return of(number, Currencies.of(currencyCode, "currencyCode"));
    }

    /**
     * An amount from text.
     *
     * @throws IllegalArgumentException if {@code number} is not a decimal within the bounds
     */
    public static Amount of(String number, CurrencyUnit currency) {
        return held(Require.decimal(number, "number"), requireNonNull(currency, "currency"));
    }

    /**
     * An amount from a decimal.
     *
     * @throws IllegalArgumentException if {@code number} is beyond the bounds
     */
    public static Amount of(BigDecimal number, CurrencyUnit currency) {
        return held(Require.number(number, "number"), requireNonNull(currency, "currency"));
    }

    /**
     * An amount from a whole number of the smallest unit: {@code ofMinor(49900, EUR)} is 499.00 EUR, {@code ofMinor(500,
     * JPY)} is 500 JPY.
     *
     * @throws IllegalArgumentException if the currency has no minor unit
     */
    public static Amount ofMinor(long minorUnits, CurrencyUnit currency) {
        return ofScaled(minorUnits, Rounding.minorUnitOf(requireNonNull(currency, "currency")), currency);
    }

    /** An amount from a whole number and the places of its decimal point: {@code ofScaled(7155, 3, USD)} is 7.155 USD. */
    static Amount ofScaled(long unscaled, int scale, CurrencyUnit currency) {
        return new Amount(currency, unscaled, scale, null);
    }

    /** No money, in that currency. */
    public static Amount zero(CurrencyUnit currency) {
        return new Amount(requireNonNull(currency, "currency"), 0, 0, null);
    }

    /**
     * Any monetary amount in this library's own form: the door through which foreign amounts come in. It is read by its
     * {@code NumberValue} only.
     *
     * @throws ArithmeticException if its number is beyond the bounds for numbers from outside
     */
    public static Amount from(MonetaryAmount amount) {
        if (amount instanceof Amount own) {
            return own;
        }
        requireNonNull(amount, "amount");
        BigDecimal number = amount.getNumber().numberValue(BigDecimal.class);
        return held(Bounds.operand(number, "amount"), amount.getCurrency());
    }

    /** An exact result, which may be larger than what comes from outside. */
    static Amount exact(BigDecimal number, CurrencyUnit currency) {
        return held(Bounds.result(number, "amount"), currency);
    }

    /** The form in which a number within the bounds is kept. */
    private static Amount held(BigDecimal number, CurrencyUnit currency) {
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        // 18 digits always fit in a long; 19 do if the number says so
        if (plain.precision() <= LongMath.MAX_POWER) {
            return new Amount(currency, plain.scaleByPowerOfTen(plain.scale()).longValue(), plain.scale(), null);
        }
        BigInteger digits = plain.unscaledValue();
        return digits.bitLength() < Long.SIZE
                ? new Amount(currency, digits.longValue(), plain.scale(), null)
                : new Amount(currency, 0, plain.scale(), plain);
    }

    /** The exact number; its scale says nothing, compare by {@code compareTo}. */
    public BigDecimal toBigDecimal() {
        return large == null ? BigDecimal.valueOf(unscaled, scale) : large;
    }

    /** The exact number, to compute further with. */
    public Fraction toFraction() {
        return Fraction.of(toBigDecimal());
    }

    /**
     * The amount as a whole number of units with {@code places} decimal places: 499.00 EUR is 49900 at 2 places.
     *
     * @param places 0 to 18
     * @throws ArithmeticException if it is not a whole number of such units, or does not fit
     */
    public long toUnscaledLong(int places) {
        if (large == null && scale == places) {
            return unscaled;
        }
        BigInteger units = Rounding.of(places, RoundingMode.UNNECESSARY)
                .round(toBigDecimal())
                .unscaledValue();
        if (units.bitLength() >= Long.SIZE) {
            throw new InexactResultException("result.long", "units", "must fit in a long", units.toString());
        }
        return units.longValue();
    }

    /** Whether the amount is a whole number of units with {@code places} decimal places. */
    boolean fits(int places) {
        return scale <= places || toBigDecimal().stripTrailingZeros().scale() <= places;
    }

    @Override
    public CurrencyUnit getCurrency() {
        return currency;
    }

    @Override
    public NumberValue getNumber() {
        return new AmountNumber(toBigDecimal());
    }

    @Override
    public MonetaryContext getContext() {
        return CONTEXT;
    }

    @Override
    public MonetaryAmountFactory<Amount> getFactory() {
        return new AmountFactory().setAmount(this);
    }

    /** The sum, exactly. */
    @Override
    public Amount add(MonetaryAmount augend) {
        return plus(sameCurrency(augend, "augend"));
    }

    private Amount plus(Amount other) {
        if (large == null && other.large == null) {
            if (scale == other.scale) {
                long sum = unscaled + other.unscaled;
                if (((unscaled ^ sum) & (other.unscaled ^ sum)) >= 0) {
                    return new Amount(currency, sum, scale, null);
                }
            } else if (scale > other.scale ? other.canShift(scale) : canShift(other.scale)) {
                int places = Math.max(scale, other.scale);
                long mine = shifted(places);
                long theirs = other.shifted(places);
                long sum = mine + theirs;
                if (((mine ^ sum) & (theirs ^ sum)) >= 0) {
                    return new Amount(currency, sum, places, null);
                }
            }
        }
        return exact(toBigDecimal().add(other.toBigDecimal()), currency);
    }

    /** Whether the number still fits in a long with so many places, no fewer than it has. */
    private boolean canShift(int places) {
        int shift = places - scale;
        return shift <= LongMath.MAX_POWER && LongMath.fitsProduct(unscaled, LongMath.powerOfTen(shift));
    }

    private long shifted(int places) {
        return unscaled * LongMath.powerOfTen(places - scale);
    }

    /** The difference, exactly. */
    @Override
    public Amount subtract(MonetaryAmount subtrahend) {
        Amount other = sameCurrency(subtrahend, "subtrahend");
        if (large == null && other.large == null && scale == other.scale) {
            long difference = unscaled - other.unscaled;
            if (((unscaled ^ other.unscaled) & (unscaled ^ difference)) >= 0) {
                return new Amount(currency, difference, scale, null);
            }
        }
        return plus(other.negate());
    }

    /** The product, exactly. */
    @Override
    public Amount multiply(long multiplicand) {
        if (multiplicand == 1) {
            return this;
        }
        if (large == null && LongMath.fitsProduct(unscaled, multiplicand)) {
            return new Amount(currency, unscaled * multiplicand, scale, null);
        }
        return exact(toBigDecimal().multiply(BigDecimal.valueOf(multiplicand)), currency);
    }

    /** The product with the shortest decimal that means this double. */
    @Override
    public Amount multiply(double multiplicand) {
        return multiply((Number) multiplicand);
    }

    /**
     * The product, exactly.
     *
     * @throws ArithmeticException if the number or the product is beyond the bounds
     */
    @Override
    public Amount multiply(Number multiplicand) {
        BigDecimal factor = Numbers.read(multiplicand, "multiplicand");
        if (isLong(factor)) {
            int places = factor.scale();
            long digits = factor.scaleByPowerOfTen(places).longValue();
            if (digits == 1 && places == 0) {
                return this;
            }
            if (large == null && scale + places <= Bounds.MAX_SCALE && LongMath.fitsProduct(unscaled, digits)) {
                return new Amount(currency, unscaled * digits, scale + places, null);
            }
        }
        return exact(toBigDecimal().multiply(Bounds.operand(factor, "multiplicand")), currency);
    }

    /**
     * Whether it is zero or more, within the bounds, and its digits fit in a {@code long}. Asked without counting the digits,
     * which takes seconds where there are millions, and without the BigInteger that {@code unscaledValue} would make.
     */
    private static boolean isLong(BigDecimal factor) {
        int places = factor.scale();
        return places >= 0
                && places <= Require.MAX_SCALE
                && factor.signum() >= 0
                && factor.compareTo(BigDecimal.valueOf(Long.MAX_VALUE, places)) <= 0;
    }

    /** The product with an exact fraction, rounded once: 100.00 EUR by 16/31 is 51.61 EUR, half up at two places. */
    public Amount times(Fraction factor, Rounding rounding) {
        return toFraction().times(factor).round(rounding, currency);
    }

    /**
     * A part of the amount, {@code amount × part / whole}, rounded once: 100.00 EUR for 16 of 31 days is 51.61 EUR, half
     * up at two places.
     *
     * @param whole not 0
     */
    public Amount prorated(long part, long whole, Rounding rounding) {
        Require.that(whole != 0, "proration.whole", "whole", "must not be 0", "0");
        int shift = rounding.scale() - scale;
        if (large == null && whole > 0 && LongMath.fitsProduct(unscaled, part)) {
            long dividend = unscaled * part;
            if (shift == 0) {
                return new Amount(currency, LongMath.divide(dividend, whole, rounding.mode()), scale, null);
            }
            if (shift > 0 && LongMath.fitsProduct(dividend, LongMath.powerOfTen(shift))) {
                long shifted = dividend * LongMath.powerOfTen(shift);
                return ofScaled(LongMath.divide(shifted, whole, rounding.mode()), rounding.scale(), currency);
            }
            if (shift < 0 && -shift <= LongMath.MAX_POWER && LongMath.fitsProduct(whole, LongMath.powerOfTen(-shift))) {
                long divisor = whole * LongMath.powerOfTen(-shift);
                return ofScaled(LongMath.divide(dividend, divisor, rounding.mode()), rounding.scale(), currency);
            }
        }
        return times(Fraction.of(part, whole), rounding);
    }

    /**
     * The amount rounded to at most {@code rounding.scale()} decimal places: 7.155 EUR at two places, half up, is 7.16
     * EUR. An amount that is already that short stays as it is.
     */
    public Amount rounded(Rounding rounding) {
        int surplus = scale - rounding.scale();
        if (surplus <= 0) {
            return this;
        }
        if (large == null && surplus <= LongMath.MAX_POWER && rounding.mode() != RoundingMode.UNNECESSARY) {
            long quotient = LongMath.divide(unscaled, LongMath.powerOfTen(surplus), rounding.mode());
            return new Amount(currency, quotient, rounding.scale(), null);
        }
        return exact(rounding.round(toBigDecimal()), currency);
    }

    /** The exact quotient, as {@link #divide(Number)}. */
    @Override
    public Amount divide(long divisor) {
        return divide((Number) divisor);
    }

    /** The exact quotient by the shortest decimal that means this double, as {@link #divide(Number)}. */
    @Override
    public Amount divide(double divisor) {
        return divide((Number) divisor);
    }

    /**
     * The exact quotient; never rounded.
     *
     * @param divisor not 0; an infinite double gives 0, as JSR-354 wants
     * @throws ArithmeticException if {@code divisor} is 0 or the quotient has no end, as 10 / 3; {@link #prorated}, {@link
     *     #times(Fraction, Rounding)} and {@link Apportionment} divide with an explicit rounding
     */
    @Override
    public Amount divide(Number divisor) {
        if (isInfinite(divisor)) {
            return zero(currency);
        }
        BigDecimal exactDivisor = divisor(divisor);
        if (exactDivisor.compareTo(BigDecimal.ONE) == 0) {
            return this;
        }
        try {
            return exact(toBigDecimal().divide(exactDivisor), currency);
        } catch (InexactResultException e) {
            throw e;
        } catch (ArithmeticException e) {
            throw new InexactResultException(
                    "quotient.endless",
                    "quotient",
                    "must end; use prorated, times(Fraction, Rounding) or Apportionment, which round explicitly",
                    toBigDecimal().toPlainString() + " / " + exactDivisor.toPlainString());
        }
    }

    @Override
    public Amount remainder(long divisor) {
        return remainder((Number) divisor);
    }

    @Override
    public Amount remainder(double divisor) {
        return remainder((Number) divisor);
    }

    /**
     * What {@link #divideToIntegralValue(Number)} leaves, with the sign of this amount.
     *
     * @param divisor not 0; an infinite double gives 0, as JSR-354 wants
     */
    @Override
    public Amount remainder(Number divisor) {
        if (isInfinite(divisor)) {
            return zero(currency);
        }
        return exact(toBigDecimal().remainder(divisor(divisor)), currency);
    }

    @Override
    public Amount[] divideAndRemainder(long divisor) {
        return divideAndRemainder((Number) divisor);
    }

    @Override
    public Amount[] divideAndRemainder(double divisor) {
        return divideAndRemainder((Number) divisor);
    }

    /** {@link #divideToIntegralValue(Number)} and {@link #remainder(Number)}, in this order. */
    @Override
    public Amount[] divideAndRemainder(Number divisor) {
        if (isInfinite(divisor)) {
            return new Amount[] {zero(currency), zero(currency)};
        }
        BigDecimal[] parts = toBigDecimal().divideAndRemainder(divisor(divisor));
        return new Amount[] {exact(parts[0], currency), exact(parts[1], currency)};
    }

    @Override
    public Amount divideToIntegralValue(long divisor) {
        return divideToIntegralValue((Number) divisor);
    }

    @Override
    public Amount divideToIntegralValue(double divisor) {
        return divideToIntegralValue((Number) divisor);
    }

    /**
     * The whole-number part of the quotient, cut off toward zero.
     *
     * @param divisor not 0; an infinite double gives 0, as JSR-354 wants
     */
    @Override
    public Amount divideToIntegralValue(Number divisor) {
        if (isInfinite(divisor)) {
            return zero(currency);
        }
        return exact(toBigDecimal().divideToIntegralValue(divisor(divisor)), currency);
    }

    /**
     * The amount with its decimal point moved {@code power} places to the right, exactly.
     *
     * @param power -112 to 112: all else moves every amount but 0 beyond the bounds
     * @throws ArithmeticException if the power or the result is beyond the bounds
     */
    @Override
    public Amount scaleByPowerOfTen(int power) {
        if (Math.abs((long) power) > MAX_POWER) {
            throw new InexactResultException(
                    "result.power", "power", "must be between -112 and 112", Integer.toString(power));
        }
        return exact(toBigDecimal().scaleByPowerOfTen(power), currency);
    }

    @Override
    public Amount abs() {
        return signum() < 0 ? negate() : this;
    }

    @Override
    public Amount negate() {
        return large == null && unscaled != Long.MIN_VALUE
                ? new Amount(currency, -unscaled, scale, null)
                : exact(toBigDecimal().negate(), currency);
    }

    @Override
    public Amount plus() {
        return this;
    }

    @Override
    public Amount stripTrailingZeros() {
        return exact(toBigDecimal().stripTrailingZeros(), currency);
    }

    @Override
    public int signum() {
        return large == null ? Long.signum(unscaled) : large.signum();
    }

    @Override
    public boolean isGreaterThan(MonetaryAmount amount) {
        return compareNumber(sameCurrency(amount, "amount")) > 0;
    }

    @Override
    public boolean isGreaterThanOrEqualTo(MonetaryAmount amount) {
        return compareNumber(sameCurrency(amount, "amount")) >= 0;
    }

    @Override
    public boolean isLessThan(MonetaryAmount amount) {
        return compareNumber(sameCurrency(amount, "amount")) < 0;
    }

    @Override
    public boolean isLessThanOrEqualTo(MonetaryAmount amount) {
        return compareNumber(sameCurrency(amount, "amount")) <= 0;
    }

    @Override
    public boolean isEqualTo(MonetaryAmount amount) {
        return compareNumber(sameCurrency(amount, "amount")) == 0;
    }

    /** The smaller of the two, this one if they are equal. */
    public Amount min(MonetaryAmount other) {
        Amount that = sameCurrency(other, "other");
        return compareNumber(that) <= 0 ? this : that;
    }

    /** The larger of the two, this one if they are equal. */
    public Amount max(MonetaryAmount other) {
        Amount that = sameCurrency(other, "other");
        return compareNumber(that) >= 0 ? this : that;
    }

    /**
     * What the operator makes of this amount, in this library's own form.
     *
     * @throws MonetaryException if the operator fails; its own exception is the cause
     */
    @Override
    public Amount with(MonetaryOperator operator) {
        requireNonNull(operator, "operator");
        try {
            return from(operator.apply(this));
        } catch (MonetaryException | ArithmeticException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MonetaryException("The operator failed: " + operator, e);
        }
    }

    /**
     * What the query reads from this amount.
     *
     * @throws MonetaryException if the query fails; its own exception is the cause
     */
    @Override
    public <R> R query(MonetaryQuery<R> query) {
        requireNonNull(query, "query");
        try {
            return query.queryFrom(this);
        } catch (MonetaryException | ArithmeticException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MonetaryException("The query failed: " + query, e);
        }
    }

    /** Orders by currency code, then by number; consistent with {@link #equals}. */
    @Override
    public int compareTo(MonetaryAmount other) {
        Amount that = from(other);
        int byCurrency = currency.getCurrencyCode().compareTo(that.currency.getCurrencyCode());
        return byCurrency != 0 ? byCurrency : compareNumber(that);
    }

    /** Whether the other is an {@code Amount} of the same currency code and the same number, trailing zeros aside. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Amount that && isSameCurrency(that) && compareNumber(that) == 0);
    }

    @Override
    public int hashCode() {
        return 31 * currency.getCurrencyCode().hashCode() + numberHash();
    }

    /** The currency code and the plain number with at least the minor unit's places, for example {@code EUR 10.10}. */
    @Override
    public String toString() {
        BigDecimal stripped = toBigDecimal().stripTrailingZeros();
        int minorUnit = Math.min(currency.getDefaultFractionDigits(), Bounds.MAX_SCALE);
        int places = Math.max(stripped.scale(), Math.max(minorUnit, 0));
        return currency.getCurrencyCode() + " " + stripped.setScale(places).toPlainString();
    }

    private int compareNumber(Amount other) {
        if (large == null && other.large == null && scale == other.scale) {
            return Long.compare(unscaled, other.unscaled);
        }
        int bySign = Integer.compare(signum(), other.signum());
        return bySign != 0 ? bySign : toBigDecimal().compareTo(other.toBigDecimal());
    }

    private int numberHash() {
        if (large != null) {
            BigDecimal stripped = large.stripTrailingZeros();
            Amount shortest = exact(stripped, currency);
            // an equal amount with fewer zeros may fit in a long, so both must meet in one form
            return shortest.large == null
                    ? shortest.numberHash()
                    : 31 * stripped.unscaledValue().hashCode() + stripped.scale();
        }
        long digits = unscaled;
        int places = scale;
        while (places > 0 && digits % 10 == 0) {
            digits /= 10;
            places--;
        }
        return 31 * Long.hashCode(digits) + places;
    }

    private boolean isSameCurrency(Amount other) {
        return currency == other.currency || currency.getCurrencyCode().equals(other.currency.getCurrencyCode());
    }

    private Amount sameCurrency(MonetaryAmount amount, String argument) {
        Amount other = from(requireNonNull(amount, argument));
        if (!isSameCurrency(other)) {
            throw new CurrencyMismatchException(argument, currency.getCurrencyCode(), other.currency.getCurrencyCode());
        }
        return other;
    }

    private static boolean isInfinite(Number number) {
        return (number instanceof Double || number instanceof Float) && Double.isInfinite(number.doubleValue());
    }

    private static BigDecimal divisor(Number number) {
        BigDecimal divisor = Numbers.operand(number, "divisor");
        if (divisor.signum() == 0) {
            throw new InexactResultException("quotient.by-zero", "divisor", "must not be 0", "0");
        }
        return divisor;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an amount is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(currency.getCurrencyCode(), toBigDecimal());
    }

    /** The serial form, checked on the way back in. */
    private record Proxy(String currencyCode, BigDecimal number) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            try {
                return exact(number, Currencies.of(currencyCode, "currencyCode"));
            } catch (RuntimeException e) {
                throw SerialForm.refused("amount", e);
            }
        }
    }
}

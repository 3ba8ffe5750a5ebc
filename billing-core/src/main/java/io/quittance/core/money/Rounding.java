package io.quittance.core.money;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.Require;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import javax.money.MonetaryOperator;

/**
 * A rule for rounding: how many decimal places stay, and what happens to the rest. It is an explicit argument of whatever
 * rounds. It is also a JSR-354 operator: {@code amount.with(Rounding.halfUp(2))}.
 *
 * <p>Half up means away from zero on a tie, so a credit mirrors its invoice (EN 16931 practice): at two places 7.155
 * becomes 7.16 and -7.155 becomes -7.16.
 */
public final class Rounding implements MonetaryOperator, Serializable {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 1_000;

    private final int scale;
    private final RoundingMode mode;

    private Rounding(int scale, RoundingMode mode) {
        Require.that(
                scale >= 0 && scale <= Require.MAX_SCALE,
                "rounding.scale",
                "scale",
                "must be between 0 and " + Require.MAX_SCALE,
                scale);
        this.scale = scale;
        this.mode = requireNonNull(mode, "mode");
    }

    /**
     * Keeps {@code scale} decimal places.
     *
     * @param scale 0 to 18
     * @param mode {@link RoundingMode#UNNECESSARY} refuses what would need rounding
     */
    public static Rounding of(int scale, RoundingMode mode) {
        return new Rounding(scale, mode);
    }

    /** Keeps {@code scale} decimal places, 0 to 18, and rounds half away from zero: at 2 places 0.005 becomes 0.01. */
    public static Rounding halfUp(int scale) {
        return new Rounding(scale, RoundingMode.HALF_UP);
    }

    /**
     * Rounds half up to the minor unit of the currency: 2 places for EUR, 0 for JPY, 3 for KWD.
     *
     * @throws IllegalArgumentException if the currency has no minor unit (XXX, gold)
     */
    public static Rounding toMinorUnit(CurrencyUnit currency) {
        return toMinorUnit(currency, RoundingMode.HALF_UP);
    }

    /** As {@link #toMinorUnit(CurrencyUnit)} with another mode. */
    public static Rounding toMinorUnit(CurrencyUnit currency, RoundingMode mode) {
        return new Rounding(minorUnitOf(currency), mode);
    }

    /** The decimal places of the currency's minor unit, 0 to 18. */
    static int minorUnitOf(CurrencyUnit currency) {
        int digits = currency.getDefaultFractionDigits();
        Require.that(
                digits >= 0 && digits <= Require.MAX_SCALE,
                "currency.minor-unit",
                "currency",
                "must have a minor unit",
                currency.getCurrencyCode());
        return digits;
    }

    /** How many decimal places stay: 0 to 18. */
    public int scale() {
        return scale;
    }

    /** What happens to the rest. */
    public RoundingMode mode() {
        return mode;
    }

    /**
     * The number with exactly {@link #scale()} decimal places.
     *
     * @param number up to 1,000 digits and decimal places, since rounding is what brings a long number within bounds
     * @throws ArithmeticException if it is longer, or the mode is {@code UNNECESSARY} and digits would be lost
     */
    public BigDecimal round(BigDecimal number) {
        if (!Require.isWithin(number, LONGEST, LONGEST)) {
            throw new InexactResultException(
                    "rounding.length",
                    "number",
                    "must have at most " + LONGEST + " digits and decimal places",
                    Require.size(number));
        }
        try {
            return number.setScale(scale, mode);
        } catch (ArithmeticException e) {
            throw new InexactResultException(
                    "rounding.necessary",
                    "number",
                    "must have at most " + scale + " decimal places",
                    number.toPlainString());
        }
    }

    /**
     * The amount with at most {@link #scale()} decimal places, see {@link Amount#rounded}; made by the amount's own
     * factory, as JSR-354 wants of an operator, so that {@code money.with(Rounding.halfUp(2))} is a {@code Money}.
     */
    @Override
    public MonetaryAmount apply(MonetaryAmount amount) {
        if (amount instanceof Amount own) {
            return own.rounded(this);
        }
        BigDecimal number = amount.getNumber().numberValue(BigDecimal.class);
        BigDecimal rounded = round(number);
        return rounded.compareTo(number) == 0
                ? amount
                : amount.getFactory().setNumber(rounded).create();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rounding that && scale == that.scale && mode == that.mode;
    }

    @Override
    public int hashCode() {
        return 31 * scale + mode.name().hashCode();
    }

    /** For example {@code HALF_UP at 2 decimal places}. */
    @Override
    public String toString() {
        return mode + " at " + scale + " decimal places";
    }

    private Object readResolve() throws InvalidObjectException {
        try {
            return new Rounding(scale, mode);
        } catch (RuntimeException e) {
            throw SerialForm.refused("rounding", e);
        }
    }
}

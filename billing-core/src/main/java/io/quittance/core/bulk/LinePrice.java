package io.quittance.core.bulk;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a quantity costs on a line: the bulk door's view of a price. {@link CompiledPrice} is the fast one; a charge model
 * without a compiled form is asked itself. Implementations are immutable.
 */
@FunctionalInterface
public interface LinePrice {
    /** The answer of {@link #priced(long, int, RoundingMode)} that sends the caller to the other method. */
    long LARGE = Long.MIN_VALUE;

    /**
     * What the quantity costs, rounded once. Where it throws, the line alone is {@linkplain RatedLines#refused() refused}.
     *
     * @param quantity zero or more where it was used; negative where more was taken back than used, to be refused
     * @param scale how many decimal places the answer has
     * @throws IllegalArgumentException if the quantity cannot be priced, such as a negative one
     * @throws ArithmeticException if the mode is {@code UNNECESSARY} and digits would be lost
     */
    BigDecimal price(BigDecimal quantity, int scale, RoundingMode mode);

    /**
     * As {@link #price}, in numbers that fit in a {@code long} and without making an object. Negative quantities are not
     * asked here.
     *
     * @param quantity zero or more, unscaled, at the scale of the batch
     * @return unscaled, at {@code scale}; {@value #LARGE} where {@link #price} must be asked
     */
    default long priced(long quantity, int scale, RoundingMode mode) {
        return LARGE;
    }
}

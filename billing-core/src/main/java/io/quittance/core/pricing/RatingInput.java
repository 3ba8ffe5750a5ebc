package io.quittance.core.pricing;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** All that a charge model may look at when it prices one charge for one service period. */
public final class RatingInput implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal quantity;

    private RatingInput(BigDecimal quantity) {
        this.quantity = quantity;
    }

    /**
     * A quantity and nothing else.
     *
     * @param quantity in the unit of the charge, zero or more
     */
    public static RatingInput ofQuantity(BigDecimal quantity) {
        return new RatingInput(Require.notNegative(quantity, "quantity"));
    }

    /** What was used in the period, in the unit of the charge; zero or more. */
    public BigDecimal quantity() {
        return quantity;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RatingInput that && quantity.compareTo(that.quantity) == 0;
    }

    @Override
    public int hashCode() {
        return quantity.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return "quantity " + quantity.toPlainString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return ofQuantity(quantity);
    }
}

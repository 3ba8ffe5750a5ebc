package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a block of units costs; a started block costs as much as a whole one. Numbers that are equal make equal prices.
 *
 * @param size units in a block, more than 0; need not be whole
 * @param price of each block in the currency of the contract, zero or more
 */
public record BlockPrice(BigDecimal size, BigDecimal price) implements Serializable {
    private static final Rounding STARTED = Rounding.of(0, RoundingMode.UP);

    /** Checks both numbers. */
    public BlockPrice {
        Require.positive(size, "blockSize");
        Require.notNegative(price, "blockPrice");
    }

    /** From text: {@code BlockPrice.of("100", "1")} is 1 for each 100 units. */
    public static BlockPrice of(String size, String price) {
        return new BlockPrice(Require.decimal(size, "blockSize"), Require.decimal(price, "blockPrice"));
    }

    /** What so many units cost: their blocks, rounded up, × price. */
    Expression cost(Expression units) {
        return units.dividedBy(Expression.of(size)).rounded(STARTED).times(Expression.of(price));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BlockPrice that && size.compareTo(that.size) == 0 && price.compareTo(that.price) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * size.stripTrailingZeros().hashCode()
                + price.stripTrailingZeros().hashCode();
    }

    /** For example {@code 1 per block of 100}. */
    @Override
    public String toString() {
        return price.toPlainString() + " per block of " + size.toPlainString();
    }
}

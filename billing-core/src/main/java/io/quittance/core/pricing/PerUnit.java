package io.quittance.core.pricing;

import io.quittance.core.bulk.CompiledPrice;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every unit costs the same: the amount is quantity × unit price, and is never rounded here. 30 units at 0.0005 cost
 * exactly 0.015, which the invoice line rounds to 0.02; rounding the unit price first would make it 0.00.
 *
 * <p>Two prices that are equal as numbers are equal charge models.
 */
public final class PerUnit implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal unitPrice;

    private PerUnit(BigDecimal unitPrice) {
        this.unitPrice = unitPrice;
    }

    /**
     * A price for each unit.
     *
     * @param unitPrice in the currency of the contract, zero or more, at most 18 decimal places
     */
    public static PerUnit of(BigDecimal unitPrice) {
        return new PerUnit(Require.notNegative(unitPrice, "unitPrice"));
    }

    /** As {@link #of(BigDecimal)}, from text such as {@code 0.045}. */
    public static PerUnit of(String unitPrice) {
        return of(Require.decimal(unitPrice, "unitPrice"));
    }

    /** The price of one unit, in the currency of the contract. */
    public BigDecimal unitPrice() {
        return unitPrice;
    }

    /** One step: {@code 159 × 0.045 = 7.155}. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        var formula = Expression.of(input.quantity()).times(Expression.of(unitPrice));
        return ChargeBreakdown.of(Step.of("units", input.quantity(), formula, "charge.per-unit", "{0} = {1}"));
    }

    /** One piece. */
    @Override
    public Optional<CompiledPrice> compiled(Conventions conventions, int quantityScale) {
        return Optional.of(CompiledPrice.inScale(quantityScale)
                .from(BigDecimal.ZERO, BigDecimal.ZERO, unitPrice)
                .compile());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PerUnit that && unitPrice.compareTo(that.unitPrice) == 0;
    }

    @Override
    public int hashCode() {
        return unitPrice.stripTrailingZeros().hashCode();
    }

    /** For example {@code 0.045 per unit}. */
    @Override
    public String toString() {
        return unitPrice.toPlainString() + " per unit";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(unitPrice);
    }
}

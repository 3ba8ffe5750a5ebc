package io.quittance.core.pricing;

import io.quittance.core.bulk.CompiledPrice;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fixed amount, whatever is used, also where nothing is: with a fee of 499.00, 0 and 5,000 units both cost 499. A later
 * run of the same period adds nothing.
 *
 * <p>Two fees that are equal as numbers are equal charge models.
 */
public final class FlatFee implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal amount;

    private FlatFee(BigDecimal amount) {
        this.amount = amount;
    }

    /**
     * A fee for each period.
     *
     * @param amount in the currency of the contract, zero or more, at most 18 decimal places
     */
    public static FlatFee of(BigDecimal amount) {
        return new FlatFee(Require.notNegative(amount, "amount"));
    }

    /** As {@link #of(BigDecimal)}, from text such as {@code 499.00}. */
    public static FlatFee of(String amount) {
        return of(Require.decimal(amount, "amount"));
    }

    /** The fee, in the currency of the contract. */
    public BigDecimal amount() {
        return amount;
    }

    /** One step, about no units: {@code flat fee: 499}. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        return ChargeBreakdown.of(Step.of("fee", Fraction.ZERO, Expression.of(amount), "charge.flat", "flat fee: {1}"));
    }

    /** One level piece. */
    @Override
    public Optional<CompiledPrice> compiled(Conventions conventions, int quantityScale) {
        return Optional.of(CompiledPrice.inScale(quantityScale)
                .from(BigDecimal.ZERO, amount, BigDecimal.ZERO)
                .compile());
    }

    /**
     * Refuses several meters, and free units, which would save nobody anything; a conversion is what the quantity on the line
     * is told in.
     */
    @Override
    public void check(Metering metering) {
        metering.requireOneMeter();
        metering.requireNothingFree("a flat fee is due whatever is used");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FlatFee that && amount.compareTo(that.amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    /** For example {@code flat fee of 499.00}. */
    @Override
    public String toString() {
        return "flat fee of " + amount.toPlainString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(amount);
    }
}

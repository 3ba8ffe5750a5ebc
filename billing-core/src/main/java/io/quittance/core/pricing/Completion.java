package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The part of a fixed price that is due at a percentage of completion: 120,000.00 at 35 % are 42,000.00. The quantity is the
 * percentage that is reached, 0 to 100; a later run bills what was completed since, and a lower percentage gives back.
 */
public final class Completion implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Fraction HUNDRED = Fraction.of(BigDecimal.valueOf(100));

    private final BigDecimal price;

    private Completion(BigDecimal price) {
        this.price = requireNonNull(price, "price");
    }

    /**
     * A price that is due as work is completed.
     *
     * @param price of the whole, in the currency of the contract, zero or more
     */
    public static Completion of(BigDecimal price) {
        return new Completion(Require.notNegative(price, "price"));
    }

    /** As {@link #of(BigDecimal)}, from text such as {@code 120000.00}. */
    public static Completion of(String price) {
        return of(Require.decimal(price, "price"));
    }

    /** Of the whole, in the currency of the contract. */
    public BigDecimal price() {
        return price;
    }

    /**
     * One step: {@code 35 % of 120000: 42000}.
     *
     * @throws InvalidArgumentException if more than 100 % is completed
     */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Fraction completed = input.quantity();
        Require.that(
                completed.compareTo(HUNDRED) <= 0, "completion.percent", "quantity", "must be at most 100", completed);
        Expression formula =
                Expression.of(price).times(Expression.of(completed)).dividedBy(Expression.of(100));
        return ChargeBreakdown.of(
                Step.of("completed", completed, formula, "charge.completion", "{0} % of {1}: {3}", completed, price));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Completion that && price.compareTo(that.price) == 0;
    }

    @Override
    public int hashCode() {
        return price.stripTrailingZeros().hashCode();
    }

    /** For example {@code 120000.00 as completed}. */
    @Override
    public String toString() {
        return price.toPlainString() + " as completed";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(price);
    }
}

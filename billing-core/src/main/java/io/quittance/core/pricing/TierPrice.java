package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tier costs: so much for each unit, so much for the tier, and at most so much in all. Numbers that are equal make
 * equal prices.
 */
public final class TierPrice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal unitPrice;
    private final BigDecimal flatFee;
    private final @Nullable BigDecimal cap;

    private TierPrice(BigDecimal unitPrice, BigDecimal flatFee, @Nullable BigDecimal cap) {
        this.unitPrice = Require.notNegative(unitPrice, "unitPrice");
        this.flatFee = Require.notNegative(flatFee, "flatFee");
        this.cap = cap == null ? null : Require.notNegative(cap, "cap");
    }

    /**
     * A price for each unit.
     *
     * @param unitPrice in the currency of the contract, zero or more
     */
    public static TierPrice of(BigDecimal unitPrice) {
        return new TierPrice(unitPrice, BigDecimal.ZERO, null);
    }

    /** As {@link #of(BigDecimal)}, from text such as {@code 0.08}. */
    public static TierPrice of(String unitPrice) {
        return of(Require.decimal(unitPrice, "unitPrice"));
    }

    /** The same with a fee that is due once the tier is entered; zero or more. */
    public TierPrice withFlatFee(BigDecimal newFlatFee) {
        return new TierPrice(unitPrice, requireNonNull(newFlatFee, "flatFee"), cap);
    }

    /** As {@link #withFlatFee(BigDecimal)}. */
    public TierPrice withFlatFee(String newFlatFee) {
        return withFlatFee(Require.decimal(newFlatFee, "flatFee"));
    }

    /**
     * The same, where units and fee of the tier together cost at most {@code newCap}; zero or more. Where every step is rounded
     * the cap is rounded too: one of 10.005 costs 10.01, half up.
     */
    public TierPrice withCap(BigDecimal newCap) {
        return new TierPrice(unitPrice, flatFee, requireNonNull(newCap, "cap"));
    }

    /** As {@link #withCap(BigDecimal)}. */
    public TierPrice withCap(String newCap) {
        return withCap(Require.decimal(newCap, "cap"));
    }

    /** The price of each unit. */
    public BigDecimal unitPrice() {
        return unitPrice;
    }

    /** The fee that is due once the tier is entered; zero where there is none. */
    public BigDecimal flatFee() {
        return flatFee;
    }

    /** The most that units and fee of the tier together cost, if there is a limit. */
    public Optional<BigDecimal> cap() {
        return Optional.ofNullable(cap);
    }

    /** What so many units in the tier cost: min(cap, units × unit price + flat fee), the fee only where it is due. */
    Expression cost(Expression units, boolean feeDue) {
        Expression cost = units.times(Expression.of(unitPrice));
        if (feeDue && flatFee.signum() != 0) {
            cost = cost.plus(Expression.of(flatFee));
        }
        return cap == null ? cost : cost.min(Expression.of(cap));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TierPrice that
                && unitPrice.compareTo(that.unitPrice) == 0
                && flatFee.compareTo(that.flatFee) == 0
                && Objects.equals(stripped(cap), stripped(that.cap));
    }

    @Override
    public int hashCode() {
        return Objects.hash(stripped(unitPrice), stripped(flatFee), stripped(cap));
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    /** For example {@code 0.08 per unit + 5, at most 20}. */
    @Override
    public String toString() {
        return unitPrice.toPlainString() + " per unit"
                + (flatFee.signum() == 0 ? "" : " + " + flatFee.toPlainString())
                + (cap == null ? "" : ", at most " + cap.toPlainString());
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new TierPrice(unitPrice, flatFee, cap);
    }
}

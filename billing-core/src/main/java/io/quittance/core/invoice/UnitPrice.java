package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What so many units cost: 0.335 for one, or 12.50 per 1000. A price discount is a part of it, which no sum shows: 10.00 less
 * 1.50 is a net price of 8.50 (EN 16931, BG-29).
 */
public final class UnitPrice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Amount net;
    private final BigDecimal baseQuantity;
    private final @Nullable Amount discount;

    private UnitPrice(Amount net, BigDecimal baseQuantity, @Nullable Amount discount) {
        this.net = requireNotNegative(net, "netPrice");
        this.baseQuantity = Require.positive(baseQuantity, "baseQuantity");
        this.discount = discount == null ? null : requireNotNegative(discount, "discount");
    }

    private static Amount requireNotNegative(Amount price, String argument) {
        Require.that(
                price.signum() >= 0,
                "price.negative",
                argument,
                "must not be negative; use a negative quantity (BR-27)",
                price);
        return price;
    }

    /**
     * The price of one unit.
     *
     * @param netPrice zero or more, with as many decimals as it needs (BT-146)
     */
    public static UnitPrice of(MonetaryAmount netPrice) {
        return new UnitPrice(Amount.from(requireNonNull(netPrice, "netPrice")), BigDecimal.ONE, null);
    }

    /** The same price for so many units, more than zero (BT-149): 12.50 per 1000. */
    public UnitPrice per(BigDecimal units) {
        return new UnitPrice(net, units, discount);
    }

    /** As {@link #per(BigDecimal)}, from text. */
    public UnitPrice per(String units) {
        return per(Require.decimal(units, "baseQuantity"));
    }

    /**
     * The price after a discount that this price was before (BT-147): {@code of(10.00).less(1.50)} is 8.50 net and 10.00 gross.
     *
     * @throws IllegalArgumentException if the discount is negative, or more than the price
     */
    public UnitPrice less(MonetaryAmount priceDiscount) {
        Amount more = Amount.from(priceDiscount);
        return new UnitPrice(
                net.subtract(requireNotNegative(more, "discount")),
                baseQuantity,
                discount == null ? more : discount.add(more));
    }

    /** After the discount (BT-146). */
    public Amount net() {
        return net;
    }

    /** Before the discount, if there is one (BT-148). */
    public Optional<Amount> gross() {
        return discount().map(net::add);
    }

    /** What the price is lower by, if it is (BT-147). */
    public Optional<Amount> discount() {
        return Optional.ofNullable(discount);
    }

    /** For how many units it is (BT-149). */
    public BigDecimal baseQuantity() {
        return baseQuantity;
    }

    /** What a quantity costs, exactly: 1500 at 12.50 per 1000 are 18.75. */
    public Fraction of(BigDecimal quantity) {
        return net.toFraction()
                .times(Fraction.of(Require.number(quantity, "quantity")))
                .dividedBy(Fraction.of(baseQuantity));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnitPrice that
                && net.equals(that.net)
                && baseQuantity.compareTo(that.baseQuantity) == 0
                && Objects.equals(discount, that.discount);
    }

    @Override
    public int hashCode() {
        return net.hashCode();
    }

    /** For example {@code EUR 12.50 per 1000}. */
    @Override
    public String toString() {
        return baseQuantity.compareTo(BigDecimal.ONE) == 0
                ? net.toString()
                : net + " per " + baseQuantity.toPlainString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new UnitPrice(net, baseQuantity, discount);
    }
}

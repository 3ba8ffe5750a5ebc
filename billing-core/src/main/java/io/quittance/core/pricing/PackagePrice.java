package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Units are sold in packages: with 10 units for 100, 121 units are 13 packages and cost 1300. An exact multiple starts no
 * further package, so 120 units are 12.
 *
 * <p>The amount is max(0, quantity - free units) / package size, rounded up or down to whole packages, × package price.
 * Packages are counted over the whole period: in a later run, units that fill a package begun earlier cost nothing more.
 */
public final class PackagePrice implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal size;
    private final BigDecimal price;
    private final BigDecimal freeUnits;
    private final PackageRounding rounding;

    private PackagePrice(BigDecimal size, BigDecimal price, BigDecimal freeUnits, PackageRounding rounding) {
        this.size = Require.positive(size, "size");
        this.price = Require.notNegative(price, "price");
        this.freeUnits = Require.notNegative(freeUnits, "freeUnits");
        this.rounding = requireNonNull(rounding, "rounding");
    }

    /**
     * Packages without free units, of which each that is started counts.
     *
     * @param size units in a package, more than 0; need not be whole
     * @param price of each package in the currency of the contract, zero or more
     */
    public static PackagePrice of(BigDecimal size, BigDecimal price) {
        return new PackagePrice(size, price, BigDecimal.ZERO, PackageRounding.UP);
    }

    /** As {@link #of(BigDecimal, BigDecimal)}, from text: {@code PackagePrice.of("10", "100")} is 100 for each 10 units. */
    public static PackagePrice of(String size, String price) {
        return of(Require.decimal(size, "size"), Require.decimal(price, "price"));
    }

    /** The same, where so many units of each period are free before packages are counted; zero or more. */
    public PackagePrice withFreeUnits(BigDecimal newFreeUnits) {
        return new PackagePrice(size, price, newFreeUnits, rounding);
    }

    /** As {@link #withFreeUnits(BigDecimal)}. */
    public PackagePrice withFreeUnits(String newFreeUnits) {
        return withFreeUnits(Require.decimal(newFreeUnits, "freeUnits"));
    }

    /** The same, where a started package counts or not. */
    public PackagePrice withRounding(PackageRounding newRounding) {
        return new PackagePrice(size, price, freeUnits, newRounding);
    }

    /** The units in a package. */
    public BigDecimal size() {
        return size;
    }

    /** The price of a package, in the currency of the contract. */
    public BigDecimal price() {
        return price;
    }

    /** The units of each period that are free. */
    public BigDecimal freeUnits() {
        return freeUnits;
    }

    /** Whether a started package counts. */
    public PackageRounding rounding() {
        return rounding;
    }

    /** A step for the free units, where there are such, and one for the packages. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Fraction free = input.quantity().min(Fraction.of(freeUnits));
        Fraction charged = input.quantity().minus(free);
        var steps = new ArrayList<Step>();
        if (freeUnits.signum() != 0) {
            Expression nothing = Expression.of(free).times(Expression.of(0));
            steps.add(Step.of("free", free, nothing, "charge.package.free", "{0} free: {2}", free));
        }
        Expression packages = packages(charged);
        steps.add(Step.of(
                "packages",
                charged,
                packages.times(Expression.of(price)),
                "charge.package",
                "{0} packages of {1}: {3}",
                packages.value(),
                size));
        return ChargeBreakdown.of(steps);
    }

    private Expression packages(Fraction units) {
        RoundingMode mode = rounding == PackageRounding.UP ? RoundingMode.UP : RoundingMode.DOWN;
        return Expression.of(units).dividedBy(Expression.of(size)).rounded(Rounding.of(0, mode));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackagePrice that
                && size.compareTo(that.size) == 0
                && price.compareTo(that.price) == 0
                && freeUnits.compareTo(that.freeUnits) == 0
                && rounding == that.rounding;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                size.stripTrailingZeros(), price.stripTrailingZeros(), freeUnits.stripTrailingZeros(), rounding.name());
    }

    /** For example {@code 100 per 10 units, rounded UP, 5 units free}. */
    @Override
    public String toString() {
        return price.toPlainString() + " per " + size.toPlainString() + " units, rounded " + rounding
                + (freeUnits.signum() == 0 ? "" : ", " + freeUnits.toPlainString() + " units free");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new PackagePrice(size, price, freeUnits, rounding);
    }
}

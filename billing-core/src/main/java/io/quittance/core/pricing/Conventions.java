package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says where billing systems differ. {@link #standard()} is this library's choice; {@link #asStripe()} and
 * the other presets rate as those systems do.
 */
public final class Conventions implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Conventions STANDARD = new Conventions(
            TierBound.INCLUSIVE,
            true,
            RoundingMoment.LINE,
            DiscountOrder.AS_LISTED,
            SpendBasis.AFTER_DISCOUNTS,
            MinimumProration.BY_DAYS);

    private final TierBound tierBound;
    private final boolean firstFlatFeeAtZero;
    private final RoundingMoment roundingMoment;
    private final DiscountOrder discountOrder;
    private final SpendBasis spendBasis;
    private final MinimumProration minimumProration;

    private Conventions(
            TierBound tierBound,
            boolean firstFlatFeeAtZero,
            RoundingMoment roundingMoment,
            DiscountOrder discountOrder,
            SpendBasis spendBasis,
            MinimumProration minimumProration) {
        this.tierBound = requireNonNull(tierBound, "tierBound");
        this.firstFlatFeeAtZero = firstFlatFeeAtZero;
        this.roundingMoment = requireNonNull(roundingMoment, "roundingMoment");
        this.discountOrder = requireNonNull(discountOrder, "discountOrder");
        this.spendBasis = requireNonNull(spendBasis, "spendBasis");
        this.minimumProration = requireNonNull(minimumProration, "minimumProration");
    }

    /**
     * This library's choice: bounds belong to the tier that they end, the first flat fee is due also at zero, the line is
     * rounded once, discounts apply as listed, spend counts after discounts, minimums are prorated by days.
     */
    public static Conventions standard() {
        return STANDARD;
    }

    /** As Stripe: like {@link #standard()}, in all that is listed here. */
    public static Conventions asStripe() {
        return STANDARD;
    }

    /** As Lago: coupons do not reduce what a minimum is compared with. */
    public static Conventions asLago() {
        return STANDARD.withSpendBasis(SpendBasis.BEFORE_DISCOUNTS);
    }

    /** As OpenMeter: every step of a price is rounded, and the line is their sum. */
    public static Conventions asOpenMeter() {
        return STANDARD.withRoundingMoment(RoundingMoment.STEP);
    }

    /** As Kill Bill: minimums are not prorated. */
    public static Conventions asKillBill() {
        return STANDARD.withMinimumProration(MinimumProration.NONE);
    }

    /** As Meteroid: percentages are taken before amounts. */
    public static Conventions asMeteroid() {
        return STANDARD.withDiscountOrder(DiscountOrder.PERCENTAGES_FIRST);
    }

    /** To which tier a quantity belongs that equals the bound of one. */
    public TierBound tierBound() {
        return tierBound;
    }

    /** Whether the first tier's flat fee is due also where nothing was used. */
    public boolean firstFlatFeeAtZero() {
        return firstFlatFeeAtZero;
    }

    /** What is rounded. */
    public RoundingMoment roundingMoment() {
        return roundingMoment;
    }

    /** Which discounts apply first. */
    public DiscountOrder discountOrder() {
        return discountOrder;
    }

    /** What counts towards a minimum. */
    public SpendBasis spendBasis() {
        return spendBasis;
    }

    /** What a minimum is in a period that is served in part. */
    public MinimumProration minimumProration() {
        return minimumProration;
    }

    /** The same with another bound. */
    public Conventions withTierBound(TierBound bound) {
        return new Conventions(bound, firstFlatFeeAtZero, roundingMoment, discountOrder, spendBasis, minimumProration);
    }

    /** The same, with or without the first flat fee where nothing was used. */
    public Conventions withFirstFlatFeeAtZero(boolean due) {
        return new Conventions(tierBound, due, roundingMoment, discountOrder, spendBasis, minimumProration);
    }

    /** The same with another moment of rounding. */
    public Conventions withRoundingMoment(RoundingMoment moment) {
        return new Conventions(tierBound, firstFlatFeeAtZero, moment, discountOrder, spendBasis, minimumProration);
    }

    /** The same with another order of discounts. */
    public Conventions withDiscountOrder(DiscountOrder order) {
        return new Conventions(tierBound, firstFlatFeeAtZero, roundingMoment, order, spendBasis, minimumProration);
    }

    /** The same with another basis of spend. */
    public Conventions withSpendBasis(SpendBasis basis) {
        return new Conventions(tierBound, firstFlatFeeAtZero, roundingMoment, discountOrder, basis, minimumProration);
    }

    /** The same with another proration of minimums. */
    public Conventions withMinimumProration(MinimumProration proration) {
        return new Conventions(tierBound, firstFlatFeeAtZero, roundingMoment, discountOrder, spendBasis, proration);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Conventions that
                && tierBound == that.tierBound
                && firstFlatFeeAtZero == that.firstFlatFeeAtZero
                && roundingMoment == that.roundingMoment
                && discountOrder == that.discountOrder
                && spendBasis == that.spendBasis
                && minimumProration == that.minimumProration;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                tierBound.name(),
                firstFlatFeeAtZero,
                roundingMoment.name(),
                discountOrder.name(),
                spendBasis.name(),
                minimumProration.name());
    }

    @Override
    public String toString() {
        return "tier bounds " + tierBound + ", first flat fee at zero " + firstFlatFeeAtZero + ", rounding per "
                + roundingMoment + ", discounts " + discountOrder + ", spend " + spendBasis + ", minimums "
                + minimumProration;
    }
}

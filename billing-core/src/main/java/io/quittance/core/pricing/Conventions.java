package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says where billing systems differ. {@link #standard()} is this library's choice; {@link #asStripe()} and
 * the other presets rate as those systems do, in all that this class lists.
 */
public final class Conventions implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Conventions STANDARD = new Conventions(new Draft());

    private final TierBound tierBound;
    private final boolean firstFlatFeeAtZero;
    private final RoundingMoment roundingMoment;
    private final DiscountOrder discountOrder;
    private final DiscountSpread discountSpread;
    private final SpendBasis spendBasis;

    @SuppressWarnings("serial") // those of this library are serialisable, a host's if it wants its terms to be
    private final Proration proration;

    @SuppressWarnings("serial") // as above
    private final Proration minimumProration;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<RatingStage> stages;

    /** Conventions while one of them is changed; begins with those of this library. */
    private static final class Draft {
        private TierBound tierBound = TierBound.INCLUSIVE;
        private boolean firstFlatFeeAtZero = true;
        private RoundingMoment roundingMoment = RoundingMoment.LINE;
        private DiscountOrder discountOrder = DiscountOrder.AS_LISTED;
        private DiscountSpread discountSpread = DiscountSpread.LARGEST_REMAINDER;
        private SpendBasis spendBasis = SpendBasis.AFTER_DISCOUNTS;
        private Proration proration = DayCount.CIVIL_DAYS;
        private Proration minimumProration = DayCount.CIVIL_DAYS;
        private List<RatingStage> stages = RatingStage.STANDARD;
    }

    private Conventions(Draft draft) {
        tierBound = requireNonNull(draft.tierBound, "tierBound");
        firstFlatFeeAtZero = draft.firstFlatFeeAtZero;
        roundingMoment = requireNonNull(draft.roundingMoment, "roundingMoment");
        discountOrder = requireNonNull(draft.discountOrder, "discountOrder");
        discountSpread = requireNonNull(draft.discountSpread, "discountSpread");
        spendBasis = requireNonNull(draft.spendBasis, "spendBasis");
        proration = requireNonNull(draft.proration, "proration");
        minimumProration = requireNonNull(draft.minimumProration, "minimumProration");
        stages = RatingStage.checked(draft.stages);
    }

    /** These conventions with a change. */
    private Conventions with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.tierBound = tierBound;
        draft.firstFlatFeeAtZero = firstFlatFeeAtZero;
        draft.roundingMoment = roundingMoment;
        draft.discountOrder = discountOrder;
        draft.discountSpread = discountSpread;
        draft.spendBasis = spendBasis;
        draft.proration = proration;
        draft.minimumProration = minimumProration;
        draft.stages = stages;
        change.accept(draft);
        return new Conventions(draft);
    }

    /**
     * This library's choice: bounds belong to the tier that they end, the first flat fee is due also at zero, the line is
     * rounded once, discounts apply as listed and are divided to the last unit, spend counts after discounts, charges,
     * minimums and commitments are prorated by days of the calendar, the stages stand in the order of {@link RatingStage}.
     */
    public static Conventions standard() {
        return STANDARD;
    }

    /** As Stripe: like {@link #standard()}. */
    public static Conventions asStripe() {
        return STANDARD;
    }

    /**
     * As Lago: coupons come after all fees, true-ups among them, do not reduce what a minimum is compared with, and are divided
     * exactly. 40 used with a minimum of 100 are lifted by 60, and less 20 % of that they are 80.
     */
    public static Conventions asLago() {
        var stages = new ArrayList<>(STANDARD.stages);
        stages.remove(RatingStage.DISCOUNTS);
        stages.add(RatingStage.DISCOUNTS);
        return STANDARD.withSpendBasis(SpendBasis.BEFORE_DISCOUNTS)
                .withDiscountSpread(DiscountSpread.EXACT)
                .withStages(stages);
    }

    /** As OpenMeter: every step of a price is rounded, and the line is their sum. */
    public static Conventions asOpenMeter() {
        return STANDARD.withRoundingMoment(RoundingMoment.STEP);
    }

    /** As Kill Bill, which knows neither discounts nor minimums: like {@link #standard()}. */
    public static Conventions asKillBill() {
        return STANDARD;
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

    /** Whether the flat fees of the tiers that a quantity enters are due. */
    boolean isFlatFeeDue(Fraction quantity) {
        return firstFlatFeeAtZero || quantity.signum() > 0;
    }

    /** What is rounded. */
    public RoundingMoment roundingMoment() {
        return roundingMoment;
    }

    /** Which discounts apply first. */
    public DiscountOrder discountOrder() {
        return discountOrder;
    }

    /** How a discount on several charges is divided among them. */
    public DiscountSpread discountSpread() {
        return discountSpread;
    }

    /**
     * What counts towards a minimum and the commitment of a term; not towards that of a charge, which is about its price as it
     * stands. With 50 % off 100 used, a minimum of 80 lacks 30 after discounts and nothing before them.
     */
    public SpendBasis spendBasis() {
        return spendBasis;
    }

    /** What a charge that recurs costs in a period that is served in part: by days of the calendar unless agreed otherwise. */
    public Proration proration() {
        return proration;
    }

    /**
     * What a minimum or commitment is in a period that is served in part. It holds for all that lifts a price: {@link
     * SpendMinimum}, the {@link Commitment} of a charge, and the minimum of each period in a {@link TermCommitment}. 15 of 31
     * days of 1000.00 are 483.87 by days of the calendar, the default, and 1000.00 by {@link
     * io.quittance.core.schedule.StubRule#CHARGE_WHOLE}.
     */
    public Proration minimumProration() {
        return minimumProration;
    }

    /** The stages through which a charge is rated, in order; each once. */
    public List<RatingStage> stages() {
        return stages;
    }

    /** The same with another bound. */
    public Conventions withTierBound(TierBound bound) {
        return with(draft -> draft.tierBound = bound);
    }

    /** The same, with or without the first flat fee where nothing was used. */
    public Conventions withFirstFlatFeeAtZero(boolean due) {
        return with(draft -> draft.firstFlatFeeAtZero = due);
    }

    /** The same with another moment of rounding. */
    public Conventions withRoundingMoment(RoundingMoment moment) {
        return with(draft -> draft.roundingMoment = moment);
    }

    /** The same with another order of discounts. */
    public Conventions withDiscountOrder(DiscountOrder order) {
        return with(draft -> draft.discountOrder = order);
    }

    /** The same with another division of discounts. */
    public Conventions withDiscountSpread(DiscountSpread spread) {
        return with(draft -> draft.discountSpread = spread);
    }

    /** The same with another basis of spend. */
    public Conventions withSpendBasis(SpendBasis basis) {
        return with(draft -> draft.spendBasis = basis);
    }

    /** The same with another proration of charges that recur. */
    public Conventions withProration(Proration strategy) {
        return with(draft -> draft.proration = strategy);
    }

    /** The same with another proration of minimums and commitments. */
    public Conventions withMinimumProration(Proration strategy) {
        return with(draft -> draft.minimumProration = strategy);
    }

    /**
     * The same with another order of stages.
     *
     * @throws IllegalArgumentException if a stage is missing, or is on the wrong side of the price
     */
    public Conventions withStages(List<RatingStage> order) {
        return with(draft -> draft.stages = order);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Conventions that
                && choices().equals(that.choices())
                && proration.equals(that.proration)
                && minimumProration.equals(that.minimumProration);
    }

    /** Without the prorations: an enum's hash code is another in each run, and a host's name need not tell it. */
    @Override
    public int hashCode() {
        return choices().hashCode();
    }

    /** All choices, by name. */
    @Override
    public String toString() {
        return choices() + ", proration " + proration + ", minimumProration " + minimumProration;
    }

    /** All that are words. */
    private String choices() {
        return "tierBound " + tierBound
                + ", firstFlatFeeAtZero " + firstFlatFeeAtZero
                + ", roundingMoment " + roundingMoment
                + ", discountOrder " + discountOrder
                + ", discountSpread " + discountSpread
                + ", spendBasis " + spendBasis
                + ", stages " + stages;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return with(draft -> {});
    }
}

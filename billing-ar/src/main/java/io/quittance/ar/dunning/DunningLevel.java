package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.interest.CompensationTiers;
import io.quittance.ar.interest.LateFee;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of dunning: from when on, what is done, and what it costs.
 *
 * <p>{@code DunningLevel.of("second letter", 28, 10, ContactKind.LETTER).fee(LateFee.of(five)).interest(statutory)} is a letter from the 28th day
 * late on, at least 10 days after the contact before it, with a fee of 5.00 and interest.
 *
 * <p>A level of negative days is a reminder before the due date: it has no charges, and is not made up for once the day has come.
 */
public final class DunningLevel implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS_BEFORE = 365;
    private static final int MAX_NAME = 100;
    private static final int MAX_TIMES = 1_000;

    private final String name;
    private final int daysPastDue;
    private final int distanceDays;
    private final ContactKind action;
    private final int atMost;
    private final @Nullable LateFee fee;
    private final @Nullable CompensationTiers compensation;
    private final @Nullable LateInterest interest;
    private final @Nullable PeriodicCharge periodicCharge;

    private DunningLevel(
            String name,
            int daysPastDue,
            int distanceDays,
            ContactKind action,
            int atMost,
            @Nullable LateFee fee,
            @Nullable CompensationTiers compensation,
            @Nullable LateInterest interest,
            @Nullable PeriodicCharge periodicCharge) {
        this.name = Require.id(name, "name", MAX_NAME);
        this.daysPastDue = daysPastDue;
        this.distanceDays = distanceDays;
        this.action = requireNonNull(action, "action");
        this.atMost = atMost;
        this.fee = fee;
        this.compensation = compensation;
        this.interest = interest;
        this.periodicCharge = periodicCharge;
        requireNumbers();
        Require.that(
                action.isOutgoing(),
                "dunning.action",
                "action",
                "must go to the customer: REMINDER, LETTER, CALL or COLLECTIONS",
                action);
        Require.that(
                daysPastDue >= 0 || (action == ContactKind.REMINDER && !hasCharges() && atMost == 1),
                "dunning.before-due",
                "daysPastDue",
                "must be 0 or more, but for a REMINDER once and without charges",
                daysPastDue);
        Require.that(
                interest == null || periodicCharge == null,
                "dunning.interest",
                "periodicCharge",
                "must not stand beside interest by the day",
                periodicCharge);
    }

    private void requireNumbers() {
        int most = Delinquency.MAX_DAYS;
        Require.that(
                daysPastDue >= -MOST_DAYS_BEFORE && daysPastDue <= most,
                "dunning.days",
                "daysPastDue",
                "must be between " + -MOST_DAYS_BEFORE + " and " + most,
                daysPastDue);
        Require.that(
                distanceDays >= 1 && distanceDays <= most,
                "dunning.distance",
                "distanceDays",
                "must be between 1 and " + most,
                distanceDays);
        Require.that(
                atMost >= 1 && atMost <= MAX_TIMES,
                "dunning.times",
                "atMost",
                "must be between 1 and " + MAX_TIMES,
                atMost);
    }

    /**
     * A level that is reached once and costs nothing.
     *
     * @param name unique in a policy, and what a history knows the level by; 1 to 100 characters
     * @param daysPastDue from the how manyth day late on: 0 is the due date, -7 a week before it; -365 to 3650
     * @param distanceDays how many days at least after the contact before, 1 to 3650: so nothing is sent twice on a day
     * @param action what is done; from the host's side to the customer's
     */
    public static DunningLevel of(String name, int daysPastDue, int distanceDays, ContactKind action) {
        return new DunningLevel(name, daysPastDue, distanceDays, action, 1, null, null, null, null);
    }

    /** The same up to so many times for one debt, 1 to 1000, by its distance; only the last level of a policy repeats. */
    public DunningLevel atMost(int times) {
        return new DunningLevel(
                name, daysPastDue, distanceDays, action, times, fee, compensation, interest, periodicCharge);
    }

    /** The same with a fee each time, of what is claimed without interest. */
    public DunningLevel fee(LateFee newFee) {
        return new DunningLevel(
                name,
                daysPastDue,
                distanceDays,
                action,
                atMost,
                requireNonNull(newFee, "fee"),
                compensation,
                interest,
                periodicCharge);
    }

    /** The same with a fixed sum for each principal item, by what is claimed of it; once for an item, the first time that it is at this level. */
    public DunningLevel compensation(CompensationTiers tiers) {
        return new DunningLevel(
                name,
                daysPastDue,
                distanceDays,
                action,
                atMost,
                fee,
                requireNonNull(tiers, "compensation"),
                interest,
                periodicCharge);
    }

    /** The same with interest by the day on principal items, for the days that no contact before has claimed. */
    public DunningLevel interest(LateInterest rule) {
        return new DunningLevel(
                name,
                daysPastDue,
                distanceDays,
                action,
                atMost,
                fee,
                compensation,
                requireNonNull(rule, "interest"),
                periodicCharge);
    }

    /** The same with a charge by the period for each principal item; once for an item, the first time that it is at this level. */
    public DunningLevel periodicCharge(PeriodicCharge rule) {
        return new DunningLevel(
                name,
                daysPastDue,
                distanceDays,
                action,
                atMost,
                fee,
                compensation,
                interest,
                requireNonNull(rule, "periodicCharge"));
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** From the how manyth day late on; negative before the due date. */
    public int daysPastDue() {
        return daysPastDue;
    }

    /** How many days at least after the contact before. */
    public int distanceDays() {
        return distanceDays;
    }

    /** What is done. */
    public ContactKind action() {
        return action;
    }

    /** How often for one debt. */
    public int atMost() {
        return atMost;
    }

    /** The fee each time, if there is one. */
    public Optional<LateFee> fee() {
        return Optional.ofNullable(fee);
    }

    /** The fixed sum for each item, if there is one. */
    public Optional<CompensationTiers> compensation() {
        return Optional.ofNullable(compensation);
    }

    /** The interest by the day, if there is any. */
    public Optional<LateInterest> interest() {
        return Optional.ofNullable(interest);
    }

    /** The charge by the period, if there is one. */
    public Optional<PeriodicCharge> periodicCharge() {
        return Optional.ofNullable(periodicCharge);
    }

    /** Whether it is a reminder before the due date. */
    public boolean isBeforeDue() {
        return daysPastDue < 0;
    }

    private boolean hasCharges() {
        return fee != null || compensation != null || interest != null || periodicCharge != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DunningLevel that
                && name.equals(that.name)
                && daysPastDue == that.daysPastDue
                && distanceDays == that.distanceDays
                && action == that.action
                && atMost == that.atMost
                && Objects.equals(fee, that.fee)
                && Objects.equals(compensation, that.compensation)
                && Objects.equals(interest, that.interest)
                && Objects.equals(periodicCharge, that.periodicCharge);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, daysPastDue, distanceDays, atMost);
    }

    /** For example {@code second letter from day 28, LETTER}. */
    @Override
    public String toString() {
        return name + " from day " + daysPastDue + ", " + action;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new DunningLevel(
                name, daysPastDue, distanceDays, action, atMost, fee, compensation, interest, periodicCharge);
    }
}

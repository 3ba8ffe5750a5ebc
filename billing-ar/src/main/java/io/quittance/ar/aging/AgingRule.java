package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.internal.Dates;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How open items are aged: {@code AgingRule.of(AgingBuckets.days(30, 60, 90)).by(AgingBase.DOCUMENT_DATE).agedOn(day)}. If nothing else is
 * said, by days past the due date, on the day of the balance, with what is contested in a column of its own and money on account in another.
 */
public final class AgingRule implements Serializable {
    private static final long serialVersionUID = 1L;

    private final AgingBuckets buckets;
    private final AgingBase base;
    private final boolean isByMonth;
    private final @Nullable LocalDate day;
    private final boolean disputedInBuckets;
    private final boolean onAccountInBuckets;

    private AgingRule(
            AgingBuckets buckets,
            AgingBase base,
            boolean isByMonth,
            @Nullable LocalDate day,
            boolean disputedInBuckets,
            boolean onAccountInBuckets) {
        this.buckets = requireNonNull(buckets, "buckets");
        this.base = requireNonNull(base, "base");
        this.isByMonth = isByMonth;
        this.day = day;
        this.disputedInBuckets = disputedInBuckets;
        this.onAccountInBuckets = onAccountInBuckets;
    }

    /** By days past the due date. */
    public static AgingRule of(AgingBuckets buckets) {
        return new AgingRule(buckets, AgingBase.DUE_DATE, false, null, false, false);
    }

    /** The same, counted from another day of each item. */
    public AgingRule by(AgingBase newBase) {
        return new AgingRule(buckets, newBase, isByMonth, day, disputedInBuckets, onAccountInBuckets);
    }

    /** The same, with ages in calendar months: on 30 April, 15 March is of the age of 1, and so is 31 March. */
    public AgingRule inMonths() {
        return new AgingRule(buckets, base, true, day, disputedInBuckets, onAccountInBuckets);
    }

    /**
     * The same, as old as the items are on a day, which may be another than that of the balance: what was open on 31 March, by its age on
     * 15 April.
     */
    public AgingRule agedOn(LocalDate newDay) {
        return new AgingRule(
                buckets, base, isByMonth, Dates.inCalendar(newDay, "day"), disputedInBuckets, onAccountInBuckets);
    }

    /** The same, with what is contested in the buckets, with all that is open of its items. */
    public AgingRule withDisputedInBuckets() {
        return new AgingRule(buckets, base, isByMonth, day, true, onAccountInBuckets);
    }

    /**
     * The same, with money and credits on account taken off the buckets of their own age, counted from the value date or the date of the
     * document; it needs {@link AgingReport#of(io.quittance.ar.ledger.Ledger, io.quittance.core.schedule.AsOf, AgingRule)}.
     */
    public AgingRule withOnAccountInBuckets() {
        return new AgingRule(buckets, base, isByMonth, day, disputedInBuckets, true);
    }

    /** The buckets, from the youngest to the oldest. */
    public AgingBuckets buckets() {
        return buckets;
    }

    /** From which day of an item its age is counted. */
    public AgingBase base() {
        return base;
    }

    /** Whether ages are in calendar months, and not in days. */
    public boolean isByMonth() {
        return isByMonth;
    }

    /** On which day the items are as old as they are reported; empty for that of the balance. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    /** Whether what is contested stands in the buckets. */
    public boolean isDisputedInBuckets() {
        return disputedInBuckets;
    }

    /** Whether money on account is taken off the buckets. */
    public boolean isOnAccountInBuckets() {
        return onAccountInBuckets;
    }

    /** How old an item is on a day, in days or months: 0 on its base day, negative before it. */
    public long age(OpenItem item, LocalDate on) {
        return age(base.of(item.receivable()), on);
    }

    long age(LocalDate from, LocalDate on) {
        return isByMonth
                ? (on.getYear() - from.getYear()) * 12L + on.getMonthValue() - from.getMonthValue()
                : on.toEpochDay() - from.toEpochDay();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgingRule that
                && buckets.equals(that.buckets)
                && base == that.base
                && isByMonth == that.isByMonth
                && Objects.equals(day, that.day)
                && disputedInBuckets == that.disputedInBuckets
                && onAccountInBuckets == that.onAccountInBuckets;
    }

    @Override
    public int hashCode() {
        return Objects.hash(buckets, base, isByMonth, day, disputedInBuckets, onAccountInBuckets);
    }

    @Override
    public String toString() {
        return buckets + " by " + (isByMonth ? "months" : "days") + " past the " + base.words()
                + (day == null ? "" : " on " + day);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new AgingRule(buckets, base, isByMonth, day, disputedInBuckets, onAccountInBuckets);
    }
}

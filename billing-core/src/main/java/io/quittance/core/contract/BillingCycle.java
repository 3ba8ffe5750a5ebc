package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often a charge is billed, from which day its periods are counted, and whether at their beginning or after their end.
 *
 * <p>{@code BillingCycle.monthly().inAdvance()} bills February on 1 February; in arrears, it is billed on 1 March. {@code
 * BillingCycle.monthly().fromStart()} of a contract that began on 31 January bills from 31 January, 28 February, 31 March.
 */
public final class BillingCycle implements Serializable {
    /** When in its life a period is billed. */
    public enum Timing {
        /** On its first day. */
        IN_ADVANCE,
        /** On the day after its last. */
        IN_ARREARS
    }

    /** From which day the periods are counted. */
    public enum Anchor {
        /** By the calendar: months from the first, quarters from January, weeks from Monday. */
        CALENDAR,
        /** From the day on which the contract begins. */
        START,
        /** From a given day. */
        DAY,
        /** From the last day of a month to the last day of another. */
        LAST_DAY_OF_MONTH
    }

    private static final long serialVersionUID = 1L;

    private final Period interval;
    private final Anchor anchor;
    private final @Nullable LocalDate day;
    private final Timing timing;

    private BillingCycle(Period interval, Anchor anchor, @Nullable LocalDate day, Timing timing) {
        requireNonNull(interval, "interval");
        this.anchor = requireNonNull(anchor, "anchor");
        this.timing = requireNonNull(timing, "timing");
        boolean dated = anchor == Anchor.DAY || anchor == Anchor.LAST_DAY_OF_MONTH;
        this.day = dated ? Dates.inCalendar(Require.present(day, "day"), "day") : null;
        this.interval =
                schedule(interval, anchor, this.day, LocalDate.EPOCH).interval(); // refuses what no schedule has
    }

    /**
     * Every so many days, or months and years, in arrears until told otherwise: by the calendar where its years or weeks are
     * divided so, else from the start of the contract, as every 14 days are. 12 months are a year.
     *
     * @param interval whole days, or whole months and years, more than zero, at most 100 years
     */
    public static BillingCycle every(Period interval) {
        Period length = Schedule.every(interval, LocalDate.EPOCH).interval();
        Anchor anchor = Schedule.isOfCalendar(length) ? Anchor.CALENDAR : Anchor.START;
        return new BillingCycle(length, anchor, null, Timing.IN_ARREARS);
    }

    /** As {@link #every(Period)}, from an ISO period such as {@code P1M} or {@code P7D}. */
    public static BillingCycle every(String interval) {
        return every(Dates.parsePeriod(interval, "interval"));
    }

    /** Every calendar month, in arrears until told otherwise. */
    public static BillingCycle monthly() {
        return every(Period.ofMonths(1));
    }

    /** Every calendar quarter, in arrears until told otherwise. */
    public static BillingCycle quarterly() {
        return every(Period.ofMonths(3));
    }

    /** Every calendar year, in arrears until told otherwise. */
    public static BillingCycle yearly() {
        return every(Period.ofYears(1));
    }

    /** The same, counted from the day on which the contract begins. */
    public BillingCycle fromStart() {
        return new BillingCycle(interval, Anchor.START, null, timing);
    }

    /** The same, counted from a day; the 31st is the last day of shorter months, and the 31st again after them. */
    public BillingCycle from(LocalDate anchorDay) {
        return new BillingCycle(interval, Anchor.DAY, anchorDay, timing);
    }

    /** As {@link #from(LocalDate)}, from an ISO date. */
    public BillingCycle from(String anchorDay) {
        return from(Dates.parse(anchorDay, "day"));
    }

    /**
     * The same, counted from the last day of a month to the last day of another.
     *
     * @throws IllegalArgumentException if the interval is not one of months
     */
    public BillingCycle fromLastDayOf(YearMonth month) {
        return new BillingCycle(interval, Anchor.LAST_DAY_OF_MONTH, month.atEndOfMonth(), timing);
    }

    /** The same, billed on the first day of each period. */
    public BillingCycle inAdvance() {
        return new BillingCycle(interval, anchor, day, Timing.IN_ADVANCE);
    }

    /** The same, billed on the day after the last day of each period. */
    public BillingCycle inArrears() {
        return new BillingCycle(interval, anchor, day, Timing.IN_ARREARS);
    }

    /** How long a period is: whole days, or months and years, a year where they are 12 months. */
    public Period interval() {
        return interval;
    }

    /** From where the periods are counted. */
    public Anchor anchor() {
        return anchor;
    }

    /** The day from which they are counted, where one is given. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    /** When a period is billed. */
    public Timing timing() {
        return timing;
    }

    /** Whether a period is billed on its first day. */
    public boolean isInAdvance() {
        return timing == Timing.IN_ADVANCE;
    }

    /**
     * The days on which the periods of a contract begin.
     *
     * @param start the day on which the contract begins
     */
    public Schedule schedule(LocalDate start) {
        return schedule(interval, anchor, day, start);
    }

    private static Schedule schedule(Period interval, Anchor anchor, @Nullable LocalDate day, LocalDate start) {
        return switch (anchor) {
            case CALENDAR -> Schedule.calendar(interval);
            case START -> Schedule.every(interval, start);
            case DAY -> Schedule.every(interval, Require.present(day, "day"));
            case LAST_DAY_OF_MONTH -> Schedule.lastDayOfMonth(interval, YearMonth.from(Require.present(day, "day")));
        };
    }

    /**
     * The day from which on a period may be billed: its first, or the day after its last.
     *
     * @param period one of the schedule, or the part of it that is served
     */
    public LocalDate billingDay(ServicePeriod period) {
        return isInAdvance() ? period.start() : period.end();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingCycle that
                && interval.equals(that.interval)
                && anchor == that.anchor
                && Objects.equals(day, that.day)
                && timing == that.timing;
    }

    @Override
    public int hashCode() {
        return Objects.hash(interval, anchor, day, timing);
    }

    /** For example {@code every P1M by the calendar, in arrears}. */
    @Override
    public String toString() {
        String counted = switch (anchor) {
            case CALENDAR -> "by the calendar";
            case START -> "from the start of the contract";
            case DAY -> "from " + day;
            case LAST_DAY_OF_MONTH -> "on last days from " + day;
        };
        return "every " + interval + " " + counted + (isInAdvance() ? ", in advance" : ", in arrears");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new BillingCycle(interval, anchor, day, timing);
    }
}

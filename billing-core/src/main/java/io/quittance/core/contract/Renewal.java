package io.quittance.core.contract;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a contract goes on by itself after its term, unless notice is given in time. {@code Renewal.of("P1Y", "P3M")} on a term
 * up to 1 January 2027, that day not included: notice is in time on 1 October 2026; from 2 October on the term ends on 1
 * January 2028.
 *
 * <p>The notice may be longer than the renewal: of one month with a notice of three, the end is always about three months
 * ahead.
 */
public final class Renewal implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Renewal NONE = new Renewal(null, Period.ZERO, null);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final int MAX_MONTHS = 1_200;
    private static final int MAX_DAYS = 36_525;
    private static final int MAX_TIMES = 10_000;

    private final @Nullable Period length;
    private final Period notice;
    private final @Nullable Integer times;

    private Renewal(@Nullable Period length, Period notice, @Nullable Integer times) {
        this.length = length == null ? null : requireWhole(length).normalized();
        this.notice = requireNotice(notice);
        Require.that(
                times == null || (times >= 1 && times <= MAX_TIMES),
                "renewal.times",
                "times",
                "must be between 1 and " + MAX_TIMES,
                times);
        this.times = times;
    }

    private static Period requireWhole(Period length) {
        Require.that(
                isWhole(length) && !length.isZero(),
                "renewal.length",
                "length",
                "must be whole months or whole days, more than zero, at most 100 years",
                length);
        return length;
    }

    private static Period requireNotice(Period notice) {
        Require.that(
                isWhole(requireNonNull(notice, "notice")),
                "renewal.notice",
                "notice",
                "must be whole months or whole days, zero or more, at most 100 years",
                notice);
        return notice.normalized();
    }

    private static boolean isWhole(Period period) {
        long months = period.toTotalMonths();
        long days = period.get(DAYS);
        return (months == 0 || days == 0) && months >= 0 && months <= MAX_MONTHS && days >= 0 && days <= MAX_DAYS;
    }

    /** The term ends as agreed. */
    public static Renewal none() {
        return NONE;
    }

    /**
     * Again and again, without limit.
     *
     * @param length of each renewal: whole months and years, or whole days, at most 100 years
     * @param notice how long before the end notice must be given: as the length, or zero
     */
    public static Renewal of(Period length, Period notice) {
        return new Renewal(requireNonNull(length, "length"), notice, null);
    }

    /** As {@link #of(Period, Period)}, for ISO periods: {@code of("P1Y", "P3M")}. */
    public static Renewal of(String length, String notice) {
        return of(Dates.parsePeriod(length, "length"), Dates.parsePeriod(notice, "notice"));
    }

    /**
     * The same, at most so many times.
     *
     * @param number 1 to 10,000
     * @throws IllegalArgumentException if there is no renewal
     */
    public Renewal atMost(int number) {
        Require.that(length != null, "renewal.none", "length", "must be given to be limited", null);
        return new Renewal(length, notice, number);
    }

    /** How long each renewal is; empty where there is none. */
    public Optional<Period> length() {
        return Optional.ofNullable(length);
    }

    /** How long before the end notice must be given; zero where it may be on the last day. */
    public Period notice() {
        return notice;
    }

    /** How many renewals there may be; empty where there is no limit, or no renewal. */
    public OptionalInt times() {
        return times == null ? OptionalInt.empty() : OptionalInt.of(times);
    }

    /**
     * The last day on which notice is in time: the notice before the end, and never after the last day of the term, so that a
     * day that has passed without service does not come back.
     *
     * @param end the first day that no longer belongs to the term
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public LocalDate lastNoticeDay(LocalDate end) {
        return Dates.inCalendar(noticeDay(Dates.inCalendar(end, "end")), "lastNoticeDay");
    }

    private LocalDate noticeDay(LocalDate end) {
        LocalDate noticed = end.minus(notice);
        return noticed.isBefore(end) ? noticed : end.minusDays(1);
    }

    /**
     * The end of the term as it stands on a day, if no notice was given: renewed from the day after the last day for notice
     * on. Ends are counted from the original one, as {@link Schedule} does: monthly from 31 January they are 28 February and 31
     * March.
     *
     * @param term as it was agreed
     * @throws IllegalArgumentException if it would end after the year 9999
     */
    public LocalDate endAsOf(ServicePeriod term, LocalDate day) {
        LocalDate end = term.end();
        Dates.inCalendar(day, "day");
        if (length == null) {
            return end;
        }
        Schedule ends = Schedule.every(length, end);
        long possible = ends.numberOf(LAST);
        long most = times == null ? possible + 1 : Math.min(times, possible + 1);
        long least = 0;
        // the first end for which notice is still in time, or the last renewal
        while (least < most) {
            long middle = (least + most) / 2;
            if (day.isAfter(noticeDay(ends.boundary(middle)))) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        Require.that(least <= possible, "renewal.end", "day", "must not renew the term beyond the year 9999", day);
        return ends.boundary(least);
    }

    /**
     * Whether a term that is renewed ends with some days or on one of them: {@code end} itself, or an end by renewal. Never where
     * there is no renewal.
     *
     * @param end of the term before any renewal
     */
    public boolean endsWithin(LocalDate end, ServicePeriod days) {
        if (length == null || days.end().isBefore(end)) {
            return false;
        }
        Schedule ends = Schedule.every(length, end);
        long last = ends.numberOf(days.end());
        last = times == null ? last : Math.min(last, times);
        return ends.boundary(last).isAfter(days.start());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Renewal that
                && Objects.equals(length, that.length)
                && notice.equals(that.notice)
                && Objects.equals(times, that.times);
    }

    @Override
    public int hashCode() {
        return Objects.hash(length, notice, times);
    }

    /** For example {@code renewed by P1Y, notice P3M, at most 2 times}, or {@code not renewed}. */
    @Override
    public String toString() {
        return length == null
                ? "not renewed"
                : "renewed by " + length + ", notice " + notice
                        + (times == null ? "" : ", at most " + times + " times");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Renewal(length, notice, times);
    }
}

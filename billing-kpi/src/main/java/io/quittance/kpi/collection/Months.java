package io.quittance.kpi.collection;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive calendar months, the last of which may be in progress, whose number of a day is looked up: 0 for days before them, from 1 on for theirs, and one more than there are for days after
 * them.
 */
final class Months implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A hundred years. */
    private static final int MOST = 1_200;

    private final YearMonth first;
    private final LocalDate lastDay;
    private final transient int count;
    /** The day before the first month, the day after the last day, and the numbers from the one to the other. */
    private final transient int before;

    private final transient int after;
    private final transient short[] numbers;

    Months(YearMonth first, LocalDate lastDay) {
        this.first = first;
        this.lastDay = lastDay;
        long months = first.until(YearMonth.from(lastDay), ChronoUnit.MONTHS) + 1;
        Require.that(
                months >= 1 && months <= MOST,
                "figures.months",
                isWhole() ? "last" : "lastDay",
                "must be of the " + MOST + " months from " + first + " on",
                end());
        this.count = (int) months;
        this.before = Math.toIntExact(first.atDay(1).toEpochDay()) - 1;
        this.after = Math.toIntExact(lastDay.toEpochDay()) + 1;
        this.numbers = new short[after - before + 1];
        for (int month = 1, day = 1; month <= count; month++) {
            int end = Math.min(day + month(month).lengthOfMonth(), after - before);
            for (; day < end; day++) {
                numbers[day] = (short) month;
            }
        }
        numbers[after - before] = (short) (count + 1);
    }

    int count() {
        return count;
    }

    /** The month with a number from 1 on. */
    YearMonth month(int number) {
        return first.plusMonths(number - 1L);
    }

    /** Its days, up to the last one there is. */
    ServicePeriod period(int number) {
        ServicePeriod whole = ServicePeriod.of(month(number));
        return lastDay.isBefore(whole.lastDay()) ? new ServicePeriod(whole.start(), lastDay.plusDays(1)) : whole;
    }

    /** The month of the last day, or that day if the month does not end with it: {@code 2026-09} or {@code 2026-09-15}. */
    String end() {
        return isWhole() ? YearMonth.from(lastDay).toString() : lastDay.toString();
    }

    private boolean isWhole() {
        return lastDay.getDayOfMonth() == lastDay.lengthOfMonth();
    }

    /** The number of a day since 1970-01-01. Without a branch: which days lie outside is as good as random in a column. */
    int of(int day) {
        return numbers[Math.min(Math.max(day, before), after) - before];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Months that && first.equals(that.first) && lastDay.equals(that.lastDay);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, lastDay);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Months(first, lastDay);
    }
}

package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.BusinessDayConvention;
import java.time.LocalDate;

/** By which day an invoice should be issued for what is billable from a day on; a host's own rule is this one method. */
@FunctionalInterface
public interface IssueTarget {
    /** The most days of a target. */
    int MAX_DAYS = 366;

    /**
     * The last day that is on time.
     *
     * @param billable the first day on which a run bills it
     * @return that day or a later one
     */
    LocalDate lastDay(LocalDate billable);

    /** The day itself. */
    static IssueTarget sameDay() {
        return days(0);
    }

    /**
     * So many days later: what is billable on 1 March is on time within 3 days up to 4 March.
     *
     * @param days 0 to {@value #MAX_DAYS}
     */
    static IssueTarget days(int days) {
        requireDays(days);
        return billable -> Dates.inCalendar(billable.plusDays(days), "target");
    }

    /**
     * On the business day that is so many after the day: with weekdays and 3 of them, Sunday 1 March 2026 gives Wednesday 4
     * March. With 0 it is the day itself, or the next business day where it is none.
     *
     * @param days 0 to {@value #MAX_DAYS}
     */
    static IssueTarget businessDays(int days, BusinessCalendar calendar) {
        requireDays(days);
        requireNonNull(calendar, "calendar");
        return billable -> {
            LocalDate day = days == 0 ? BusinessDayConvention.FOLLOWING.adjust(billable, calendar) : billable;
            for (int i = 0; i < days; i++) {
                day = BusinessDayConvention.FOLLOWING.adjust(day.plusDays(1), calendar);
            }
            return day;
        };
    }

    private static void requireDays(int days) {
        Require.that(days >= 0 && days <= MAX_DAYS, "target.days", "days", "must be between 0 and " + MAX_DAYS, days);
    }
}

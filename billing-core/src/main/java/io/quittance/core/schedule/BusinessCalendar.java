package io.quittance.core.schedule;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are business days; a host's own calendar is this one method. Answers must not change over time: a holiday that
 * is decreed later belongs to a new version of the calendar.
 */
@FunctionalInterface
public interface BusinessCalendar {

    /** Whether business is done on that day. */
    boolean isBusinessDay(LocalDate day);

    /** Monday to Friday. */
    static BusinessCalendar weekdays() {
        return weekdays(Set.of());
    }

    /** Monday to Friday without these days. */
    static BusinessCalendar weekdays(Set<LocalDate> holidays) {
        Set<LocalDate> closed = Set.copyOf(holidays);
        return day -> day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() && !closed.contains(day);
    }

    /** Days that are business days here and there, such as in both the seller's and the buyer's country. */
    default BusinessCalendar and(BusinessCalendar other) {
        requireNonNull(other, "other");
        return day -> isBusinessDay(day) && other.isBusinessDay(day);
    }
}

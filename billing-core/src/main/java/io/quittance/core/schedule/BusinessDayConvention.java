package io.quittance.core.schedule;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * Where a date goes that is no business day; names and rules as in the ISDA definitions, section 4.12. Saturday 31 January
 * 2026 goes to Monday 2 February by {@link #FOLLOWING} and to Friday 30 January by {@link #MODIFIED_FOLLOWING}.
 */
public enum BusinessDayConvention {
    /** It stays. */
    NONE {
        @Override
        LocalDate moved(LocalDate date, BusinessCalendar calendar) {
            return date;
        }
    },
    /** To the next business day. */
    FOLLOWING {
        @Override
        LocalDate moved(LocalDate date, BusinessCalendar calendar) {
            return search(date, 1, calendar);
        }
    },
    /** To the next business day, unless that is in another month: then to the one before. */
    MODIFIED_FOLLOWING {
        @Override
        LocalDate moved(LocalDate date, BusinessCalendar calendar) {
            return withinMonth(date, search(date, 1, calendar), -1, calendar);
        }
    },
    /** To the business day before. */
    PRECEDING {
        @Override
        LocalDate moved(LocalDate date, BusinessCalendar calendar) {
            return search(date, -1, calendar);
        }
    },
    /** To the business day before, unless that is in another month: then to the next one. */
    MODIFIED_PRECEDING {
        @Override
        LocalDate moved(LocalDate date, BusinessCalendar calendar) {
            return withinMonth(date, search(date, -1, calendar), 1, calendar);
        }
    };

    /** A calendar that has no business day in so many is wrong. */
    private static final int LONGEST_SEARCH = 366;

    /**
     * The date itself if it is a business day or nothing is to be moved, else the business day it goes to.
     *
     * @throws IllegalArgumentException if there is none within 366 days
     */
    public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
        return moved(Dates.inCalendar(date, "date"), calendar);
    }

    abstract LocalDate moved(LocalDate date, BusinessCalendar calendar);

    private static LocalDate withinMonth(LocalDate date, LocalDate moved, int otherWay, BusinessCalendar calendar) {
        return moved.getMonth() == date.getMonth() && moved.getYear() == date.getYear()
                ? moved
                : search(date, otherWay, calendar);
    }

    private static LocalDate search(LocalDate date, int step, BusinessCalendar calendar) {
        LocalDate day = date;
        for (int i = 0; i <= LONGEST_SEARCH; i++) {
            if (calendar.isBusinessDay(day)) {
                return Dates.inCalendar(day, "date");
            }
            day = day.plusDays(step);
        }
        throw new InvalidArgumentException(
                "calendar.business-days", "calendar", "must have a business day within 366 days of " + date, null);
    }
}

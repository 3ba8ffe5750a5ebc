package io.quittance.bank.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as banks write them. */
public final class Days {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-?(0[1-9]|1[0-2])-?([0-9]{2})");
    private static final int LAST_DAY = 31;
    /** SWIFT reads 80 to 99 as years of the twentieth century. */
    private static final int FIRST_OF_LAST_CENTURY = 80;

    private Days() {}

    /** The last day of the month, if the day is a 29th, 30th or 31st that the month does not have; else null. */
    public static @Nullable LocalDate lastOfMonth(String written) {
        Matcher matcher = DATE.matcher(written);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            return null;
        }
        var month = YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        int day = Integer.parseInt(matcher.group(3));
        return day > month.lengthOfMonth() && day <= LAST_DAY ? month.atEndOfMonth() : null;
    }

    /** The day of a full date without signs, {@code 20160229}; null if there is no such day. */
    public static @Nullable LocalDate exact(String written) {
        Matcher matcher = DATE.matcher(written);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            return null;
        }
        var month = YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        int day = Integer.parseInt(matcher.group(3));
        return month.isValidDay(day) ? month.atDay(day) : null;
    }

    /** The full year of two digits: 79 is 2079, 80 is 1980. */
    public static String withCentury(String shortDate) {
        int year = Integer.parseInt(shortDate.substring(0, 2));
        return (year >= FIRST_OF_LAST_CENTURY ? "19" : "20") + shortDate;
    }

    /**
     * The day of that month and day which is nearest to another: 0102 by 31 December 2016 is 2 January 2017. In a year without that day the last of the
     * month is meant: 0229 by 1 March 2027 is 28 February 2027. Null if there is none.
     */
    public static @Nullable LocalDate nearest(String monthAndDay, LocalDate other) {
        LocalDate best = null;
        for (int year = other.getYear() - 1; year <= other.getYear() + 1; year++) {
            String written = fourDigits(year) + monthAndDay;
            LocalDate exact = exact(written);
            LocalDate day = exact == null ? lastOfMonth(written) : exact;
            if (day != null && (best == null || distance(day, other) < distance(best, other))) {
                best = day;
            }
        }
        return best;
    }

    /** Whether it has the day of the month that is written. */
    public static boolean isDayOf(String monthAndDay, LocalDate date) {
        return date.getDayOfMonth() == Integer.parseInt(monthAndDay.substring(2));
    }

    private static String fourDigits(int year) {
        String digits = Integer.toString(year);
        return "0".repeat(4 - digits.length()) + digits;
    }

    private static long distance(LocalDate day, LocalDate other) {
        return Math.abs(day.toEpochDay() - other.toEpochDay());
    }
}

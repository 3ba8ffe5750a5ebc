package io.quittance.ar.aging;

import java.time.LocalDate;
import java.time.YearMonth;

/** Days since 1970-01-01 of many dates that are near a day: looked up by month within fifty years of it, reckoned beyond. */
final class EpochDays {
    private static final int MONTHS = 50 * 12;

    private final int firstMonth;
    /** The day before the first of each month. */
    private final long[] starts = new long[2 * MONTHS];

    EpochDays(LocalDate day) {
        YearMonth first = YearMonth.from(day).minusMonths(MONTHS);
        firstMonth = month(first.atDay(1));
        for (int i = 0; i < starts.length; i++) {
            starts[i] = first.plusMonths(i).atDay(1).toEpochDay() - 1;
        }
    }

    private static int month(LocalDate date) {
        return date.getYear() * 12 + date.getMonthValue();
    }

    long of(LocalDate date) {
        int month = month(date) - firstMonth;
        return month >= 0 && month < starts.length ? starts[month] + date.getDayOfMonth() : date.toEpochDay();
    }
}

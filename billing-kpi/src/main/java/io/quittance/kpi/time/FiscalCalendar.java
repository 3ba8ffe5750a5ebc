package io.quittance.kpi.time;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;

/**
 * The fiscal years of a business: twelve calendar months from the first of a month, in four quarters. With April as the first month and years named by
 * their last day, 15 May 2026 lies in {@code FY2027 Q1}, which is 1 April to 30 June 2026, and that fiscal year ends on 31 March 2027.
 *
 * @param firstMonth the month that each fiscal year begins with
 * @param named which of its days gives a fiscal year its name
 */
public record FiscalCalendar(Month firstMonth, NamedBy named) implements Serializable {
    private static final int MONTHS = 12;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int QUARTERS = MONTHS / MONTHS_OF_QUARTER;

    /** Which day gives a fiscal year its name, where it lies in two calendar years. */
    public enum NamedBy {
        /** The first: a year from April 2026 is 2026. */
        FIRST_DAY,
        /** The last: a year to March 2027 is 2027. */
        LAST_DAY
    }

    /** Checks that both are given. */
    public FiscalCalendar {
        requireNonNull(firstMonth, "firstMonth");
        requireNonNull(named, "named");
    }

    /** Fiscal years that are calendar years. */
    public static FiscalCalendar calendarYears() {
        return new FiscalCalendar(Month.JANUARY, NamedBy.LAST_DAY);
    }

    /** The period of that length that the day belongs to. */
    public FiscalPeriod periodOf(PeriodLength length, LocalDate day) {
        YearMonth month = YearMonth.from(Dates.inCalendar(day, "day"));
        YearMonth first = firstMonthOf(month);
        return switch (length) {
            case MONTH -> new FiscalPeriod(month.toString(), ServicePeriod.of(month));
            case QUARTER -> quarter(first, monthsBetween(first, month) / MONTHS_OF_QUARTER);
            case YEAR -> new FiscalPeriod(name(first), months(first, MONTHS));
        };
    }

    /** The period of that length after the one that the day belongs to: the next quarter, seen from any of its days. */
    public FiscalPeriod periodAfter(PeriodLength length, LocalDate day) {
        return periodOf(length, periodOf(length, day).period().end());
    }

    /** The fiscal year of that name: {@code year(2027)} is {@code FY2027}. */
    public FiscalPeriod year(int name) {
        YearMonth first = firstMonthOfYear(name);
        return new FiscalPeriod(name(first), months(first, MONTHS));
    }

    /**
     * A quarter of the fiscal year of that name.
     *
     * @param number 1 to 4
     * @throws IllegalArgumentException if there is no such quarter
     */
    public FiscalPeriod quarter(int year, int number) {
        Require.that(number >= 1 && number <= QUARTERS, "fiscal.quarter", "number", "must be 1 to 4", number);
        return quarter(firstMonthOfYear(year), number - 1);
    }

    /** The last day of the fiscal year that the day belongs to. */
    public LocalDate yearEnd(LocalDate day) {
        return periodOf(PeriodLength.YEAR, day).lastDay();
    }

    private FiscalPeriod quarter(YearMonth first, int index) {
        return new FiscalPeriod(
                name(first) + " Q" + (index + 1),
                months(first.plusMonths((long) index * MONTHS_OF_QUARTER), MONTHS_OF_QUARTER));
    }

    private YearMonth firstMonthOf(YearMonth month) {
        return month.minusMonths(Math.floorMod(month.getMonthValue() - firstMonth.getValue(), MONTHS));
    }

    private YearMonth firstMonthOfYear(int name) {
        Require.that(name >= 1 && name <= 9999, "date.year", "year", "must lie in the years 1 to 9999", name);
        YearMonth first = YearMonth.of(name, firstMonth);
        return name(first).equals(text(name)) ? first : first.minusYears(1);
    }

    private String name(YearMonth first) {
        return text(
                switch (named) {
                    case FIRST_DAY -> first.getYear();
                    case LAST_DAY -> first.plusMonths(MONTHS - 1L).getYear();
                });
    }

    private static String text(int year) {
        return String.format(Locale.ROOT, "FY%04d", year);
    }

    private static int monthsBetween(YearMonth first, YearMonth month) {
        return Math.floorMod(month.getMonthValue() - first.getMonthValue(), MONTHS);
    }

    private static ServicePeriod months(YearMonth first, int months) {
        return new ServicePeriod(first.atDay(1), first.plusMonths(months).atDay(1));
    }
}

package io.quittance.ar.interest;

import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Year;

/**
 * How the days of interest are counted, and how many a year has. Days that meet add up in every basis, so a claim may be cut at any
 * day. Which days bear interest is said by {@link OverdueBalance}: from the day after the due date to the day of payment, both included.
 */
public enum DayBasis {
    /** Days of the calendar, of 365 in every year: the whole of 2024 is 366/365. */
    ACTUAL_365(DayCount.CIVIL_DAYS, 365),
    /** Days of the calendar, of 360: the whole of 2025 is 365/360. */
    ACTUAL_360(DayCount.CIVIL_DAYS, 360),
    /** Days of the calendar, of 366 for those in a leap year and of 365 for the others (ISDA 2006, 4.16 b): every whole year is 1. */
    ACTUAL_ACTUAL(DayCount.CIVIL_DAYS, 365),
    /**
     * Every month has 30 days, of 360: 1 January to 30 July, both included, are 210, and so they are to 31 July. The last day of February
     * stands for what the month lacks, the 31st adds nothing. Differs from 30E/360, which moves dates, where a period ends within February.
     */
    THIRTY_360(DayCount.THIRTY_DAY_MONTHS, 360);

    private final DayCount count;
    private final int yearDays;

    DayBasis(DayCount count, int yearDays) {
        this.count = count;
        this.yearDays = yearDays;
    }

    /** How many days of interest these are, 0 or more. */
    public long days(ServicePeriod period) {
        return count.days(period);
    }

    /** How many days the year of that number has; 366 only by {@link #ACTUAL_ACTUAL}, in leap years. */
    public int yearDays(int year) {
        return this == ACTUAL_ACTUAL && Year.isLeap(year) ? yearDays + 1 : yearDays;
    }
}

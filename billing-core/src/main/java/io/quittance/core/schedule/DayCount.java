package io.quittance.core.schedule;

import static java.time.temporal.ChronoUnit.MONTHS;

import io.quittance.core.money.Fraction;
import java.time.LocalDate;
import java.time.YearMonth;

/** Ways to count the days of a service; each is the {@link Proration} by the days that it counts. */
public enum DayCount implements Proration {
    /** Days of the calendar, a day on which clocks change counts as one: 15 to 31 January are 17. */
    CIVIL_DAYS {
        @Override
        public long days(ServicePeriod service) {
            return service.days();
        }
    },
    /**
     * Every month has 30 days: 23 February to 14 March are 22, whether the year is a leap year or not, and a month is never
     * more or less than another. Within one month days are those of the calendar.
     *
     * <p>A period of whole months, from a day to that day or from or to the last day of a shorter month, has 30 days for each
     * of them: of 31 January to 28 February, the first two weeks to 14 February are 13/30, and the whole is 1. Other periods
     * have the days that are counted.
     */
    THIRTY_DAY_MONTHS {
        @Override
        public long days(ServicePeriod service) {
            long months = DAYS_OF_MONTH
                    * (12L * (service.end().getYear() - service.start().getYear())
                            + service.end().getMonthValue()
                            - service.start().getMonthValue());
            return months + service.end().getDayOfMonth() - service.start().getDayOfMonth();
        }

        @Override
        public long daysOf(ServicePeriod period) {
            LocalDate start = period.start();
            LocalDate end = period.end();
            long months = MONTHS.between(YearMonth.from(start), YearMonth.from(end));
            int later = end.getDayOfMonth() - start.getDayOfMonth();
            boolean clamped = later < 0 ? isLastOfMonth(end) : isLastOfMonth(start);
            // from a day to that day, the days that are counted are 30 for each month anyway
            return clamped ? months * DAYS_OF_MONTH : days(period);
        }
    };

    private static final long DAYS_OF_MONTH = 30;

    /** How many days these are; days that meet add up. */
    public abstract long days(ServicePeriod service);

    /**
     * How many days the price of the whole period is for: the days that are counted in it, but 30 for each whole month where
     * months have 30 days, also from 31 January to 28 February.
     */
    public long daysOf(ServicePeriod period) {
        return days(period);
    }

    private static boolean isLastOfMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }

    /** Served days by the days of the period, at most 1: a month of 30 days that has 31 is served in full on the 30th. */
    @Override
    public Fraction part(ServicePeriod service, ServicePeriod period) {
        if (service.equals(period)) {
            return Fraction.ONE; // also the 31st alone, which has no length where months have 30 days
        }
        return Fraction.of(days(service), daysOf(period)).max(Fraction.ZERO).min(Fraction.ONE);
    }
}

package io.quittance.core.schedule;

import io.quittance.core.money.Fraction;

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
    };

    private static final long DAYS_OF_MONTH = 30;

    /** How many days these are; days that meet add up. */
    public abstract long days(ServicePeriod service);

    /** Served days by the days of the period, at most 1: a month of 30 days that has 31 is served in full on the 30th. */
    @Override
    public Fraction part(ServicePeriod service, ServicePeriod period) {
        if (service.equals(period)) {
            return Fraction.ONE; // also the 31st alone, which has no length where months have 30 days
        }
        return Fraction.of(days(service), days(period)).max(Fraction.ZERO).min(Fraction.ONE);
    }
}

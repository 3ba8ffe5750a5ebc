package io.quittance.core.bulk;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ScheduledPeriod;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;

/** The periods of a schedule that begin within a range of days, found by day without a search. */
final class PeriodTable {
    /** How many periods a table may have. */
    static final int MAX_PERIODS = 100_000;

    private static final int FRACTION_BITS = 32;

    private final ScheduledPeriod[] periods;
    /** In 2^-32, rounded down: a guess needs no division, and is never too high to be an index. */
    private final long periodsPerDay;
    /** Epoch days on which the periods begin, and at last the one on which the last period ends; empty without periods. */
    private final long[] boundaries;
    /** The day on which the first period begins; that of the range where there is none. */
    private final LocalDate start;
    /** The day on which the last period ends; {@link #start} where there is none. */
    private final LocalDate end;

    private PeriodTable(ScheduledPeriod[] periods, long[] boundaries, LocalDate start, LocalDate end) {
        this.periods = periods;
        this.boundaries = boundaries;
        periodsPerDay = periods.length == 0
                ? 0
                : ((long) periods.length << FRACTION_BITS) / (boundaries[periods.length] - boundaries[0]);
        this.start = start;
        this.end = end;
    }

    static PeriodTable of(Schedule schedule, ServicePeriod range) {
        long number = schedule.numberOf(range.start());
        long first = schedule.isBoundary(range.start()) ? number : number + 1;
        long count = schedule.numberOf(range.lastDay()) - first + 1;
        Require.that(
                count <= MAX_PERIODS, "bulk.periods", "range", "must make at most " + MAX_PERIODS + " periods", range);
        var periods = new ScheduledPeriod[(int) count];
        var boundaries = new long[count == 0 ? 0 : periods.length + 1];
        for (int i = 0; i < periods.length; i++) {
            ServicePeriod whole = schedule.period(first + i);
            periods[i] = new ScheduledPeriod(first + i, whole, whole);
            boundaries[i] = whole.start().toEpochDay();
            boundaries[i + 1] = whole.end().toEpochDay();
        }
        return count == 0
                ? new PeriodTable(periods, boundaries, range.start(), range.start())
                : new PeriodTable(
                        periods,
                        boundaries,
                        periods[0].whole().start(),
                        periods[periods.length - 1].whole().end());
    }

    int size() {
        return periods.length;
    }

    /** The whole period, served in full. */
    ScheduledPeriod period(int index) {
        return periods[index];
    }

    /** The epoch day on which it begins. */
    long start(int index) {
        return boundaries[index];
    }

    /** The epoch day after its last. */
    long end(int index) {
        return boundaries[index + 1];
    }

    /** Whether any day of the service lies in a period; asked without counting days: a run of one month passes over most of what there is. */
    boolean meets(ServicePeriod service) {
        return periods.length > 0
                && service.start().isBefore(end)
                && service.end().isAfter(start);
    }

    /** The epoch day on which a service begins; a day before all periods where it begins no later than they do. */
    long startOf(ServicePeriod service) {
        return service.start().isAfter(start) ? service.start().toEpochDay() : Long.MIN_VALUE;
    }

    /** The epoch day on which a service ends; a day after all periods where it ends no earlier than they do. */
    long endOf(ServicePeriod service) {
        return service.end().isBefore(end) ? service.end().toEpochDay() : Long.MAX_VALUE;
    }

    /**
     * The first period that ends after the epoch day; the size where none does. Periods of a schedule are of nearly one
     * length, so the first guess is right or next to it.
     */
    @PerRow
    int firstEndingAfter(long day) {
        int size = periods.length;
        if (size == 0 || day < boundaries[0]) {
            return 0;
        }
        if (day >= boundaries[size]) {
            return size;
        }
        int index = (int) (((day - boundaries[0]) * periodsPerDay) >>> FRACTION_BITS);
        while (boundaries[index] > day) {
            index--;
        }
        while (boundaries[index + 1] <= day) {
            index++;
        }
        return index;
    }
}

package io.quittance.core.bulk;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ScheduledPeriod;
import io.quittance.core.schedule.ServicePeriod;

/** The periods of a schedule that begin within a range of days, found by day without a search. */
final class PeriodTable {
    /** How many periods a table may have. */
    static final int MAX_PERIODS = 100_000;

    private final ScheduledPeriod[] periods;
    /** Epoch days on which the periods begin, and at last the one on which the last period ends; empty without periods. */
    private final long[] boundaries;

    private PeriodTable(ScheduledPeriod[] periods, long[] boundaries) {
        this.periods = periods;
        this.boundaries = boundaries;
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
        return new PeriodTable(periods, boundaries);
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
        int index = (int) ((day - boundaries[0]) * size / (boundaries[size] - boundaries[0]));
        while (boundaries[index] > day) {
            index--;
        }
        while (boundaries[index + 1] <= day) {
            index++;
        }
        return index;
    }
}

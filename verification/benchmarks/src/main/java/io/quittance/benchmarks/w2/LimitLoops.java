package io.quittance.benchmarks.w2;

import static io.quittance.benchmarks.w2.Subscriptions.FIRST;

import io.quittance.benchmarks.Pair;
import java.time.LocalDate;

/** The limit: what a programmer writes by hand for these very columns and this very year. */
final class LimitLoops {
    /** The first day of each month, and of the next year. */
    private static final long[] MONTH_STARTS = new long[13];
    /** By day of the year, from 0. */
    static final int[] MONTH_OF_DAY = new int[365];

    static {
        for (int month = 0; month <= 12; month++) {
            MONTH_STARTS[month] = LocalDate.of(2026, 1, 1).plusMonths(month).toEpochDay();
        }
        for (int day = 0; day < 365; day++) {
            MONTH_OF_DAY[day] = LocalDate.ofEpochDay(FIRST + day).getMonthValue() - 1;
        }
    }

    private LimitLoops() {}

    static long lines(Subscriptions in) {
        return lines(in, 0, in.rows);
    }

    static long linesByTwo(Subscriptions in, Pair pair) {
        int half = in.rows / 2;
        var sums = new long[2];
        pair.run(() -> sums[0] = lines(in, 0, half), () -> sums[1] = lines(in, half, in.rows));
        return sums[0] + sums[1];
    }

    private static long lines(Subscriptions in, int fromRow, int toRow) {
        var checksum = new Checksum();
        for (int row = fromRow; row < toRow; row++) {
            long start = in.start[row];
            long end = in.end[row];
            long price = in.cents[row];
            for (int m = MONTH_OF_DAY[(int) (start - FIRST)]; m < 12 && MONTH_STARTS[m] < end; m++) {
                long from = Math.max(start, MONTH_STARTS[m]);
                long to = Math.min(end, MONTH_STARTS[m + 1]);
                long days = to - from;
                long length = MONTH_STARTS[m + 1] - MONTH_STARTS[m];
                long cents = days == length ? price : (2 * price * days + length) / (2 * length);
                checksum.line(in.subscription[row], from, to, cents);
            }
        }
        return checksum.value();
    }
}

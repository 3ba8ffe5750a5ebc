package io.quittance.benchmarks.w5;

import java.time.YearMonth;

/** The months of W5b, and the checksum of the days sales outstanding at their ends. */
public final class MonthEnds {
    /** The first month. */
    public static final YearMonth FIRST = YearMonth.of(2023, 11);

    /** The last month. */
    public static final YearMonth LAST = YearMonth.of(2026, 10);

    /** How many months there are. */
    public static final int MONTHS = 36;

    private MonthEnds() {}

    /** How many days a month has, the first being 0. */
    public static int days(int month) {
        return FIRST.plusMonths(month).lengthOfMonth();
    }

    /** Of what was sold in each month, in cents, and of what was settled in it: simple and countback, each rounded half up to hundredths of a day. */
    public static long checksum(long[] sold, long[] settled) {
        long sum = 17;
        long open = 0;
        for (int month = 0; month < MONTHS; month++) {
            open += sold[month] - settled[month];
            sum = next(sum, hundredths(open * days(month), sold[month]), countback(open, sold, month));
        }
        return sum;
    }

    static long next(long sum, long simple, long countback) {
        return (31 * sum + simple) * 31 + countback;
    }

    private static long countback(long open, long[] sold, int month) {
        long whole = 0;
        for (int at = month; at >= 0; at--) {
            if (open < sold[at]) {
                return whole * 100 + hundredths(open * days(at), sold[at]);
            }
            open -= sold[at];
            whole += days(at);
        }
        return whole * 100;
    }

    private static long hundredths(long above, long below) {
        return (200 * above + below) / (2 * below);
    }
}

package io.quittance.benchmarks.w5;

import io.quittance.benchmarks.Pair;

/** The limit of W5b: what a programmer writes by hand for these very columns. */
final class SalesLoops {
    private static final int FIRST_DAY = (int) MonthEnds.FIRST.atDay(1).toEpochDay();
    private static final byte[] MONTH_OF = monthOf();

    private SalesLoops() {}

    private static byte[] monthOf() {
        var months = new byte[(int) MonthEnds.LAST.atEndOfMonth().toEpochDay() - FIRST_DAY + 1];
        int day = 0;
        for (int month = 0; month < MonthEnds.MONTHS; month++) {
            for (int end = day + MonthEnds.days(month); day < end; day++) {
                months[day] = (byte) month;
            }
        }
        return months;
    }

    static long dso(Items in) {
        var sold = new long[MonthEnds.MONTHS];
        var settled = new long[MonthEnds.MONTHS];
        add(in, 0, in.cents.length, sold, settled);
        return MonthEnds.checksum(sold, settled);
    }

    static long dsoByTwo(Items in, Pair pair) {
        int half = in.cents.length / 2;
        var sold = new long[2][MonthEnds.MONTHS];
        var settled = new long[2][MonthEnds.MONTHS];
        pair.run(
                () -> add(in, 0, half, sold[0], settled[0]), () -> add(in, half, in.cents.length, sold[1], settled[1]));
        for (int month = 0; month < MonthEnds.MONTHS; month++) {
            sold[0][month] += sold[1][month];
            settled[0][month] += settled[1][month];
        }
        return MonthEnds.checksum(sold[0], settled[0]);
    }

    private static void add(Items in, int from, int to, long[] sold, long[] settled) {
        for (int item = from; item < to; item++) {
            long cents = in.cents[item];
            sold[MONTH_OF[in.invoiceDays[item] - FIRST_DAY]] += cents;
            int paid = in.paidOn[item];
            if (paid <= Items.DAY) {
                settled[MONTH_OF[paid - FIRST_DAY]] += cents;
            }
        }
    }
}

package io.quittance.examples.monthend;

import java.time.YearMonth;

/**
 * The months that the job works with. A date outside of them is an error of typing, and is rejected rather than allowed to
 * stretch the report over centuries.
 */
final class Span {
    static final String YEARS = "1900 to 2199";

    private static final YearMonth FIRST = YearMonth.of(1900, 1);
    private static final YearMonth LAST = YearMonth.of(2199, 12);

    private Span() {}

    static boolean contains(YearMonth month) {
        return !month.isBefore(FIRST) && !month.isAfter(LAST);
    }
}

package io.quittance.core.bulk;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.LongMath;
import io.quittance.core.internal.Require;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes the lines of a batch of services: counts them first, so that the columns are as long as they must be. */
final class SpanPricing {
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    /** What another proration than that by days of the calendar makes of a price, whole periods too. */
    interface Part {
        long amount(long price, int period, long start, long end);
    }

    private final PeriodTable table;
    private final int scale;
    private final RoundingMode mode;
    private final long[] starts;
    private final long[] ends;
    private final long[] prices;
    private final SpanBatch spans;
    private final @Nullable Part part;
    /** One unit of the lines in units of the prices. */
    private final long unit;

    /** @param part null for days of the calendar */
    SpanPricing(PeriodTable table, int scale, RoundingMode mode, SpanBatch spans, @Nullable Part part) {
        this.table = table;
        this.scale = scale;
        this.mode = mode;
        this.spans = spans;
        this.part = part;
        starts = spans.starts();
        ends = spans.ends();
        prices = spans.prices();
        unit = LongMath.powerOfTen(spans.priceScale() - scale);
    }

    LineColumns lines() {
        long count = count();
        Require.that(
                count <= LineColumns.MAX_LINES,
                "bulk.lines",
                "spans",
                "must make at most " + LineColumns.MAX_LINES + " lines",
                count);
        var lines = new LineColumns((int) count, scale);
        int row = spans.start();
        try {
            for (int line = 0; row < spans.end(); row++) {
                line = part == null ? fill(lines, line, row) : fill(lines, line, row, part);
            }
        } catch (InexactResultException e) {
            throw e.at("spans[" + row + "]");
        } catch (InvalidArgumentException e) {
            throw e.at("spans[" + row + "]");
        }
        return lines;
    }

    @PerRow
    private long count() {
        long count = 0;
        for (int row = spans.start(); row < spans.end(); row++) {
            long start = starts[row];
            long end = ends[row];
            if (start < FIRST_DAY || end > LAST_DAY || start >= end) {
                refuse(row);
            }
            int first = table.firstEndingAfter(start);
            if (first < table.size() && table.start(first) < end) {
                count += table.firstEndingAfter(end - 1) - first;
                count += end > table.end(table.size() - 1) ? 0 : 1;
            }
        }
        return count;
    }

    private void refuse(int row) {
        requireDay(starts[row], "starts[" + row + "]");
        requireDay(ends[row], "ends[" + row + "]");
        Require.that(
                starts[row] < ends[row],
                "period.order",
                "ends[" + row + "]",
                "must be after " + starts[row],
                ends[row]);
    }

    private static void requireDay(long day, String argument) {
        Require.that(
                day >= FIRST_DAY && day <= LAST_DAY, "date.year", argument, "must lie in the years 1 to 9999", day);
    }

    @PerRow
    private int fill(LineColumns lines, int from, int row) {
        long start = starts[row];
        long end = ends[row];
        long price = prices[row];
        long full = 0;
        boolean isFullKnown = false;
        int line = from;
        for (int i = table.firstEndingAfter(start); i < table.size() && table.start(i) < end; i++) {
            long begin = table.start(i);
            long finish = table.end(i);
            if (start <= begin && finish <= end) {
                if (!isFullKnown) {
                    full = LongMath.divide(price, unit, mode);
                    isFullKnown = true;
                }
                lines.set(line++, row, begin, finish, full);
            } else {
                long first = Math.max(start, begin);
                long last = Math.min(end, finish);
                lines.set(line++, row, first, last, prorated(price, last - first, finish - begin));
            }
        }
        return line;
    }

    private int fill(LineColumns lines, int from, int row, Part asked) {
        int line = from;
        for (int i = table.firstEndingAfter(starts[row]); i < table.size() && table.start(i) < ends[row]; i++) {
            long first = Math.max(starts[row], table.start(i));
            long last = Math.min(ends[row], table.end(i));
            lines.set(line++, row, first, last, asked.amount(prices[row], i, first, last));
        }
        return line;
    }

    @PerRow
    private long prorated(long price, long days, long whole) {
        if (LongMath.fitsProduct(price, days) && LongMath.fitsProduct(whole, unit)) {
            return LongMath.divide(price * days, whole * unit, mode);
        }
        return large(price, days, whole);
    }

    /** The product does not fit; a part of the price does. */
    private long large(long price, long days, long whole) {
        BigInteger dividend = BigInteger.valueOf(price).multiply(BigInteger.valueOf(days));
        BigInteger divisor = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(unit));
        return LongMath.divide(dividend, divisor, mode).longValueExact();
    }
}

package io.quittance.benchmarks.w2;

import static io.quittance.benchmarks.w2.Subscriptions.END_DAY;
import static io.quittance.benchmarks.w2.Subscriptions.FIRST_DAY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a user writes: decimals and dates, a loop over months. */
final class DecimalLoops {
    /** A price of a month and the days for which it holds. */
    record Phase(LocalDate start, LocalDate end, BigDecimal price) {}

    private record Line(LocalDate from, LocalDate to, BigDecimal amount) {}

    private DecimalLoops() {}

    static Phase[][] phases(Subscriptions in) {
        var phases = new Phase[in.count][];
        for (int i = 0, row = 0; i < in.count; i++) {
            int first = row;
            while (row < in.rows && in.subscription[row] == i) {
                row++;
            }
            phases[i] = new Phase[row - first];
            for (int k = first; k < row; k++) {
                phases[i][k - first] = new Phase(in.start(k), in.end(k), in.price(k));
            }
        }
        return phases;
    }

    static long lines(Phase[][] subscriptions) {
        var checksum = new Checksum();
        for (int i = 0; i < subscriptions.length; i++) {
            for (Line line : lines(subscriptions[i])) {
                checksum.line(
                        i,
                        line.from().toEpochDay(),
                        line.to().toEpochDay(),
                        line.amount().movePointRight(2).longValueExact());
            }
        }
        return checksum.value();
    }

    private static List<Line> lines(Phase[] phases) {
        var lines = new ArrayList<Line>();
        for (Phase phase : phases) {
            LocalDate month = later(phase.start().withDayOfMonth(1), FIRST_DAY);
            LocalDate end = earlier(phase.end(), END_DAY);
            while (month.isBefore(end)) {
                LocalDate next = month.plusMonths(1);
                LocalDate from = later(phase.start(), month);
                LocalDate to = earlier(end, next);
                lines.add(new Line(from, to, amount(phase.price(), from, to, month.lengthOfMonth())));
                month = next;
            }
        }
        return lines;
    }

    private static BigDecimal amount(BigDecimal price, LocalDate from, LocalDate to, int length) {
        long days = ChronoUnit.DAYS.between(from, to);
        return days == length
                ? price
                : price.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(length), 2, RoundingMode.HALF_UP);
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

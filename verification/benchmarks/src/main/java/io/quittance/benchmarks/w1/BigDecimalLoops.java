package io.quittance.benchmarks.w1;

import static io.quittance.benchmarks.w1.Prices.DECIMAL_BOUNDS;
import static io.quittance.benchmarks.w1.Prices.DECIMAL_PRICES;
import static io.quittance.benchmarks.w1.Usage.END;
import static io.quittance.benchmarks.w1.Usage.METERS;
import static io.quittance.benchmarks.w1.Usage.START;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What careful users write: BigDecimal, a map of lines, and streams. */
final class BigDecimalLoops {
    private BigDecimalLoops() {}

    /** What was used on a line so far and what it cost, where every event is rated. */
    private static final class Line {
        private BigDecimal used = BigDecimal.ZERO;
        private BigDecimal exact = BigDecimal.ZERO;
    }

    static boolean isInPeriod(UsageEvent event) {
        return !event.timestamp().isBefore(START) && event.timestamp().isBefore(END);
    }

    static long map(UsageEvent[] events, int customers) {
        return priced(sums(events), customers);
    }

    static Map<LineKey, BigDecimal> sums(UsageEvent[] events) {
        var sums = new HashMap<LineKey, BigDecimal>();
        for (UsageEvent event : events) {
            if (isInPeriod(event)) {
                sums.merge(new LineKey(event.customerId(), event.meterId()), event.quantity(), BigDecimal::add);
            }
        }
        return sums;
    }

    static long streams(UsageEvent[] events, int customers) {
        return priced(summed(Arrays.stream(events)), customers);
    }

    static long parallelStreams(UsageEvent[] events, int customers) {
        return priced(summed(Arrays.stream(events).parallel()), customers);
    }

    private static Map<LineKey, BigDecimal> summed(Stream<UsageEvent> events) {
        return events.filter(BigDecimalLoops::isInPeriod)
                .collect(Collectors.groupingBy(
                        event -> new LineKey(event.customerId(), event.meterId()),
                        Collectors.reducing(BigDecimal.ZERO, UsageEvent::quantity, BigDecimal::add)));
    }

    private static long priced(Map<LineKey, BigDecimal> sums, int customers) {
        var checksum = new Checksum();
        for (int customer = 0; customer < customers; customer++) {
            BigDecimal invoice = BigDecimal.ZERO;
            for (int meter = 0; meter < METERS; meter++) {
                BigDecimal sum = sums.getOrDefault(new LineKey(Usage.idOf(customer), meter), BigDecimal.ZERO);
                BigDecimal line = amount(meter, BigDecimal.ZERO, sum).setScale(2, RoundingMode.HALF_UP);
                checksum.line(cents(line));
                invoice = invoice.add(line);
            }
            checksum.endOfCustomer(cents(invoice));
        }
        return checksum.value();
    }

    private static long cents(BigDecimal line) {
        return line.movePointRight(2).longValueExact();
    }

    /** What the units from one quantity to another cost. */
    static BigDecimal amount(int meter, BigDecimal from, BigDecimal to) {
        BigDecimal[] prices = DECIMAL_PRICES[meter];
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal at = from;
        int tier = 0;
        while (at.compareTo(DECIMAL_BOUNDS[tier]) >= 0) {
            tier++;
        }
        while (at.compareTo(to) < 0) {
            BigDecimal upTo = to.min(DECIMAL_BOUNDS[tier]);
            amount = amount.add(upTo.subtract(at).multiply(prices[tier]));
            at = upTo;
            tier++;
        }
        return amount;
    }

    static long byEvent(UsageEvent[] events, int customers) {
        var lines = new HashMap<LineKey, Line>();
        for (UsageEvent event : events) {
            if (isInPeriod(event)) {
                Line line = lines.computeIfAbsent(new LineKey(event.customerId(), event.meterId()), key -> new Line());
                BigDecimal used = line.used.add(event.quantity());
                line.exact = line.exact.add(amount(event.meterId(), line.used, used));
                line.used = used;
            }
        }
        var none = new Line();
        var checksum = new Checksum();
        for (int customer = 0; customer < customers; customer++) {
            BigDecimal invoice = BigDecimal.ZERO;
            for (int meter = 0; meter < METERS; meter++) {
                Line line = lines.getOrDefault(new LineKey(Usage.idOf(customer), meter), none);
                BigDecimal rounded = line.exact.setScale(2, RoundingMode.HALF_UP);
                checksum.line(cents(rounded));
                invoice = invoice.add(rounded);
            }
            checksum.endOfCustomer(cents(invoice));
        }
        return checksum.value();
    }
}

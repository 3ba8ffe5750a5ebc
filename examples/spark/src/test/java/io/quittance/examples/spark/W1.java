package io.quittance.examples.spark;

import io.quittance.core.bulk.UsageBatch;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * The workload W1 of docs/performance.md: event i of n, of one of n/1000 customers on one of ten meters, one in fifty outside October
 * 2026. It is drawn from the middle as well as from the beginning, so that every task makes its own part.
 *
 * @param skewed whether three events in ten belong to the first customer instead
 */
record W1(long events, boolean skewed) implements Serializable {
    static final int METERS = 10;
    static final ServicePeriod OCTOBER = ServicePeriod.of("2026-10-01", "2026-11-01");
    static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    static final String PRICES = "w1";

    private static final long FIRST_CUSTOMER = 100_000;
    private static final long MONTH = END.toEpochMilli() - START.toEpochMilli();
    private static final int[] PERCENT = {100, 85, 70, 55};
    private static final String[] BOUNDS = {"1000", "2500", "5000"};

    static W1 of(long events) {
        return new W1(events, false);
    }

    W1 skew() {
        return new W1(events, true);
    }

    int customers() {
        return (int) Math.max(1, events / 1000);
    }

    /** An event; the time in milliseconds since 1970, the quantity in thousandths. */
    record Event(int customer, int meter, long quantity, long time) {
        long customerNumber() {
            return FIRST_CUSTOMER + customer;
        }
    }

    Event event(long i) {
        var draws = new SplitMix64(20261101, 4 * i);
        int customer = (int) draws.below(customers());
        int meter = (int) draws.below(METERS);
        long quantity = 1 + draws.below(99_999);
        long late = draws.below(100);
        long time = START.toEpochMilli() + (long) ((double) i / events * MONTH);
        if (late == 0) {
            time -= MONTH;
        } else if (late == 1) {
            time += MONTH;
        }
        return new Event(skewed && i % 10 < 3 ? 0 : customer, meter, quantity, time);
    }

    /** The events as a table, in so many parts. */
    Dataset<Row> table(SparkSession spark, int parts) {
        JavaRDD<Row> rows = spark.range(0, events, 1, parts).javaRDD().map(i -> {
            Event event = event(i);
            return RowFactory.create(
                    event.customerNumber(),
                    "m" + event.meter(),
                    BigDecimal.valueOf(event.quantity(), PriceList.QUANTITY_SCALE),
                    Instant.ofEpochMilli(event.time()));
        });
        return spark.createDataFrame(rows, Screening.USAGE);
    }

    /** The events of the month as columns, for the run in one process. */
    UsageBatch columns() {
        int n = Math.toIntExact(events);
        var customers = new int[n];
        var meters = new int[n];
        var quantities = new long[n];
        var times = new long[n];
        int rows = 0;
        for (int i = 0; i < n; i++) {
            Event event = event(i);
            if (event.time() >= START.toEpochMilli() && event.time() < END.toEpochMilli()) {
                customers[rows] = event.customer();
                meters[rows] = event.meter();
                quantities[rows] = event.quantity();
                times[rows] = event.time();
                rows++;
            }
        }
        return UsageBatch.ofOrdinals(customers, meters, quantities, PriceList.QUANTITY_SCALE, times)
                .rows(0, rows);
    }

    /** The price of a unit in 1/10,000. */
    static long unitPrice(int meter, int tier) {
        return (500 + 79L * meter) * PERCENT[tier] / 100;
    }

    /** The terms, as a host has them. */
    static Map<String, String> json() {
        var charges = new ArrayList<String>();
        for (int meter = 0; meter < METERS; meter++) {
            var tiers = new ArrayList<String>();
            for (int tier = 0; tier < BOUNDS.length; tier++) {
                tiers.add("{\"upTo\": \"" + BOUNDS[tier] + "\", \"unitPrice\": \"" + decimal(meter, tier) + "\"}");
            }
            charges.add("{\"id\": \"m" + meter + "\", \"meter\": \"m" + meter
                    + "\", \"model\": {\"type\": \"graduated\", \"tiers\": " + tiers
                    + ", \"beyond\": {\"unitPrice\": \""
                    + decimal(meter, BOUNDS.length) + "\"}}}");
        }
        return Map.of(
                PRICES,
                "{\"schemaVersion\": 1, \"currency\": \"EUR\", \"zone\": \"UTC\", \"charges\": " + charges
                        + ", \"paymentTerms\": {\"netDays\": 30}}");
    }

    private static BigDecimal decimal(int meter, int tier) {
        return BigDecimal.valueOf(unitPrice(meter, tier), 4);
    }

    Agreements agreements(PriceLists prices) {
        PriceList list = prices.named(PRICES).orElseThrow();
        ServicePeriod term = ServicePeriod.of("2026-01-01", "2027-01-01");
        List<Agreement> all = IntStream.range(0, customers())
                .mapToObj(customer -> new Agreement(
                        "C-" + customer, FIRST_CUSTOMER + customer, "Customer " + customer, "DE", term, list))
                .toList();
        return Agreements.of(all, OCTOBER);
    }
}

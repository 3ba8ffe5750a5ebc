package io.quittance.benchmarks.w1;

import io.quittance.benchmarks.SplitMix64;
import java.math.BigDecimal;
import java.time.Instant;

/** The events of W1 in columns and, where wanted, as objects. */
public final class Usage {
    /** How many meters there are. */
    public static final int METERS = 10;
    /** The first instant of October 2026. */
    public static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    /** The first instant after it. */
    public static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

    static final long START_MILLIS = START.toEpochMilli();
    static final long END_MILLIS = END.toEpochMilli();
    private static final long MONTH = END_MILLIS - START_MILLIS;

    final int events;
    final int customers;
    final int[] customer;
    final int[] meter;
    final long[] quantity;
    final long[] time;
    /** The customers once more, as sparse 64-bit ids. */
    final long[] id;

    /** Draws so many events. */
    public Usage(int events) {
        this.events = events;
        customers = Math.max(1, events / 1000);
        customer = new int[events];
        meter = new int[events];
        quantity = new long[events];
        time = new long[events];
        id = new long[events];
        var random = new SplitMix64(20261101);
        for (int i = 0; i < events; i++) {
            customer[i] = (int) random.below(customers);
            meter[i] = (int) random.below(METERS);
            quantity[i] = 1 + random.below(99_999);
            long late = random.below(100);
            time[i] = START_MILLIS + (long) ((double) i / events * MONTH);
            if (late == 0) {
                time[i] -= MONTH;
            } else if (late == 1) {
                time[i] += MONTH;
            }
            id[i] = idOf(customer[i]);
        }
    }

    /** How many events there are. */
    public int events() {
        return events;
    }

    /** How many customers there are. */
    public int customers() {
        return customers;
    }

    /** The customer of an event, from 0. */
    public int customer(int event) {
        return customer[event];
    }

    /** The meter of an event, from 0. */
    public int meter(int event) {
        return meter[event];
    }

    /** Thousandths of a unit. */
    public long quantity(int event) {
        return quantity[event];
    }

    /** Milliseconds since 1970. */
    public long time(int event) {
        return time[event];
    }

    /** Ids far apart, in the order of the ordinals, so that all variants add up their lines in one order. */
    static long idOf(int customer) {
        return ((long) customer << 20) + (SplitMix64.mix(customer) >>> 44);
    }

    /** The same events as objects. */
    UsageEvent[] objects() {
        var objects = new UsageEvent[events];
        for (int i = 0; i < events; i++) {
            objects[i] =
                    new UsageEvent(id[i], meter[i], BigDecimal.valueOf(quantity[i], 3), Instant.ofEpochMilli(time[i]));
        }
        return objects;
    }
}

package io.quittance.benchmarks.w1;

import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Rounds;
import io.quittance.benchmarks.SplitMix64;
import io.quittance.benchmarks.TargetTable;
import io.quittance.benchmarks.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Usage rating: W1a aggregates and prices, W1b rates every event. */
public final class W1 {
    /** How many events W1a has. */
    public static final int FULL_SIZE = 10_000_000;

    /** The checksums that are known, by the number of events. */
    private static final Map<Integer, Long> KNOWN = Map.of(
            10_000_000, 0x429c02b1dcf56277L,
            2_000_000, 0xbab0507e191a0df5L,
            1_000_000, 0x47d6f8543181503dL);

    private static final String DUCKDB = "W1a duckdb: sql, 1 thread";
    private static final String KILLBILL_SPLIT = "W1a/10 killbill: records split by meter";
    private static final String KILLBILL_LIST = "W1a/10 killbill: whole list for each meter";
    private static final String WITHOUT_PEERS = "built without -Pbaselines";

    private final Rounds rounds;

    private W1(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Measures with so many events in W1a, a tenth of them again, and a fifth of them in W1b; adds a row for each target. */
    public static void run(int events, int rounds, TargetTable table) {
        var measured = new Rounds();
        try (var pair = new Pair()) {
            add(measured, "W1a", new Usage(events), pair, aggregated(), events);
            add(measured, "W1a/10", new Usage(events / 10), pair, aggregated(), events);
            add(measured, "W1b", new Usage(events / 5), pair, byEvent(), events);
            measured.run(rounds);
        }
        measured.print();
        new W1(measured).targets(table);
    }

    /** Makes the variants of one size. */
    interface Variants {
        List<Variant> of(Usage usage, UsageEvent[] objects, Pair pair);
    }

    private static void add(Rounds rounds, String group, Usage usage, Pair pair, Variants variants, int fullSize) {
        long checksum = LimitLoops.aggregated(usage);
        Long known = KNOWN.get(usage.events);
        if (known != null && known != checksum) {
            throw new IllegalStateException(
                    String.format("%s has the checksum %016x instead of %016x", group, checksum, known));
        }
        var all = new ArrayList<>(variants.of(usage, usage.objects(), pair));
        if (!group.equals("W1b")) {
            for (Peers peers : ServiceLoader.load(Peers.class)) {
                if (peers.events(fullSize) == usage.events) {
                    all.addAll(peers.variants(usage));
                }
            }
        }
        rounds.add(group, checksum, all);
    }

    /** W1a. */
    static Variants aggregated() {
        return (usage, objects, pair) -> {
            int n = usage.events;
            int customers = usage.customers;
            var keys = new long[n];
            for (int i = 0; i < n; i++) {
                keys[i] = SplitMix64.mix(i);
            }
            return List.of(
                    Variant.of("limit", n, () -> LimitLoops.aggregated(usage)),
                    Variant.of("limit, 2 threads", n, () -> LimitLoops.aggregatedByTwo(usage, pair)),
                    Variant.reading("read columns only", n, () -> LimitLoops.readColumns(usage)),
                    Variant.reading("read objects only", n, () -> LimitLoops.readObjects(objects)),
                    Variant.of("columns, ordinals", n, () -> BulkDoor.byOrdinal(usage)),
                    Variant.of("columns, ordinals, 2 threads", n, () -> BulkDoor.byOrdinalByTwo(usage, pair)),
                    Variant.of("columns, sparse ids", n, () -> BulkDoor.byId(usage)),
                    Variant.of("columns, sparse ids, 2 threads", n, () -> BulkDoor.byIdByTwo(usage, pair)),
                    Variant.of("columns, explanations on", n, () -> BulkDoor.explained(usage)),
                    Variant.of("columns, de-duplicated first", n, () -> BulkDoor.deduplicated(usage, keys)),
                    Variant.of("event objects", n, () -> BulkDoor.byObject(objects)),
                    Variant.of("BigDecimal and HashMap", n, () -> BigDecimalLoops.map(objects, customers)),
                    Variant.of("BigDecimal and streams", n, () -> BigDecimalLoops.streams(objects, customers)),
                    Variant.of(
                            "BigDecimal and parallel streams",
                            n,
                            () -> BigDecimalLoops.parallelStreams(objects, customers)),
                    Variant.of("Moneta Money and HashMap", n, () -> MoneyLoops.monetaPrices(objects, customers)));
        };
    }

    /** W1b. */
    static Variants byEvent() {
        return (usage, objects, pair) -> {
            int n = usage.events;
            int customers = usage.customers;
            return List.of(
                    Variant.of("limit", n, () -> LimitLoops.byEvent(usage)),
                    Variant.of("limit, all arithmetic checked", n, () -> LimitLoops.byEventChecked(usage)),
                    Variant.of("columns, ordinals", n, () -> BulkDoor.eventsByOrdinal(usage)),
                    Variant.of("columns, sparse ids", n, () -> BulkDoor.eventsById(usage)),
                    Variant.of("columns, explanations on", n, () -> BulkDoor.eventsExplained(usage)),
                    Variant.of("BigDecimal and HashMap", n, () -> BigDecimalLoops.byEvent(objects, customers)),
                    Variant.of("Joda BigMoney and HashMap", n, () -> MoneyLoops.jodaByEvent(objects, customers)),
                    Variant.of("Moneta Money and HashMap", n, () -> MoneyLoops.monetaByEvent(objects, customers)));
        };
    }

    private void targets(TargetTable table) {
        atMost(table, "W1a", "columns, ordinals", "limit", 1.5);
        atLeast(table, "W1a", "columns, ordinals", "BigDecimal and HashMap", 25);
        duckdb(table, "columns, ordinals", 7);
        bytes(table, "W1a", "columns, ordinals");
        atMost(table, "W1a", "columns, sparse ids", "limit", 4);
        atLeast(table, "W1a", "columns, sparse ids", "BigDecimal and HashMap", 10);
        duckdb(table, "columns, sparse ids", 3);
        bytes(table, "W1a", "columns, sparse ids");
        atMost(table, "W1a", "event objects", "limit", 7);
        atMost(table, "W1a", "event objects", "read objects only", 2.5);
        atLeast(table, "W1a", "event objects", "BigDecimal and HashMap", 5);
        killbill(table, KILLBILL_SPLIT, 25);
        killbill(table, KILLBILL_LIST, 200);
        bytes(table, "W1a", "event objects");
        atMost(table, "W1b", "columns, ordinals", "limit", 1.6);
        atLeast(table, "W1b", "columns, ordinals", "BigDecimal and HashMap", 20);
        atLeast(table, "W1b", "columns, ordinals", "Moneta Money and HashMap", 100);
        bytes(table, "W1b", "columns, ordinals");
        twoThreads(table, "columns, ordinals");
        twoThreads(table, "columns, sparse ids");
        tenfold(table, "columns, ordinals", 1.3);
        tenfold(table, "columns, sparse ids", 1.3);
        tenfold(table, "event objects", 1.7);
        shown(table, "W1a", "columns, explanations on");
        shown(table, "W1a", "columns, de-duplicated first");
        shown(table, "W1b", "columns, explanations on");
        shown(table, "W1b", "columns, sparse ids");
        table.shown(
                "W1a",
                "BigDecimal and HashMap",
                "x wall per event at 10 times the size",
                rounds.wallRatio("W1a BigDecimal and HashMap", "W1a/10 BigDecimal and HashMap"));
    }

    private void atMost(TargetTable table, String group, String variant, String baseline, double target) {
        double value = rounds.wallRatio(group + " " + variant, group + " " + baseline);
        table.atMost(group, variant, "x wall of " + baseline, value, target);
    }

    private void atLeast(TargetTable table, String group, String variant, String baseline, double target) {
        double value = rounds.wallRatio(group + " " + baseline, group + " " + variant);
        table.atLeast(group, variant, "times as fast as " + baseline, value, target);
    }

    private void bytes(TargetTable table, String group, String variant) {
        table.atMost(group, variant, "bytes per event", rounds.bytes(group + " " + variant), 2);
    }

    private void duckdb(TargetTable table, String variant, double target) {
        String metric = "times as fast as DuckDB (1 thread, warm table)";
        if (rounds.has(DUCKDB)) {
            table.atLeast("W1a", variant, metric, rounds.wallRatio(DUCKDB, "W1a " + variant), target);
        } else {
            table.notMeasured("W1a", variant, metric, ">= " + (int) target, WITHOUT_PEERS);
        }
    }

    private void killbill(TargetTable table, String peer, double target) {
        String metric = "times as fast as " + peer.substring("W1a/10 ".length());
        if (rounds.has(peer)) {
            double value = rounds.wallRatio(peer, "W1a/10 event objects");
            table.atLeast("W1a/10", "event objects", metric, value, target);
        } else {
            table.notMeasured("W1a/10", "event objects", metric, ">= " + (int) target, WITHOUT_PEERS);
        }
    }

    private void twoThreads(TargetTable table, String variant) {
        String one = "W1a " + variant;
        String two = one + ", 2 threads";
        table.atLeast("W1a", variant + ", 2 threads", "times as fast as 1 thread", rounds.wallRatio(one, two), 1.6);
        table.atMost("W1a", variant + ", 2 threads", "x cpu of 1 thread", rounds.cpuRatio(two, one), 1.15);
    }

    private void tenfold(TargetTable table, String variant, double target) {
        double value = rounds.wallRatio("W1a " + variant, "W1a/10 " + variant);
        table.atMost("W1a", variant, "x wall per event at 10 times the size", value, target);
    }

    private void shown(TargetTable table, String group, String variant) {
        double value = rounds.wallRatio(group + " " + variant, group + " limit");
        table.shown(group, variant, "x wall of limit", value);
    }
}

package io.quittance.benchmarks.w5;

import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Rounds;
import io.quittance.benchmarks.TargetTable;
import io.quittance.benchmarks.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** W5a, aging: what is open on a day, by customer and bucket. */
public final class W5 {
    /** How many items there are, those that are paid among them. */
    public static final int FULL_SIZE = 10_000_000;

    /** The checksums that are known, by the number of items. */
    private static final Map<Integer, Long> KNOWN = Map.of(FULL_SIZE, 0xd9b8a747d0092cfcL);

    private static final String GROUP = "W5a";
    private static final String TENTH = "W5a/10";
    private static final String DUCKDB = GROUP + " duckdb: sql, 1 thread";
    private static final String LIMIT = "limit";
    private static final String LIMIT_BY_TWO = "limit, 2 threads";
    private static final String READING = "read the item objects only";
    private static final String OBJECTS = "item objects";
    private static final String COLUMNS = "columns";
    private static final String IN_HALVES = "columns in halves, 1 thread";
    private static final String IN_HALVES_BY_TWO = "columns in halves, 2 threads";
    private static final String DECIMALS = "BigDecimal loop and map";
    private static final String STREAMS = "BigDecimal and streams";
    private static final String PARALLEL = "BigDecimal and parallel streams, 2 threads";

    private final Rounds rounds;

    private W5(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Measures with so many items, and a tenth of them; adds a row for each target. */
    public static void run(int items, int rounds, TargetTable table) {
        var measured = new Rounds();
        try (var pair = new Pair()) {
            var all = new Items(items);
            long checksum = LimitLoops.age(all);
            Long known = KNOWN.get(items);
            if (known != null && known != checksum) {
                throw new IllegalStateException(
                        String.format("W5a has the checksum %016x instead of %016x", checksum, known));
            }
            measured.add(GROUP, checksum, variants(all, pair));
            for (Peers peers : ServiceLoader.load(Peers.class)) {
                measured.add(GROUP, checksum, peers.variants(all));
            }
            var fewer = new Items(Math.max(100, items / 10));
            measured.add(TENTH, LimitLoops.age(fewer), variants(fewer, pair));
            measured.run(rounds);
        }
        measured.print();
        new W5(measured).targets(table);
    }

    static List<Variant> variants(Items in, Pair pair) {
        List<DecimalLoops.Item> decimals = DecimalLoops.items(in);
        BulkDoor.Objects objects = BulkDoor.objects(in, decimals);
        BulkDoor.Half[] halves = BulkDoor.halves(in);
        long n = in.items();
        return new ArrayList<>(List.of(
                Variant.of(LIMIT, n, () -> LimitLoops.age(in)),
                Variant.of(LIMIT_BY_TWO, n, () -> LimitLoops.ageByTwo(in, pair)),
                Variant.reading(READING, n, () -> BulkDoor.reading(objects)),
                Variant.of(OBJECTS, n, () -> BulkDoor.objects(objects)),
                Variant.of(COLUMNS, n, () -> BulkDoor.columns(in)),
                Variant.of(IN_HALVES, n, () -> BulkDoor.columnsByOne(in, halves)),
                Variant.of(IN_HALVES_BY_TWO, n, () -> BulkDoor.columnsByTwo(in, halves, pair)),
                Variant.of(DECIMALS, n, () -> DecimalLoops.loop(decimals, in.customers)),
                Variant.of(STREAMS, n, () -> DecimalLoops.streams(decimals.stream(), in.customers)),
                Variant.of(PARALLEL, n, () -> DecimalLoops.streams(decimals.parallelStream(), in.customers))));
    }

    private void targets(TargetTable table) {
        door(table, OBJECTS, 5, 2.5);
        door(table, COLUMNS, 1.5, 9);
        String metric = "times as fast as DuckDB (1 thread, warm table)";
        if (rounds.has(DUCKDB)) {
            table.atLeast(GROUP, COLUMNS, metric, rounds.wallRatio(DUCKDB, name(COLUMNS)), 5);
            table.shown(GROUP, OBJECTS, metric, rounds.wallRatio(DUCKDB, name(OBJECTS)));
        } else {
            table.notMeasured(GROUP, COLUMNS, metric, ">= 5", "built without -Pbaselines");
        }
        table.atLeast(
                GROUP,
                IN_HALVES_BY_TWO,
                "times as fast as 1 thread",
                rounds.wallRatio(name(IN_HALVES), name(IN_HALVES_BY_TWO)),
                1.6);
        table.atMost(
                GROUP,
                IN_HALVES_BY_TWO,
                "x cpu of 1 thread",
                rounds.cpuRatio(name(IN_HALVES_BY_TWO), name(IN_HALVES)),
                1.15);
        String growth = "x wall per item at 10 times the size";
        table.atMost(GROUP, OBJECTS, growth, tenfold(OBJECTS), 1.7);
        table.atMost(GROUP, COLUMNS, growth, tenfold(COLUMNS), 1.3);
        for (String variant : List.of(LIMIT, DECIMALS)) {
            table.shown(GROUP, variant, growth, tenfold(variant));
        }
        table.shown(GROUP, OBJECTS, "x wall of " + READING, rounds.wallRatio(name(OBJECTS), name(READING)));
        for (String variant : List.of(LIMIT_BY_TWO, DECIMALS, STREAMS, PARALLEL)) {
            table.shown(GROUP, variant, "x wall of " + LIMIT, rounds.wallRatio(name(variant), name(LIMIT)));
        }
    }

    private static String name(String variant) {
        return GROUP + " " + variant;
    }

    private double tenfold(String variant) {
        return rounds.wallRatio(name(variant), TENTH + " " + variant);
    }

    private void door(TargetTable table, String door, double ofLimit, double ofDecimals) {
        table.atMost(GROUP, door, "x wall of " + LIMIT, rounds.wallRatio(name(door), name(LIMIT)), ofLimit);
        table.atLeast(
                GROUP, door, "times as fast as " + DECIMALS, rounds.wallRatio(name(DECIMALS), name(door)), ofDecimals);
        table.atMost(GROUP, door, "bytes per item", rounds.bytes(name(door)), 1);
    }
}

package io.quittance.benchmarks.w4;

import io.quittance.ar.allocation.ColumnAllocation;
import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Rounds;
import io.quittance.benchmarks.TargetTable;
import io.quittance.benchmarks.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Allocation: payments pay the open items of their customers, oldest due first. */
public final class W4 {
    /** How many open items there are; a fifth of them are payments. */
    public static final int FULL_SIZE = 5_000_000;

    /** The checksums that are known, by the number of items. */
    private static final Map<Integer, Long> KNOWN = Map.of(FULL_SIZE, 0x6b7560c93080bec0L);

    private static final String GROUP = "W4";
    private static final String TENTH = "W4/10";
    private static final String DUCKDB = "W4 duckdb: sql, 1 thread";
    private static final String LIMIT = "limit, index kept";
    private static final String LIMIT_UNSORTED = "limit, from unsorted";
    private static final String OBJECTS = "objects, index kept";
    private static final String COLUMNS = "columns, index kept";
    private static final String COLUMNS_UNSORTED = "columns, from unsorted";
    private static final String IN_PARTS = "columns in two parts, 1 thread";
    private static final String IN_PARTS_BY_TWO = "columns in two parts, 2 threads";
    private static final String DECIMALS = "BigDecimal, from unsorted";
    private static final String MONETA = "Moneta Money, from unsorted";

    private final Rounds rounds;

    private W4(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Measures with so many items, and a tenth of them; adds a row for each target. */
    public static void run(int items, int rounds, TargetTable table) {
        var measured = new Rounds();
        try (var pair = new Pair()) {
            var accounts = new Accounts(items);
            long checksum = LimitLoops.fromUnsorted(accounts);
            Long known = KNOWN.get(items);
            if (known != null && known != checksum) {
                throw new IllegalStateException(
                        String.format("W4 has the checksum %016x instead of %016x", checksum, known));
            }
            measured.add(GROUP, checksum, variants(accounts, pair));
            for (Peers peers : ServiceLoader.load(Peers.class)) {
                measured.add(GROUP, checksum, peers.variants(accounts));
            }
            var fewer = new Accounts(Math.max(50, items / 10));
            long tenth = LimitLoops.fromUnsorted(fewer);
            measured.add(TENTH, tenth, variants(fewer, pair));
            measured.add(TENTH, tenth, moneta(fewer));
            measured.run(rounds);
        }
        measured.print();
        new W4(measured).targets(table);
    }

    static List<Variant> variants(Accounts in, Pair pair) {
        List<DecimalLoops.Item> items = DecimalLoops.items(in);
        List<DecimalLoops.Payment> payments = DecimalLoops.payments(in);
        BulkDoor.Objects objects = BulkDoor.objects(items, payments, in.customers);
        LimitLoops.Index index = LimitLoops.index(in);
        ColumnAllocation open = BulkDoor.open(in);
        BulkDoor.Part[] parts = BulkDoor.parts(in);
        long n = in.payments();
        return new ArrayList<>(List.of(
                Variant.of(LIMIT, n, () -> LimitLoops.settle(in, index)),
                Variant.of("limit, index kept, 2 threads", n, () -> LimitLoops.settleByTwo(in, index, pair)),
                Variant.of(LIMIT_UNSORTED, n, () -> LimitLoops.fromUnsorted(in)),
                Variant.of(COLUMNS, n, () -> BulkDoor.columns(in, open)),
                Variant.of(IN_PARTS, n, () -> BulkDoor.columnsByOne(parts)),
                Variant.of(IN_PARTS_BY_TWO, n, () -> BulkDoor.columnsByTwo(parts, pair)),
                Variant.of(COLUMNS_UNSORTED, n, () -> BulkDoor.fromUnsorted(in)),
                Variant.of(OBJECTS, n, () -> BulkDoor.objects(objects)),
                Variant.of(DECIMALS, n, () -> DecimalLoops.settle(items, payments))));
    }

    static List<Variant> moneta(Accounts in) {
        List<MoneyLoops.Item> items = MoneyLoops.items(DecimalLoops.items(in));
        List<MoneyLoops.Payment> payments = MoneyLoops.payments(DecimalLoops.payments(in));
        return List.of(Variant.of(MONETA, in.payments(), () -> MoneyLoops.settle(items, payments)));
    }

    private void targets(TargetTable table) {
        door(table, OBJECTS, LIMIT, 5, 7, 3, 350);
        door(table, COLUMNS, LIMIT, 1.5, 20, 10, 60);
        door(table, COLUMNS_UNSORTED, LIMIT_UNSORTED, 1.5, 10, 4, 150);
        table.atLeast(
                GROUP,
                IN_PARTS_BY_TWO,
                "times as fast as 1 thread",
                rounds.wallRatio(name(IN_PARTS), name(IN_PARTS_BY_TWO)),
                1.6);
        table.atMost(
                GROUP,
                IN_PARTS_BY_TWO,
                "x cpu of 1 thread",
                rounds.cpuRatio(name(IN_PARTS_BY_TWO), name(IN_PARTS)),
                1.15);
        String metric = "x wall per payment at 10 times the size";
        table.atMost(GROUP, OBJECTS, metric, tenfold(OBJECTS), 1.7);
        table.atMost(GROUP, COLUMNS, metric, tenfold(COLUMNS), 1.3);
        for (String variant : List.of(LIMIT, COLUMNS_UNSORTED, DECIMALS)) {
            table.shown(GROUP, variant, metric, tenfold(variant));
        }
        for (String variant : List.of("limit, index kept, 2 threads", LIMIT_UNSORTED, COLUMNS_UNSORTED, DECIMALS)) {
            table.shown(GROUP, variant, "x wall of " + LIMIT, rounds.wallRatio(name(variant), name(LIMIT)));
        }
        for (String variant : List.of(LIMIT, LIMIT_UNSORTED, DECIMALS)) {
            table.shown(GROUP, variant, "bytes per payment", rounds.bytes(name(variant)));
        }
        String moneta = TENTH + " " + MONETA;
        table.shown(TENTH, OBJECTS, "times as fast as " + MONETA, rounds.wallRatio(moneta, TENTH + " " + OBJECTS));
        table.shown(TENTH, MONETA, "x wall of " + LIMIT, rounds.wallRatio(moneta, TENTH + " " + LIMIT));
        table.shown(TENTH, MONETA, "bytes per payment", rounds.bytes(moneta));
    }

    private static String name(String variant) {
        return GROUP + " " + variant;
    }

    private double tenfold(String variant) {
        return rounds.wallRatio(name(variant), TENTH + " " + variant);
    }

    private void door(
            TargetTable table, String door, String limit, double ofLimit, int ofDecimals, int ofDuckDb, int bytes) {
        table.atMost(GROUP, door, "x wall of " + limit, rounds.wallRatio(name(door), name(limit)), ofLimit);
        double decimals = rounds.wallRatio(name(DECIMALS), name(door));
        table.atLeast(GROUP, door, "times as fast as " + DECIMALS, decimals, ofDecimals);
        String metric = "times as fast as DuckDB (1 thread, warm table)";
        if (rounds.has(DUCKDB)) {
            table.atLeast(GROUP, door, metric, rounds.wallRatio(DUCKDB, name(door)), ofDuckDb);
        } else {
            table.notMeasured(GROUP, door, metric, ">= " + ofDuckDb, "built without -Pbaselines");
        }
        table.atMost(GROUP, door, "bytes per payment", rounds.bytes(name(door)), bytes);
    }
}

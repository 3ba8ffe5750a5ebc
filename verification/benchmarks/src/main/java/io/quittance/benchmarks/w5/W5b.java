package io.quittance.benchmarks.w5;

import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Rounds;
import io.quittance.benchmarks.TargetTable;
import io.quittance.benchmarks.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** W5b, days sales outstanding: simple and countback at the ends of thirty-six months. */
public final class W5b {
    /** The checksums that are known, by the number of items. */
    private static final Map<Integer, Long> KNOWN = Map.of(W5.FULL_SIZE, 0x09a86932728b244cL);

    private static final String GROUP = "W5b";
    private static final String DUCKDB = GROUP + " duckdb: sql, 1 thread";
    private static final String LIMIT = "limit";
    private static final String LIMIT_BY_TWO = "limit, 2 threads";
    private static final String COLUMNS = "columns";
    private static final String ALL = "columns, all KPIs";
    private static final String IN_HALVES = "columns in halves, 1 thread";
    private static final String IN_HALVES_BY_TWO = "columns in halves, 2 threads";
    private static final String STREAMS = "BigDecimal and streams";

    private W5b() {}

    /** Measures with so many items; adds a row for each target. */
    public static void run(int items, int rounds, TargetTable table) {
        var measured = new Rounds();
        try (var pair = new Pair()) {
            var all = new Items(items);
            long checksum = SalesLoops.dso(all);
            Long known = KNOWN.get(items);
            if (known != null && known != checksum) {
                throw new IllegalStateException(
                        String.format("W5b has the checksum %016x instead of %016x", checksum, known));
            }
            measured.add(GROUP, checksum, variants(all, pair));
            for (Peers peers : ServiceLoader.load(Peers.class)) {
                measured.add(GROUP, checksum, peers.salesVariants(all));
            }
            measured.run(rounds);
        }
        measured.print();
        targets(measured, table);
    }

    static List<Variant> variants(Items in, Pair pair) {
        List<DecimalLoops.Item> decimals = DecimalLoops.items(in);
        SalesDoor.Half[] halves = SalesDoor.halves(in);
        long n = in.items();
        return new ArrayList<>(List.of(
                Variant.of(LIMIT, n, () -> SalesLoops.dso(in)),
                Variant.of(LIMIT_BY_TWO, n, () -> SalesLoops.dsoByTwo(in, pair)),
                Variant.of(COLUMNS, n, () -> SalesDoor.dso(in)),
                Variant.of(ALL, n, () -> SalesDoor.all(in)),
                Variant.of(IN_HALVES, n, () -> SalesDoor.dsoByOne(halves)),
                Variant.of(IN_HALVES_BY_TWO, n, () -> SalesDoor.dsoByTwo(halves, pair)),
                Variant.of(STREAMS, n, () -> SalesStreams.dso(decimals.stream(), decimals.stream()))));
    }

    private static void targets(Rounds rounds, TargetTable table) {
        table.atMost(GROUP, COLUMNS, "x wall of " + LIMIT, rounds.wallRatio(name(COLUMNS), name(LIMIT)), 1.3);
        table.atLeast(
                GROUP, COLUMNS, "times as fast as " + STREAMS, rounds.wallRatio(name(STREAMS), name(COLUMNS)), 20);
        String metric = "times as fast as DuckDB (1 thread, warm table)";
        if (rounds.has(DUCKDB)) {
            table.atLeast(GROUP, COLUMNS, metric, rounds.wallRatio(DUCKDB, name(COLUMNS)), 4);
            table.shown(GROUP, ALL, metric, rounds.wallRatio(DUCKDB, name(ALL)));
        } else {
            table.notMeasured(GROUP, COLUMNS, metric, ">= 4", "built without -Pbaselines");
        }
        table.atMost(GROUP, COLUMNS, "bytes per item", rounds.bytes(name(COLUMNS)), 0.1);
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
        for (String variant : List.of(ALL, LIMIT_BY_TWO)) {
            table.shown(GROUP, variant, "x wall of " + LIMIT, rounds.wallRatio(name(variant), name(LIMIT)));
        }
    }

    private static String name(String variant) {
        return GROUP + " " + variant;
    }
}

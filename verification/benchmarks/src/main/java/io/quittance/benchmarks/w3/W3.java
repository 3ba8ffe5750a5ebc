package io.quittance.benchmarks.w3;

import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Rounds;
import io.quittance.benchmarks.TargetTable;
import io.quittance.benchmarks.Variant;
import io.quittance.core.bulk.PricedLine;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Invoice totals: lines, allowances, taxes by rate, in the order of EN 16931. */
public final class W3 {
    /** How many invoices there are. */
    public static final int FULL_SIZE = 100_000;

    /** The checksums that are known, by the number of invoices. */
    private static final Map<Integer, Long> KNOWN = Map.of(FULL_SIZE, 0x4c38fc4f3d59af87L);

    private static final String GROUP = "W3";
    private static final String TENTH = "W3/10";
    private static final String MUSTANG = "W3 mustang: TransactionCalculator";

    private static final String OBJECTS = "objects";
    private static final String COLUMNS = "columns";
    private static final String READ_OBJECTS = "read objects only";
    private static final String DECIMALS = "BigDecimal";
    private static final String MONETA = "Moneta Money, rounded by hand";
    private static final String MONETA_LOOKED_UP = "Moneta Money, Monetary.getRounding";
    private static final String DOCUMENTS = "documents with reasons";

    private final Rounds rounds;

    private W3(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Measures with so many invoices, and a tenth of them; adds a row for each target. */
    public static void run(int count, int rounds, TargetTable table) {
        var measured = new Rounds();
        try (var pair = new Pair()) {
            var invoices = new Invoices(count);
            long checksum = LimitLoops.sums(invoices);
            Long known = KNOWN.get(count);
            if (known != null && known != checksum) {
                throw new IllegalStateException(
                        String.format("W3 has the checksum %016x instead of %016x", checksum, known));
            }
            List<List<DecimalLoops.Line>> decimals = DecimalLoops.documents(invoices);
            measured.add(GROUP, checksum, variants(invoices, decimals, pair));
            measured.add(GROUP, checksum, moneta(invoices, decimals));
            for (Peers peers : ServiceLoader.load(Peers.class)) {
                measured.add(GROUP, checksum, peers.variants(invoices));
            }
            var fewer = new Invoices(Math.max(1, count / 10));
            long tenth = LimitLoops.sums(fewer);
            List<List<DecimalLoops.Line>> few = DecimalLoops.documents(fewer);
            measured.add(TENTH, tenth, variants(fewer, few, pair));
            measured.add(TENTH, tenth, documents(fewer, few));
            measured.run(rounds);
        }
        measured.print();
        new W3(measured).targets(table);
    }

    /** Those that take less than a second for all invoices. */
    static List<Variant> variants(Invoices in, List<List<DecimalLoops.Line>> decimals, Pair pair) {
        List<List<PricedLine>> objects = BulkDoor.documents(decimals);
        long n = in.lines();
        return List.of(
                Variant.of("limit", n, () -> LimitLoops.sums(in)),
                Variant.of("limit, 2 threads", n, () -> LimitLoops.sumsByTwo(in, pair)),
                Variant.of(COLUMNS, n, () -> BulkDoor.columns(in)),
                Variant.of("columns, 2 threads", n, () -> BulkDoor.columnsByTwo(in, pair)),
                Variant.reading(READ_OBJECTS, n, () -> LimitLoops.readObjects(objects)),
                Variant.of(OBJECTS, n, () -> BulkDoor.objects(objects)),
                Variant.of("objects, 2 threads", n, () -> BulkDoor.objectsByTwo(objects, pair)),
                Variant.of(DECIMALS, n, () -> DecimalLoops.sums(decimals)));
    }

    static List<Variant> moneta(Invoices in, List<List<DecimalLoops.Line>> decimals) {
        List<List<MoneyLoops.Line>> money = MoneyLoops.documents(decimals);
        long n = in.lines();
        return List.of(
                Variant.of(MONETA, n, () -> MoneyLoops.sums(money, MoneyLoops.BY_HAND)),
                Variant.of(MONETA_LOOKED_UP, n, () -> MoneyLoops.sums(money, MoneyLoops.LOOKED_UP)));
    }

    /** Drafts of invoices, whose lines and taxes have reasons. */
    static List<Variant> documents(Invoices in, List<List<DecimalLoops.Line>> decimals) {
        List<List<PricedLine>> objects = BulkDoor.documents(decimals);
        return List.of(Variant.of(DOCUMENTS, in.lines(), () -> Documents.sums(objects)));
    }

    private void targets(TargetTable table) {
        atMost(table, OBJECTS, "limit", 17);
        atMost(table, OBJECTS, READ_OBJECTS, 1.8);
        atLeast(table, OBJECTS, DECIMALS, 1.4);
        mustang(table, OBJECTS, 15);
        atLeast(table, OBJECTS, MONETA, 12);
        table.atMost(GROUP, OBJECTS, "bytes per line", rounds.bytes(name(OBJECTS)), 50);
        atMost(table, COLUMNS, "limit", 2);
        atLeast(table, COLUMNS, DECIMALS, 10);
        mustang(table, COLUMNS, 100);
        table.atMost(GROUP, COLUMNS, "bytes per line", rounds.bytes(name(COLUMNS)), 10);
        for (String variant : List.of(OBJECTS, COLUMNS)) {
            twoThreads(table, variant);
        }
        tenfold(table, OBJECTS, 1.7);
        tenfold(table, COLUMNS, 1.3);
        for (String variant : List.of(READ_OBJECTS, DECIMALS)) {
            table.shown(GROUP, variant, "x wall per line at 10 times the size", tenfold(variant));
        }
        for (String variant : List.of("limit, 2 threads", READ_OBJECTS, DECIMALS, MONETA, MONETA_LOOKED_UP)) {
            table.shown(GROUP, variant, "x wall of limit", rounds.wallRatio(name(variant), name("limit")));
        }
        for (String variant : List.of(DECIMALS, MONETA, MONETA_LOOKED_UP)) {
            table.shown(GROUP, variant, "bytes per line", rounds.bytes(name(variant)));
        }
        tenthShown(table, OBJECTS, "limit");
        tenthShown(table, OBJECTS, READ_OBJECTS);
        tenthShown(table, DOCUMENTS, OBJECTS);
        table.shown(TENTH, DOCUMENTS, "bytes per line", rounds.bytes(TENTH + " " + DOCUMENTS));
    }

    private static String name(String variant) {
        return GROUP + " " + variant;
    }

    private void atMost(TargetTable table, String variant, String baseline, double target) {
        double value = rounds.wallRatio(name(variant), name(baseline));
        table.atMost(GROUP, variant, "x wall of " + baseline, value, target);
    }

    private void atLeast(TargetTable table, String variant, String baseline, double target) {
        double value = rounds.wallRatio(name(baseline), name(variant));
        table.atLeast(GROUP, variant, "times as fast as " + baseline, value, target);
    }

    private void mustang(TargetTable table, String variant, double target) {
        String metric = "times as fast as mustang: TransactionCalculator";
        if (rounds.has(MUSTANG)) {
            table.atLeast(GROUP, variant, metric, rounds.wallRatio(MUSTANG, name(variant)), target);
        } else {
            table.notMeasured(GROUP, variant, metric, ">= " + (int) target, "built without -Pbaselines");
        }
    }

    private void twoThreads(TargetTable table, String variant) {
        String two = variant + ", 2 threads";
        table.atLeast(GROUP, two, "times as fast as 1 thread", rounds.wallRatio(name(variant), name(two)), 1.6);
        table.atMost(GROUP, two, "x cpu of 1 thread", rounds.cpuRatio(name(two), name(variant)), 1.15);
    }

    private double tenfold(String variant) {
        return rounds.wallRatio(name(variant), TENTH + " " + variant);
    }

    private void tenfold(TargetTable table, String variant, double target) {
        table.atMost(GROUP, variant, "x wall per line at 10 times the size", tenfold(variant), target);
    }

    private void tenthShown(TargetTable table, String variant, String baseline) {
        double value = rounds.wallRatio(TENTH + " " + variant, TENTH + " " + baseline);
        table.shown(TENTH, variant, "x wall of " + baseline, value);
    }
}

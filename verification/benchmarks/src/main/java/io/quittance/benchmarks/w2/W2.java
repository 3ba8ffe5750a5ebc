package io.quittance.benchmarks.w2;

import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Rounds;
import io.quittance.benchmarks.TargetTable;
import io.quittance.benchmarks.Variant;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.contract.ContractHistory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Recurring lines: the year 2026 in one run and by the month. */
public final class W2 {
    /** How many subscriptions there are. */
    public static final int FULL_SIZE = 20_000;

    /** The checksums that are known, by the number of subscriptions. */
    private static final Map<Integer, Long> KNOWN = Map.of(FULL_SIZE, 0x4c9be60f796e9474L);

    private static final String GROUP = "W2";
    private static final String TENFOLD = "W2 x10";
    /** Its lines are right by a rule of its own, so that its checksum is another. */
    private static final String PEERS = "W2 killbill:";

    private static final String OBJECTS = "objects";
    private static final String MONTHLY = "objects, 12 monthly runs";
    private static final String COLUMNS = "columns";
    private static final String RUN = "bill run";
    private static final String MONTHLY_RUNS = "bill run, 12 monthly runs";
    private static final String CORRECTED_RUNS = "bill run, 13 runs that correct";
    /** How many contracts have a history of ten years, which is kept in memory. */
    private static final int MOST_WITH_HISTORY = 2_000;

    /** All subscriptions have begun by September. */
    private static final YearMonth AFTER_1_MONTH = YearMonth.of(2026, 10);

    private final Rounds rounds;

    private W2(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Measures with so many subscriptions, and ten times as many; adds a row for each target. */
    public static void run(int count, int rounds, TargetTable table) {
        var measured = new Rounds();
        try (var pair = new Pair()) {
            var subscriptions = new Subscriptions(count);
            long checksum = LimitLoops.lines(subscriptions);
            Long known = KNOWN.get(count);
            if (known != null && known != checksum) {
                throw new IllegalStateException(
                        String.format("W2 has the checksum %016x instead of %016x", checksum, known));
            }
            measured.add(GROUP, checksum, variants(subscriptions, pair));
            for (int months : List.of(1, 12, 120)) {
                measured.add(historyGroup(months), checksumAfter(subscriptions, months), after(subscriptions, months));
            }
            measured.add(GROUP, checksum, billRuns(subscriptions));
            var fewer = new Subscriptions(Math.min(count, MOST_WITH_HISTORY));
            for (int months : List.of(1, 12, 120)) {
                measured.add(runGroup(months), checksumAfter(fewer, months), runAfter(fewer, months));
            }
            for (Peers peers : ServiceLoader.load(Peers.class)) {
                measured.add(PEERS, peers.checksum(subscriptions), peers.variants(subscriptions));
            }
            var tenfold = new Subscriptions(10 * count);
            measured.add(TENFOLD, LimitLoops.lines(tenfold), variants(tenfold, pair));
            measured.run(rounds);
        }
        measured.print();
        new W2(measured).targets(table);
    }

    /** All that give the year's lines. */
    static List<Variant> variants(Subscriptions in, Pair pair) {
        DecimalLoops.Phase[][] decimals = DecimalLoops.phases(in);
        BulkDoor.Phase[][] objects = BulkDoor.phases(decimals);
        MoneyLoops.Phase[][] money = MoneyLoops.phases(decimals);
        long n = in.lines();
        var variants = new ArrayList<>(List.of(
                Variant.of("limit", n, () -> LimitLoops.lines(in)),
                Variant.of("limit, 2 threads", n, () -> LimitLoops.linesByTwo(in, pair)),
                Variant.of(COLUMNS, n, () -> BulkDoor.columns(in)),
                Variant.of("columns, 2 threads", n, () -> BulkDoor.columnsByTwo(in, pair)),
                Variant.of(OBJECTS, n, () -> BulkDoor.year(objects)),
                Variant.of(MONTHLY, n, () -> BulkDoor.twelveMonths(objects)),
                Variant.of("BigDecimal and LocalDate", n, () -> DecimalLoops.lines(decimals))));
        if (in.count() <= FULL_SIZE) {
            variants.add(Variant.of("Moneta Money and LocalDate", n, () -> MoneyLoops.lines(money)));
        }
        return variants;
    }

    /** All that give the year's lines with the reason of each, out of contracts and their amendments. */
    static List<Variant> billRuns(Subscriptions in) {
        List<ContractHistory> contracts = BillRuns.contracts(in);
        long n = in.lines();
        return List.of(
                Variant.of(RUN, n, () -> BillRuns.year(contracts)),
                Variant.of(MONTHLY_RUNS, n, () -> BillRuns.twelveMonths(contracts)),
                Variant.of(CORRECTED_RUNS, n, () -> BillRuns.corrected(contracts)));
    }

    private static String runGroup(int months) {
        return "W2 bill run after " + months + " months:";
    }

    /** One run of contracts that go on, after one run for all months before. */
    static List<Variant> runAfter(Subscriptions in, int months) {
        List<ContractHistory> open = BillRuns.withoutEnd(in);
        LocalDate day = AFTER_1_MONTH.plusMonths(months - 1).atDay(1);
        List<BilledPeriods> before = BillRuns.billedBy(day.minusDays(1), open);
        return List.of(Variant.of("monthly run", in.count(), () -> BillRuns.month(open, before, day)));
    }

    private static String historyGroup(int months) {
        return "W2 after " + months + " months:";
    }

    /** One month of subscriptions that go on, so many months after the last of them began. */
    static List<Variant> after(Subscriptions in, int months) {
        BulkDoor.Phase[][] open = BulkDoor.withoutEnd(BulkDoor.phases(DecimalLoops.phases(in)));
        YearMonth month = AFTER_1_MONTH.plusMonths(months - 1);
        return List.of(Variant.of("monthly run", in.count(), () -> BulkDoor.month(open, month)));
    }

    /** Every subscription pays the first of its prices. */
    static long checksumAfter(Subscriptions in, int months) {
        YearMonth month = AFTER_1_MONTH.plusMonths(months - 1);
        long from = month.atDay(1).toEpochDay();
        var checksum = new Checksum();
        for (int row = 0; row < in.rows; row++) {
            if (row == 0 || in.subscription[row] != in.subscription[row - 1]) {
                checksum.line(in.subscription[row], from, from + month.lengthOfMonth(), in.cents[row]);
            }
        }
        return checksum.value();
    }

    private void targets(TargetTable table) {
        atMost(table, OBJECTS, 8);
        atLeast(table, OBJECTS, "BigDecimal and LocalDate", 1.5);
        killbill(table, OBJECTS, "one call", 40);
        killbill(table, OBJECTS, "12 monthly runs", 250);
        table.atMost(GROUP, OBJECTS, "bytes per line", rounds.bytes(name(OBJECTS)), 120);
        for (int months : List.of(12, 120)) {
            table.atMost(
                    GROUP,
                    "monthly run after " + months + " months",
                    "x cpu of the run after 1 month",
                    rounds.cpuRatio(historyGroup(months) + " monthly run", historyGroup(1) + " monthly run"),
                    1.1);
        }
        table.atMost(GROUP, OBJECTS, "x wall per line at 10 times the size", tenfold(OBJECTS), 1.7);
        table.shown(GROUP, COLUMNS, "x wall per line at 10 times the size", tenfold(COLUMNS));
        if (rounds.has(PEERS + " 12 monthly runs")) {
            table.shown(
                    GROUP,
                    MONTHLY,
                    "times as fast as killbill: 12 monthly runs",
                    rounds.wallRatio(PEERS + " 12 monthly runs", name(MONTHLY)));
        }
        billRuns(table);
        shown(table, COLUMNS);
        shown(table, "limit, 2 threads");
        shown(table, "columns, 2 threads");
        shown(table, MONTHLY);
        shown(table, "BigDecimal and LocalDate");
        if (rounds.has(name("Moneta Money and LocalDate"))) {
            table.shown(
                    GROUP,
                    OBJECTS,
                    "times as fast as Moneta Money and LocalDate",
                    rounds.wallRatio(name("Moneta Money and LocalDate"), name(OBJECTS)));
        }
        table.shown(GROUP, COLUMNS, "bytes per line", rounds.bytes(name(COLUMNS)));
    }

    /** The run that explains its lines, beside Kill Bill's, which does not, and the door that does not either. */
    private void billRuns(TargetTable table) {
        if (rounds.has(PEERS + " one call")) {
            shown(table, RUN, "times as fast as killbill: one call", PEERS + " one call");
            shown(table, MONTHLY_RUNS, "times as fast as killbill: 12 monthly runs", PEERS + " 12 monthly runs");
            shown(table, CORRECTED_RUNS, "times as fast as killbill: 12 monthly runs", PEERS + " 12 monthly runs");
        }
        for (int months : List.of(12, 120)) {
            table.atMost(
                    GROUP,
                    "bill run after " + months + " months",
                    "x cpu of the bill run after 1 month",
                    rounds.cpuRatio(runGroup(months) + " monthly run", runGroup(1) + " monthly run"),
                    1.1);
        }
        table.shown(GROUP, RUN, "x wall of objects", rounds.wallRatio(name(RUN), name(OBJECTS)));
        table.shown(GROUP, RUN, "bytes per line", rounds.bytes(name(RUN)));
    }

    private void shown(TargetTable table, String variant, String metric, String slower) {
        table.shown(GROUP, variant, metric, rounds.cpuRatio(slower, name(variant)));
    }

    private static String name(String variant) {
        return GROUP + " " + variant;
    }

    private double tenfold(String variant) {
        return rounds.wallRatio(TENFOLD + " " + variant, name(variant));
    }

    private void atMost(TargetTable table, String variant, double target) {
        table.atMost(GROUP, variant, "x wall of limit", rounds.wallRatio(name(variant), name("limit")), target);
    }

    private void atLeast(TargetTable table, String variant, String baseline, double target) {
        double value = rounds.wallRatio(name(baseline), name(variant));
        table.atLeast(GROUP, variant, "times as fast as " + baseline, value, target);
    }

    private void killbill(TargetTable table, String variant, String peer, double target) {
        String metric = "times as fast as killbill: " + peer;
        if (rounds.has(PEERS + " " + peer)) {
            table.atLeast(GROUP, variant, metric, rounds.wallRatio(PEERS + " " + peer, name(variant)), target);
        } else {
            table.notMeasured(GROUP, variant, metric, ">= " + (int) target, "built without -Pbaselines");
        }
    }

    private void shown(TargetTable table, String variant) {
        table.shown(GROUP, variant, "x wall of limit", rounds.wallRatio(name(variant), name("limit")));
    }
}

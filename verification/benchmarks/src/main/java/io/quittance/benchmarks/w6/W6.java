package io.quittance.benchmarks.w6;

import io.quittance.benchmarks.TargetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The primitives of money by JMH, in rounds: all variants in each round, and medians of the ratios within a round, so that
 * a machine that speeds up or slows down between rounds does not change them.
 */
public final class W6 {
    private static final List<String> OPERATIONS = List.of("add", "multiply", "round", "prorate", "allocate", "create");
    private static final List<String> VARIANTS =
            List.of("Amount", "Long", "BigDecimal", "Joda", "MonetaFastMoney", "MonetaMoney");

    /** One variant's figures in one round. */
    private record Score(double nanos, double bytes) {}

    private final List<Map<String, Score>> rounds;

    private W6(List<Map<String, Score>> rounds) {
        this.rounds = rounds;
    }

    /** Measures, prints and adds a row for each target. */
    public static void run(int rounds, TargetTable table) throws RunnerException {
        var measured = new ArrayList<Map<String, Score>>();
        for (int round = 1; round <= rounds; round++) {
            measured.add(round());
            System.out.printf("round %d of %d%n", round, rounds);
        }
        var w6 = new W6(measured);
        w6.print();
        w6.targets(table);
    }

    private static Map<String, Score> round() throws RunnerException {
        var options = new OptionsBuilder()
                .include("io.quittance.benchmarks.w6.*")
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(500))
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        var scores = new TreeMap<String, Score>();
        for (RunResult result : new Runner(options).run()) {
            String[] path = result.getParams().getBenchmark().split("\\.");
            String variant = path[path.length - 2].replace("Primitives", "");
            double bytes = result.getSecondaryResults().entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                    .mapToDouble(entry -> entry.getValue().getScore())
                    .findFirst()
                    .orElse(Double.NaN);
            scores.put(
                    variant + "." + path[path.length - 1],
                    new Score(result.getPrimaryResult().getScore(), bytes));
        }
        return scores;
    }

    private void print() {
        System.out.printf("%n%-10s %-16s %10s %8s%n", "W6", "variant", "ns", "B");
        for (String operation : OPERATIONS) {
            for (String variant : VARIANTS) {
                print(operation, variant);
            }
        }
        print("allocateBulk", "Amount");
        print("lookUpCurrency", "Amount");
    }

    private void print(String operation, String variant) {
        if (rounds.get(0).containsKey(variant + "." + operation)) {
            double nanos = median(rounds.stream()
                    .map(round -> score(round, variant, operation).nanos())
                    .toList());
            System.out.printf("%-10s %-16s %10.1f %8.0f%n", operation, variant, nanos, bytes(variant, operation));
        }
    }

    private void targets(TargetTable table) {
        for (String operation : List.of("add", "round", "create")) {
            table.atMost("W6", operation, "x time of BigDecimal", ratio("Amount", "BigDecimal", operation), 1);
        }
        table.atMost("W6", "multiply", "x time of BigDecimal", ratio("Amount", "BigDecimal", "multiply"), 1.5);
        table.atLeast("W6", "add", "times as fast as Joda BigMoney", ratio("Joda", "Amount", "add"), 2);
        table.atLeast("W6", "add", "times as fast as Moneta Money", ratio("MonetaMoney", "Amount", "add"), 20);
        for (String operation : List.of("prorate", "allocate")) {
            table.atLeast(
                    "W6", operation, "times as fast as Moneta Money", ratio("MonetaMoney", "Amount", operation), 500);
        }
        for (String operation : List.of("add", "round", "create", "multiply")) {
            table.atMost("W6", operation, "bytes per operation", bytes("Amount", operation), 40);
        }
    }

    private double ratio(String variant, String baseline, String operation) {
        return median(rounds.stream()
                .map(round -> score(round, variant, operation).nanos()
                        / score(round, baseline, operation).nanos())
                .toList());
    }

    private double bytes(String variant, String operation) {
        return median(rounds.stream()
                .map(round -> score(round, variant, operation).bytes())
                .toList());
    }

    private static Score score(Map<String, Score> round, String variant, String operation) {
        Score score = round.get(variant + "." + operation);
        if (score == null) {
            throw new IllegalStateException("no score for " + variant + "." + operation);
        }
        return score;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}

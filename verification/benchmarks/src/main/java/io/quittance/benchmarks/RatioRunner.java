package io.quittance.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs W6 in rounds, all variants in each round, and prints medians of the ratios within a round, so that a machine that
 * speeds up or slows down between rounds does not change them.
 *
 * <p>{@code java -cp benchmarks.jar io.quittance.benchmarks.RatioRunner [rounds]}
 */
public final class RatioRunner {
    private static final List<String> OPERATIONS = List.of("add", "multiply", "round", "prorate", "allocate", "create");
    private static final List<String> BASELINES =
            List.of("Long", "BigDecimal", "Joda", "MonetaFastMoney", "MonetaMoney");

    /** One variant's figures in one round. */
    private record Score(double nanos, double bytes) {}

    private RatioRunner() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws RunnerException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var measured = new ArrayList<Map<String, Score>>();
        for (int round = 1; round <= rounds; round++) {
            measured.add(round());
        }
        print(measured);
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
                .verbosity(org.openjdk.jmh.runner.options.VerboseMode.SILENT)
                .build();
        var scores = new TreeMap<String, Score>();
        for (RunResult result : new Runner(options).run()) {
            String benchmark = result.getParams().getBenchmark();
            String[] path = benchmark.split("\\.");
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

    private static void print(List<Map<String, Score>> rounds) {
        System.out.printf("%nW6, %d rounds; ns and bytes are medians, xN = this variant / Amount%n", rounds.size());
        for (String operation : OPERATIONS) {
            var cells = new LinkedHashMap<String, String>();
            cells.put("Amount", cell(rounds, "Amount." + operation));
            for (String baseline : BASELINES) {
                String key = baseline + "." + operation;
                if (rounds.get(0).containsKey(key)) {
                    cells.put(
                            baseline,
                            String.format(
                                    Locale.ROOT,
                                    "%s, x%.2f",
                                    cell(rounds, key),
                                    median(rounds.stream()
                                            .map(round -> round.get(key).nanos()
                                                    / round.get("Amount." + operation)
                                                            .nanos())
                                            .toList())));
                }
            }
            System.out.println(operation + ": " + cells);
        }
        System.out.println("allocate, bulk door: " + cell(rounds, "Amount.allocateBulk"));
        System.out.println("look up a currency: " + cell(rounds, "Amount.lookUpCurrency"));
    }

    private static String cell(List<Map<String, Score>> rounds, String key) {
        return String.format(
                Locale.ROOT,
                "%.1f ns %.0f B",
                median(rounds.stream().map(round -> round.get(key).nanos()).toList()),
                median(rounds.stream().map(round -> round.get(key).bytes()).toList()));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}

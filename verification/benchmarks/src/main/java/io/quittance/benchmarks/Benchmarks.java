package io.quittance.benchmarks;

import io.quittance.benchmarks.ledger.LedgerSizes;
import io.quittance.benchmarks.w1.W1;
import io.quittance.benchmarks.w2.W2;
import io.quittance.benchmarks.w3.W3;
import io.quittance.benchmarks.w4.W4;
import io.quittance.benchmarks.w5.W5;
import io.quittance.benchmarks.w5.W5b;
import io.quittance.benchmarks.w6.W6;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code java -jar verification/benchmarks/target/benchmarks.jar targets [W1] [W2] [W3] [W4] [W5] [W6] [ledger] [--rounds n] [--events n]
 * [--subscriptions n] [--invoices n] [--items n] [--aged n] [--entries n]} measures the targets and writes {@code
 * verification/benchmarks/target/ratios.csv}; {@code ledger} only where it is named, since it wants more memory. {@code jmh} and JMH's
 * arguments run JMH.
 */
public final class Benchmarks {
    private static final String USAGE =
            "usage: targets [W1] [W2] [W3] [W4] [W5] [W6] [ledger] [--rounds n] [--events n]"
                    + " [--subscriptions n] [--invoices n] [--items n] [--aged n] [--entries n], or jmh [arguments of JMH]";
    private static final Set<String> WORKLOADS = Set.of("W1", "W2", "W3", "W4", "W5", "W6");
    private static final Path RATIOS = Path.of("verification", "benchmarks", "target", "ratios.csv");

    private Benchmarks() {}

    /** Runs what the first argument says. */
    public static void main(String[] arguments) throws Exception {
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        String command = arguments.length == 0 ? "" : arguments[0];
        switch (command) {
            case "targets" -> targets(rest);
            case "jmh" -> org.openjdk.jmh.Main.main(rest.toArray(String[]::new));
            default -> throw new IllegalArgumentException(USAGE);
        }
    }

    private static void targets(List<String> arguments) throws Exception {
        int rounds = 5;
        int events = W1.FULL_SIZE;
        int subscriptions = W2.FULL_SIZE;
        int invoices = W3.FULL_SIZE;
        int items = W4.FULL_SIZE;
        int aged = W5.FULL_SIZE;
        int entries = LedgerSizes.FULL_SIZE;
        var workloads = new HashSet<String>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "W1", "W2", "W3", "W4", "W5", "W6", "ledger" -> workloads.add(arguments.get(i));
                case "--rounds" -> rounds = Integer.parseInt(arguments.get(++i));
                case "--events" -> events = Integer.parseInt(arguments.get(++i));
                case "--subscriptions" -> subscriptions = Integer.parseInt(arguments.get(++i));
                case "--invoices" -> invoices = Integer.parseInt(arguments.get(++i));
                case "--items" -> items = Integer.parseInt(arguments.get(++i));
                case "--aged" -> aged = Integer.parseInt(arguments.get(++i));
                case "--entries" -> entries = Integer.parseInt(arguments.get(++i));
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        if (workloads.isEmpty()) {
            workloads.addAll(WORKLOADS);
        }
        var table = new TargetTable();
        if (workloads.contains("W1")) {
            W1.run(events, rounds, table);
        }
        if (workloads.contains("W2")) {
            W2.run(subscriptions, rounds, table);
        }
        if (workloads.contains("W3")) {
            W3.run(invoices, rounds, table);
        }
        if (workloads.contains("W4")) {
            W4.run(items, rounds, table);
        }
        if (workloads.contains("W5")) {
            W5.run(aged, rounds, table);
            W5b.run(aged, rounds, table);
        }
        if (workloads.contains("ledger")) {
            LedgerSizes.run(entries, rounds, table);
        }
        if (workloads.contains("W6")) {
            W6.run(rounds, table);
        }
        table.write(RATIOS);
    }
}

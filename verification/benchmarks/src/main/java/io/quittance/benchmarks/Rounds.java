package io.quittance.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Runs all variants in each round, one after the other, so that a machine that speeds up or slows down does not change the
 * ratios: a ratio is the median of the ratios within a round. A run fails if two variants return different checksums.
 */
public final class Rounds {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** A variant that is faster is repeated within its round. */
    private static final long LEAST_NANOS = 300_000_000;

    private static final int WARM_UP_ROUNDS = 2;

    /** What one variant needed in one round, for each unit. */
    record Cost(double wallNanos, double cpuNanos, double bytes) {}

    private final List<Variant> variants = new ArrayList<>();
    private final Map<String, Long> expected = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    /**
     * Adds variants that must return this checksum.
     *
     * @param group what their names begin with
     */
    public void add(String group, long checksum, List<Variant> more) {
        for (Variant variant : more) {
            var named = new Variant(group + " " + variant.name(), variant.units(), variant.computes(), variant.work());
            variants.add(named);
            groups.put(named.name(), group);
            expected.put(named.name(), checksum);
            costs.put(named.name(), new ArrayList<>());
        }
    }

    /** Measures. */
    public void run(int rounds) {
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (Variant variant : variants) {
                Cost cost = measured(variant);
                if (round >= 0) {
                    costsOf(variant.name()).add(cost);
                }
            }
            System.out.printf("round %d of %d%n", round + 1, rounds);
        }
    }

    private Cost measured(Variant variant) {
        int times = 0;
        long bytes = -allocated();
        long cpu = -SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long wall;
        do {
            long checksum = variant.work().getAsLong();
            times++;
            wall = System.nanoTime() - start;
            check(variant, checksum);
        } while (wall < LEAST_NANOS);
        cpu += SYSTEM.getProcessCpuTime();
        bytes += allocated();
        double units = (double) times * variant.units();
        return new Cost(wall / units, cpu / units, bytes / units);
    }

    private void check(Variant variant, long checksum) {
        Long right = expected.get(variant.name());
        if (variant.computes() && right != null && right != checksum) {
            throw new IllegalStateException(
                    String.format("%s returned %016x instead of %016x", variant.name(), checksum, right));
        }
    }

    /** By all threads that are alive; workers live as long as the run. */
    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(bytes, 0);
        }
        return sum;
    }

    /** Whether the variant was measured. */
    public boolean has(String variant) {
        return costs.containsKey(variant);
    }

    /** The median of the ratios of wall times, per unit. */
    public double wallRatio(String variant, String baseline) {
        return ratio(variant, baseline, Cost::wallNanos);
    }

    /** The median of the ratios of processor times, per unit; those of the garbage collector and compiler included. */
    public double cpuRatio(String variant, String baseline) {
        return ratio(variant, baseline, Cost::cpuNanos);
    }

    /** The median of what the threads of the program allocated for each unit. */
    public double bytes(String variant) {
        return median(costsOf(variant).stream().map(Cost::bytes).toList());
    }

    private double ratio(String variant, String baseline, ToDoubleFunction<Cost> of) {
        List<Cost> above = costsOf(variant);
        List<Cost> below = costsOf(baseline);
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < above.size(); round++) {
            ratios.add(of.applyAsDouble(above.get(round)) / of.applyAsDouble(below.get(round)));
        }
        return median(ratios);
    }

    private List<Cost> costsOf(String variant) {
        List<Cost> found = costs.get(variant);
        if (found == null) {
            throw new IllegalArgumentException("no variant " + variant);
        }
        return found;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** One line for each variant: nanoseconds, ratios to the first of its group, bytes. */
    public void print() {
        System.out.printf("%n%-46s %10s %8s %8s %10s%n", "variant", "ns/unit", "x wall", "x cpu", "B/unit");
        var firsts = new HashMap<String, String>();
        for (String name : costs.keySet()) {
            String group = groups.getOrDefault(name, "");
            firsts.putIfAbsent(group, name);
            String first = firsts.getOrDefault(group, name);
            System.out.printf(
                    "%-46s %10.1f %8.2f %8.2f %10.1f%n",
                    name,
                    median(costsOf(name).stream().map(Cost::wallNanos).toList()),
                    wallRatio(name, first),
                    cpuRatio(name, first),
                    bytes(name));
        }
    }
}

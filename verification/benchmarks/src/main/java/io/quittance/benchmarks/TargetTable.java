package io.quittance.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The targets, what was measured, and whether they were met: one row each, printed and written as CSV. */
public final class TargetTable {
    private final List<String> rows = new ArrayList<>();

    /** A table without rows. */
    public TargetTable() {
        rows.add("workload,variant,metric,value,target,met");
    }

    /** At most so much is wanted. */
    public void atMost(String workload, String variant, String metric, double value, double target) {
        add(workload, variant, metric, number(value), "<= " + number(target), value <= target ? "yes" : "no");
    }

    /** At least so much is wanted. */
    public void atLeast(String workload, String variant, String metric, double value, double target) {
        add(workload, variant, metric, number(value), ">= " + number(target), value >= target ? "yes" : "no");
    }

    /** Nothing is wanted; the number is shown beside the others. */
    public void shown(String workload, String variant, String metric, double value) {
        add(workload, variant, metric, number(value), "none", "-");
    }

    /** A target whose baseline did not take part, with the reason. */
    public void notMeasured(String workload, String variant, String metric, String target, String reason) {
        add(workload, variant, metric, "not measured: " + reason, target, "no");
    }

    private void add(String workload, String variant, String metric, String value, String target, String met) {
        rows.add(String.join(",", quoted(workload), quoted(variant), quoted(metric), quoted(value), target, met));
    }

    private static String quoted(String cell) {
        return cell.contains(",") ? '"' + cell + '"' : cell;
    }

    private static String number(double value) {
        return value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /** All rows, the header first. */
    public List<String> rows() {
        return List.copyOf(rows);
    }

    /** Prints the rows and writes them to the file. */
    public void write(Path file) throws IOException {
        rows.forEach(System.out::println);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, rows);
        System.out.println("written to " + file);
    }
}

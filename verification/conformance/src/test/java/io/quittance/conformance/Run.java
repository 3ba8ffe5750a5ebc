package io.quittance.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs cases and counts what came out. */
final class Run {

    /** What became of the cases of one topic. */
    private static final class Count {
        private int passed;
        private int failed;
        private int diverged;
        private int pending;
        private int notCounted;
    }

    private final Map<Topic, Count> counts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<Topic> pending;
    private final Map<String, String> divergences;
    private final Set<String> divergencesMet = new HashSet<>();

    Run(Set<Topic> pending, Map<String, String> divergences) {
        this.pending = pending;
        this.divergences = divergences;
    }

    void answer(Case one) {
        Count count = counts.computeIfAbsent(one.topic(), topic -> new Count());
        Adapter adapter = Adapters.ALL.get(one.topic());
        if (adapter == null) {
            if (pending.contains(one.topic())) {
                count.pending++;
            } else {
                count.failed++;
                failures.add(one.id() + ": unknown topic " + one.topic());
            }
            return;
        }
        if (!one.counts()) {
            count.notCounted++;
            return;
        }
        Object actual = answered(adapter, one);
        if (Comparison.matches(one.expected(), actual)) {
            count.passed++;
        } else if (divergences.containsKey(one.id())) {
            divergencesMet.add(one.id());
            count.diverged++;
        } else {
            count.failed++;
            failures.add(one.id() + ": expected " + one.expected() + ", actual " + actual);
        }
    }

    private static @Nullable Object answered(Adapter adapter, Case one) {
        try {
            return adapter.answer(one.input());
        } catch (RuntimeException e) {
            return "refused: " + e.getMessage();
        }
    }

    /** Topics that came up. */
    Set<Topic> topics() {
        return counts.keySet();
    }

    /** Rows of divergences.csv that no case needed. */
    Set<String> idleDivergences() {
        var idle = new HashSet<>(divergences.keySet());
        idle.removeAll(divergencesMet);
        return idle;
    }

    int passed() {
        return counts.values().stream().mapToInt(count -> count.passed).sum();
    }

    int failed() {
        return counts.values().stream().mapToInt(count -> count.failed).sum();
    }

    List<String> failures() {
        return failures;
    }

    String report() {
        var text = new StringBuilder();
        counts.forEach((topic, count) -> text.append(topic)
                .append(": ")
                .append(count.passed)
                .append(" passed, ")
                .append(count.failed)
                .append(" failed, ")
                .append(count.diverged)
                .append(" diverged, ")
                .append(count.pending)
                .append(" pending, ")
                .append(count.notCounted)
                .append(" not counted\n"));
        failures.forEach(failure -> text.append(failure).append('\n'));
        return text.append(passed())
                .append(" passed, ")
                .append(failed())
                .append(" failed\n")
                .toString();
    }
}

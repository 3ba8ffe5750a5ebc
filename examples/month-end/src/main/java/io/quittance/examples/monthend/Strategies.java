package io.quittance.examples.monthend;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The strategies that can be named on the command line. */
final class Strategies {
    private static final Map<String, AllocationStrategy> BY_NAME =
            new TreeMap<>(Map.of("oldest-due-first", new OldestDueFirst(), "as-remitted", new AsRemitted()));

    private Strategies() {}

    static Optional<AllocationStrategy> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }
}

package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Comparator;

/**
 * One part of a whole, such as customer ACME.
 *
 * @param dimension by what the whole is cut
 * @param key which part it is
 */
public record Slice(Dimension dimension, String key) implements Serializable, Comparable<Slice> {
    private static final Comparator<Slice> ORDER =
            Comparator.comparing(Slice::dimension).thenComparing(Slice::key);

    /** Checks that the part has a key. */
    public Slice {
        requireNonNull(dimension, "dimension");
        Require.id(key, "key");
    }

    /** By dimension, then by key. */
    @Override
    public int compareTo(Slice other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code customer ACME}. */
    @Override
    public String toString() {
        return dimension + " " + key;
    }
}

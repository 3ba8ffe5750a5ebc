package io.quittance.core.id;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * What is counted or measured, for example {@code day-minutes}; the unit belongs to the contract term.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record MeterId(String value) implements Comparable<MeterId>, Serializable {

    /** Checks the value. */
    public MeterId {
        Require.id(value, "meter");
    }

    /** The id with this value. */
    public static MeterId of(String value) {
        return new MeterId(value);
    }

    @Override
    public int compareTo(MeterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

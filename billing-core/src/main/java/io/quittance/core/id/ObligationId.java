package io.quittance.core.id;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A performance obligation: one promise of a contract whose revenue is counted by itself, unique within its contract.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record ObligationId(String value) implements Comparable<ObligationId>, Serializable {

    /** Checks the value. */
    public ObligationId {
        Require.id(value, "obligation");
    }

    /** The id with this value. */
    public static ObligationId of(String value) {
        return new ObligationId(value);
    }

    @Override
    public int compareTo(ObligationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

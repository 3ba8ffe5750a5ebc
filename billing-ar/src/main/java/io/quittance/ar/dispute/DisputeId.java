package io.quittance.ar.dispute;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * Identifies a case among those of its customer. The host gives it.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record DisputeId(String value) implements Comparable<DisputeId>, Serializable {

    /** Checks the value. */
    public DisputeId {
        Require.id(value, "dispute id");
    }

    /** The id with this value. */
    public static DisputeId of(String value) {
        return new DisputeId(value);
    }

    @Override
    public int compareTo(DisputeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

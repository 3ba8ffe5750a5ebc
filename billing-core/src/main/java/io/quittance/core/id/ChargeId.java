package io.quittance.core.id;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A charge, unique within its contract.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record ChargeId(String value) implements Comparable<ChargeId>, Serializable {

    /** Checks the value. */
    public ChargeId {
        Require.id(value, "charge");
    }

    /** The id with this value. */
    public static ChargeId of(String value) {
        return new ChargeId(value);
    }

    @Override
    public int compareTo(ChargeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

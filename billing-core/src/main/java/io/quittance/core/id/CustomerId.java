package io.quittance.core.id;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A customer, as the host knows it: an opaque key, never a name or address.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record CustomerId(String value) implements Comparable<CustomerId>, Serializable {

    /** Checks the value. */
    public CustomerId {
        Require.id(value, "customer");
    }

    /** The id with this value. */
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

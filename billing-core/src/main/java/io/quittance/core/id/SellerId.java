package io.quittance.core.id;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A company of the host that sells: an opaque key, never a name or address.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record SellerId(String value) implements Comparable<SellerId>, Serializable {

    /** Checks the value. */
    public SellerId {
        Require.id(value, "seller");
    }

    /** The id with this value. */
    public static SellerId of(String value) {
        return new SellerId(value);
    }

    @Override
    public int compareTo(SellerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

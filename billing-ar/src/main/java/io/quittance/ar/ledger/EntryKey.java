package io.quittance.ar.ledger;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * What makes a ledger entry unique for its customer: posting the same entry twice has no second effect.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record EntryKey(String value) implements Comparable<EntryKey>, Serializable {

    /** Checks the value. */
    public EntryKey {
        Require.id(value, "entry key");
    }

    /** The id with this value. */
    public static EntryKey of(String value) {
        return new EntryKey(value);
    }

    @Override
    public int compareTo(EntryKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

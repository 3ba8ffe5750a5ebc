package io.quittance.ar.receivable;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A receivable; for an invoice, its number.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record ReceivableId(String value) implements Comparable<ReceivableId>, Serializable {

    /** Checks the value. */
    public ReceivableId {
        Require.id(value, "receivable id");
    }

    /** The id with this value. */
    public static ReceivableId of(String value) {
        return new ReceivableId(value);
    }

    @Override
    public int compareTo(ReceivableId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

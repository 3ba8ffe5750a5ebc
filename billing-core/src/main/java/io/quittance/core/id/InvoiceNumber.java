package io.quittance.core.id;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * The number of an issued invoice (EN 16931 BT-1), unique within the seller's series.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record InvoiceNumber(String value) implements Comparable<InvoiceNumber>, Serializable {

    /** Checks the value. */
    public InvoiceNumber {
        Require.id(value, "invoice number");
    }

    /** The id with this value. */
    public static InvoiceNumber of(String value) {
        return new InvoiceNumber(value);
    }

    @Override
    public int compareTo(InvoiceNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

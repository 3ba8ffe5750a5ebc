package io.quittance.ar.payment;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A payment, as the host knows it: the bank's reference is a good key.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record PaymentId(String value) implements Comparable<PaymentId>, Serializable {

    /** Checks the value. */
    public PaymentId {
        Require.id(value, "payment id");
    }

    /** The id with this value. */
    public static PaymentId of(String value) {
        return new PaymentId(value);
    }

    @Override
    public int compareTo(PaymentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

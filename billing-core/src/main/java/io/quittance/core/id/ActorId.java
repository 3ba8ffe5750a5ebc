package io.quittance.core.id;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * Who did something: an opaque key of a person or role, never a name or address.
 * Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record ActorId(String value) implements Comparable<ActorId>, Serializable {

    /** Checks the value. */
    public ActorId {
        Require.id(value, "actor");
    }

    /** The id with this value. */
    public static ActorId of(String value) {
        return new ActorId(value);
    }

    @Override
    public int compareTo(ActorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

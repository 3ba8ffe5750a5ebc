package io.quittance.examples.boot;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.Refusal;
import java.util.function.Supplier;

/** A part of a request was refused by the library: says which part, so that paths are those of the request. */
final class RefusedPartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String part;

    /** @param cause a {@link Refusal} */
    RefusedPartException(String part, RuntimeException cause) {
        super(part, cause);
        this.part = part;
    }

    static <T> T within(String part, Supplier<T> made) {
        try {
            return made.get();
        } catch (RuntimeException e) {
            throw e instanceof Refusal ? new RefusedPartException(part, e) : e;
        }
    }

    Refusal refusal() {
        return (Refusal) requireNonNull(getCause(), "cause");
    }

    String part() {
        return part;
    }
}

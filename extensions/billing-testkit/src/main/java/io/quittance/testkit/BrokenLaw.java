package io.quittance.testkit;

import static java.util.Objects.requireNonNull;

/**
 * A law that an object under test broke, and how.
 *
 * @param law which one
 * @param detail what was answered, what was right where that is known, and for which input
 */
public record BrokenLaw(Law law, String detail) {

    /** Checks that both are there. */
    public BrokenLaw {
        requireNonNull(law, "law");
        requireNonNull(detail, "detail");
    }

    /** For example {@code POSITIVE (each line pays more than nothing): EUR -0.98 to R-0}. */
    @Override
    public String toString() {
        return law.name() + " (" + law.sentence() + "): " + detail;
    }
}

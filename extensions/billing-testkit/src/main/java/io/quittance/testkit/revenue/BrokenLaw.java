package io.quittance.testkit.revenue;

import static java.util.Objects.requireNonNull;

/**
 * A law that a recognition rule broke, and how.
 *
 * @param law which one
 * @param detail what was answered and what was right
 */
public record BrokenLaw(Law law, String detail) {

    /** Checks that both are there. */
    public BrokenLaw {
        requireNonNull(law, "law");
        requireNonNull(detail, "detail");
    }

    @Override
    public String toString() {
        return law + ": " + detail;
    }

    /** What must hold. */
    public enum Law {
        /** The rule answers with a share from 0 to 1, and throws nothing, for facts that it takes. */
        ANSWERS,
        /** It names at least one clause of the standards. */
        NAMES_CLAUSES,
        /** Asked twice, it gives the same answer. */
        SAME_ANSWER,
        /** It can be serialised; the copy is equal to it and gives the same answer. */
        SERIAL_COPY,
        /** What is earned by a day is earned by later days too, unless something is taken back. */
        NEVER_FALLS
    }
}

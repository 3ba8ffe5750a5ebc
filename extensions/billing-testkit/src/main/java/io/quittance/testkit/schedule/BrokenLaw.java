package io.quittance.testkit.schedule;

import static java.util.Objects.requireNonNull;

/**
 * A law that a proration broke, and how.
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

    /** What must hold. The last three only for prorations that promise it. */
    public enum Law {
        /** The proration answers with a part from 0 to 1, and throws nothing, for days that lie within the period. */
        ANSWERS,
        /** Asked twice, it gives the same answer. */
        SAME_ANSWER,
        /** The whole period is the whole price. */
        WHOLE,
        /** More days cost no less. */
        MONOTONICITY,
        /** An amount is the price times the part, rounded once. */
        AMOUNT,
        /** What the pieces cost adds up to what all of their days cost, and none gives back. */
        PIECES,
        /** The parts of days that meet add up to the part of all of them. */
        ADDITIVITY,
        /** The same days 400 years earlier or later are the same part. */
        TIMELESSNESS,
        /** It can be serialised; the copy is equal to it and gives the same answer. */
        SERIAL_COPY
    }
}

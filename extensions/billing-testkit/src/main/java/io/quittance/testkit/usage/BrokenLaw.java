package io.quittance.testkit.usage;

import static java.util.Objects.requireNonNull;

/**
 * A law that an aggregation broke, and how.
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

    /** What must hold. The last two only for aggregations that promise it. */
    public enum Law {
        /** The aggregation answers, and throws nothing, for events of one meter in the window. */
        ANSWERS,
        /** Asked twice, it gives the same answer. */
        SAME_ANSWER,
        /** It can be serialised; the copy is equal to it and gives the same answer. */
        SERIAL_COPY,
        /** Events in another order give the same answer. */
        ORDER_OF_ARRIVAL,
        /** No events are zero. */
        NO_EVENTS,
        /** What two groups of events give adds up to what they give together. */
        ADDITIVITY,
        /** The answer is neither below the smallest nor above the largest quantity. */
        BETWEEN_EXTREMES
    }
}

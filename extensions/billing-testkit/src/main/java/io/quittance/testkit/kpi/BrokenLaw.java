package io.quittance.testkit.kpi;

import static java.util.Objects.requireNonNull;

/**
 * A law that a KPI broke, and how.
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

    /** What must hold. From {@link #ORDER} on only for KPIs that promise it. */
    public enum Law {
        /** The KPI answers, and throws nothing: what has no value is a result too. */
        ANSWERS,
        /** Asked twice, it gives the same answer. */
        SAME_ANSWER,
        /** Its id is made of lower-case words, dots and hyphens, and its results are of that id. */
        NAMED,
        /** Where it has no value, the reason has a code in upper case. */
        REASON,
        /** It counts the same thing, days or percent, whatever the figures. */
        UNIT,
        /** Without any figures it has no value: a zero that was measured is another thing. */
        NO_FIGURES,
        /** The result says of which period and currency it is. */
        BASIS,
        /** Figures in another order give the same result. */
        ORDER,
        /** What is neutral among the figures does not change the value. */
        NEUTRAL,
        /** So many times the amounts leave the value as it is, and give so many times an amount of money. */
        SCALE,
        /** The value lies within its bounds. */
        BOUNDS,
        /** The value is the basis' numerator / denominator × factor, and there is one unless the denominator is 0 or a figure lacks. */
        QUOTIENT,
        /** It can be serialised; the copy is equal to it and gives the same answer. */
        SERIAL_COPY
    }
}

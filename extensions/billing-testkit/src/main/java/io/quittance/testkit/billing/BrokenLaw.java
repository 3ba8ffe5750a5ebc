package io.quittance.testkit.billing;

import static java.util.Objects.requireNonNull;

/**
 * A law of contracts, bill runs or schedules that was broken, and how.
 *
 * @param law which one
 * @param detail what was billed and what was right
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
        /** A run answers, and throws nothing. */
        ANSWERS,
        /** All runs together bill what one run on the last day bills. */
        SPLIT_RUNS,
        /** An amendment that is withdrawn changes nothing in the end. */
        WITHDRAWAL,
        /** No more is given back than was billed. */
        CREDIT_CAP,
        /** A run gives the same answer twice, and changes nothing of what it was given. */
        PREVIEW,
        /** A run on the day of the last one, or on an earlier day, bills nothing. */
        RUN_AGAIN,
        /** Usage in another order is billed the same. */
        ORDER_OF_ARRIVAL,
        /** No two lines have one id. */
        UNIQUE_IDS,
        /**
         * What stands on documents, and what waits for one, is what was billed, line by line; a credit note has no negative total,
         * and no negative sum or tax of a treatment.
         */
        DOCUMENTS,
        /** All runs together bill of each treatment what one run does, which knows how all is taxed. */
        TAXES,
        /** A charge that cannot be rated is reported, and the others are billed as without it. */
        NOTHING_BLOCKS,
        /** What is closed and did not change is not asked for. */
        READS,
        /** A boundary is the anchor and so many intervals; periods meet, and begin one after the other. */
        NO_DRIFT,
        /** Every day, and every instant, belongs to exactly one period. */
        ONE_PERIOD
    }
}

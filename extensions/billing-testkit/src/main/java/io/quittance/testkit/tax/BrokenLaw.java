package io.quittance.testkit.tax;

import static java.util.Objects.requireNonNull;

/**
 * A law that a tax policy or a tax determination broke, and how.
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

    /** What must hold: first for both, then for policies, then for determinations. */
    public enum Law {
        /**
         * A policy answers with an amount for each that is taxed, in the currency and in whole minor units. A determination answers
         * with treatments, each another, or refuses by an exception of this library. Neither throws anything else.
         */
        ANSWERS,
        /** Asked twice, also with another question in between, it gives the same answer. */
        SAME_ANSWER,
        /** Promised: it can be serialised; the copy is equal to it and gives the same answer. */
        SERIAL_COPY,

        /** Each amount is less than a unit of the rounding away from its exact tax, so that what is not taxed bears nothing. */
        NEAR,
        /** Groups and amounts in another order bear the same tax together. */
        ORDER,
        /** An amount without tax, and a group of such, change nothing for the others. */
        NEUTRAL,
        /** What says that a group's tax is its rate of its base keeps that to less than a unit for each group. */
        RATE_OF_BASE,
        /** Promised: where the policy rounds, the tax is the exact one, rounded once. */
        ROUNDED_ONCE,
        /** Promised: with all signs turned, as on a credit note, all of the tax is the same with the sign turned. */
        MIRROR,

        /** A question of other objects that is equal has the same answer. */
        EQUAL_QUESTION,
        /** Promised: it refuses no supply. */
        COMPLETE,
        /** Promised: of the days, the last one decides, on which a part counts as supplied. */
        END_OF_PART,
        /** Promised: what is taxed otherwise than was known before has days from the one on that is told. */
        CHANGED_FROM
    }
}

package io.quittance.testkit.pricing;

import static java.util.Objects.requireNonNull;

/**
 * A law that a charge model broke, and how.
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

    /** What must hold. The last seven only for models that promise it. */
    public enum Law {
        /** The model answers, and throws nothing, for an input that it can price. */
        ANSWERS,
        /** Asked twice, the model gives the same answer; so does a copy of it that was serialised. */
        SAME_ANSWER,
        /** The formulas of the steps give the price again, without the model. */
        REPLAY,
        /** A part of the period and then the change are the whole, part by part, in amount and in quantity. */
        SPLIT_RUNS,
        /** Where nothing was used, the price is zero or the fee that is stated. */
        ZERO,
        /** Using more never costs less. */
        MONOTONICITY,
        /** The steps are about every unit exactly once. */
        EVERY_UNIT_ONCE,
        /** Twice as much costs twice as much, and so for every factor. */
        PROPORTIONALITY,
        /** Events in another order of arrival cost the same. */
        ORDER_OF_ARRIVAL,
        /** The bulk door gives the cents of the object door, under whatever conventions it has a compiled form. */
        COMPILED,
        /** What was a part of the price stays one, so that a run takes nothing back under one name to bill it by another. */
        SAME_PARTS,
        /** What a charge says of its quantity, such as free units, is in the price, or the charge is refused. */
        METERING
    }
}

package io.quittance.testkit.pricing;

import io.quittance.testkit.Law;

/** What a charge model keeps. From {@link #MONOTONICITY} on only for models that promise it. */
public enum ChargeModelLaw implements Law {
    ANSWERS("the model answers, and throws nothing, for an input that it can price"),
    SAME_ANSWER("asked twice, the model gives the same answer; so does a copy of it that was serialised"),
    REPLAY("the formulas of the steps give the price again, without the model"),
    SPLIT_RUNS("a part of the period and then the change are the whole, part by part, in amount and in quantity"),
    ZERO("where nothing was used, the price is zero or the fee that is stated"),
    MONOTONICITY("using more never costs less"),
    EVERY_UNIT_ONCE("the steps are about every unit exactly once"),
    PROPORTIONALITY("twice as much costs twice as much, and so for every factor"),
    ORDER_OF_ARRIVAL("events in another order of arrival cost the same"),
    COMPILED("the bulk door gives the cents of the object door, under whatever conventions it has a compiled form"),
    SAME_PARTS(
            "what was a part of the price stays one, so that a run takes nothing back under one name to bill it by another"),
    METERING("what a charge says of its quantity, such as free units, is in the price, or the charge is refused");

    private final String sentence;

    ChargeModelLaw(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}

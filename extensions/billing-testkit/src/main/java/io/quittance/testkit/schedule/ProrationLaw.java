package io.quittance.testkit.schedule;

import io.quittance.testkit.Law;

/** What a proration keeps. From {@link #ADDITIVITY} on only for prorations that promise it. */
public enum ProrationLaw implements Law {
    ANSWERS("the proration answers with a part from 0 to 1, and throws nothing, for days that lie within the period"),
    SAME_ANSWER("asked twice, it gives the same answer"),
    WHOLE("the whole period is the whole price"),
    MONOTONICITY("more days cost no less"),
    AMOUNT("an amount is the price times the part, rounded once"),
    PIECES("what the pieces cost adds up to what all of their days cost, and none gives back"),
    ADDITIVITY("the parts of days that meet add up to the part of all of them"),
    TIMELESSNESS("the same days 400 years earlier or later are the same part"),
    SERIAL_COPY("it can be serialised; the copy is equal to it and gives the same answer");

    private final String sentence;

    ProrationLaw(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}

package io.quittance.testkit.usage;

import io.quittance.testkit.Law;

/** What an aggregation keeps. From {@link #ADDITIVITY} on only for aggregations that promise it. */
public enum UsageAggregationLaw implements Law {
    ANSWERS("the aggregation answers, and throws nothing, for events of one meter in the window"),
    SAME_ANSWER("asked twice, it gives the same answer"),
    SERIAL_COPY("it can be serialised; the copy is equal to it and gives the same answer"),
    ORDER_OF_ARRIVAL("events in another order give the same answer"),
    NO_EVENTS("no events are zero"),
    ADDITIVITY("what two groups of events give adds up to what they give together"),
    BETWEEN_EXTREMES("the answer is neither below the smallest nor above the largest quantity");

    private final String sentence;

    UsageAggregationLaw(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}

package io.quittance.testkit.kpi;

import io.quittance.testkit.Law;

/** What a KPI keeps. From {@link #ORDER} on only for KPIs that promise it. */
public enum KpiLaw implements Law {
    ANSWERS("the KPI answers, and throws nothing: what has no value is a result too"),
    SAME_ANSWER("asked twice, it gives the same answer"),
    NAMED("its id is that of its definition, and its results are of that id"),
    UNIT("it counts the same thing, days or percent, whatever the figures"),
    NO_FIGURES("without any figures it has no value: a zero that was measured is another thing"),
    BASIS("the result says of which period and currency it is"),
    NOT_BY_ZERO("what has a denominator of 0 in its basis has no value"),
    ITEMS("the items behind the value add up to its numerator, and to its denominator if any has some of it"),
    ORDER("figures in another order give the same result"),
    PARTS("numerator, denominator and count of parts of the figures add up to those of the whole"),
    PAST("the answer as of a past time stays when later facts are added, whatever was asked in between"),
    NEUTRAL("what is neutral among the figures does not change the value"),
    SCALE("so many times the amounts leave the value as it is, and give so many times an amount of money"),
    BOUNDS("the value lies within its bounds"),
    QUOTIENT("the value is the basis' numerator / denominator × factor, and there is one unless the denominator"
            + " is 0 or a figure lacks"),
    SERIAL_COPY("it and its results can be serialised; the copies are equal, and the KPI's gives the same answer");

    private final String sentence;

    KpiLaw(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}

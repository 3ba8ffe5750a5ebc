package io.quittance.testkit.revenue;

import io.quittance.testkit.Law;

/** What a recognition rule keeps. */
public enum RecognitionRuleLaw implements Law {
    ANSWERS("the rule answers with a share from 0 to 1, and throws nothing, for facts that it takes"),
    NAMES_CLAUSES("it names at least one clause of the standards"),
    SAME_ANSWER("asked twice, it gives the same answer"),
    SERIAL_COPY("it can be serialised; the copy is equal to it and gives the same answer"),
    NEVER_FALLS("what is earned by a day is earned by later days too, unless something is taken back");

    private final String sentence;

    RecognitionRuleLaw(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}

package io.quittance.testkit.billing;

import io.quittance.testkit.Law;

/** What contracts, bill runs and schedules keep. */
public enum BillingLaw implements Law {
    ANSWERS("a run answers, and throws nothing"),
    SPLIT_RUNS("all runs together bill what one run on the last day bills"),
    WITHDRAWAL("an amendment that is withdrawn changes nothing in the end"),
    CREDIT_CAP("no more is given back than was billed"),
    PREVIEW("a run gives the same answer twice, and changes nothing of what it was given"),
    RUN_AGAIN("a run on the day of the last one, or on an earlier day, bills nothing"),
    ORDER_OF_ARRIVAL("usage in another order is billed the same"),
    UNIQUE_IDS("no two lines have one id"),
    DOCUMENTS("what stands on documents, and what waits for one, is what was billed, line by line; a credit note"
            + " has no negative total, and no negative sum or tax of a treatment"),
    TAXES("all runs together bill of each treatment what one run does, which knows how all is taxed"),
    NOTHING_BLOCKS("a charge that cannot be rated is reported, and the others are billed as without it"),
    READS("what is closed and did not change is not asked for"),
    NO_DRIFT("a boundary is the anchor and so many intervals; periods meet, and begin one after the other"),
    ONE_PERIOD("every day, and every instant, belongs to exactly one period");

    private final String sentence;

    BillingLaw(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}

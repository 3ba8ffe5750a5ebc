package io.quittance.core.contract;

/** What a charge is for, which decides when it falls due and whether a part of a period costs a part of the price. */
public enum ChargeKind {
    /** Due once, on a day; never a part of it, and never given back because terms change later. */
    ONE_OFF,
    /** A price for each period, in advance or in arrears; a part of a period costs a part of it. */
    RECURRING,
    /** What meters counted in a period, when it is over. */
    USAGE,
    /** Work by time and rate, and material, recorded as usage. */
    TIME_AND_MATERIALS,
    /** Hardware or software bought and sold on, recorded as usage when it is delivered. */
    RESALE,
    /** Amounts due when steps of a project are reached, over the whole term. */
    MILESTONES,
    /** The part of a price that is due as work is completed, over the whole term. */
    COMPLETION;

    /** Whether it is counted by meters. */
    public boolean isMetered() {
        return this != ONE_OFF && this != RECURRING;
    }

    /** Whether it is counted over the whole term, and a run bills what was added since the last. */
    public boolean isOverTerm() {
        return this == MILESTONES || this == COMPLETION;
    }
}

package io.quittance.kpi.scorecard;

/** Where a target stands. */
public enum Status {
    /** The value stands to the goal as it must. */
    MET,
    /** The value does not. */
    MISSED,
    /** There is no value, or no baseline; the row says why. */
    NO_DATA
}

package io.quittance.kpi.scorecard;

/** Where a target stands. */
public enum Status {
    /** The value stands to the goal as it must. */
    MET,
    /** It does not yet, and is at least where a straight line from the baseline to the goal is on that day. */
    ON_TRACK,
    /** It does not yet, and is short of that line, or there is no line to be on. */
    BEHIND,
    /** The time is over, and the value does not stand to the goal as it must. */
    MISSED,
    /** There is no value, or no baseline; the row says why. */
    NO_DATA
}

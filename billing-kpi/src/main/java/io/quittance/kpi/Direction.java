package io.quittance.kpi;

/** Which values of a KPI are better. */
public enum Direction {
    /** More is better, such as a collection rate. */
    HIGHER,
    /** Less is better, such as days sales outstanding. */
    LOWER,
    /** Neither: the value informs, such as a billing volume. */
    INFORMATIONAL
}

package io.quittance.kpi.trend;

/** What a {@link Change} means by the direction of its KPI. */
public enum Verdict {
    /** It moved the way in which the KPI gets better. */
    BETTER,
    /** It moved the other way. */
    WORSE,
    /** It did not move. */
    SAME,
    /** It moved, and its KPI informs: neither way is better. */
    MOVED,
    /** One of the two results has no value, or one that is not meaningful. */
    UNKNOWN
}

package io.quittance.kpi;

/** Whether a KPI tells of what will come or of what was. */
public enum Indicator {
    /** It moves before the results do: promises, disputes, reminders, training. */
    LEADING,
    /** It is the result: days sales outstanding, collected, written off. */
    LAGGING
}

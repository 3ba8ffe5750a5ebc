package io.quittance.kpi;

/** What a KPI's value counts. */
public enum KpiUnit {
    /** Days, with fractions. */
    DAYS,
    /** A percentage as people write it: 95 means 95 %. */
    PERCENT
}

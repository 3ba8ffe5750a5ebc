package io.quittance.kpi;

/** What a KPI's value counts. */
public enum KpiUnit {
    /** Days, with fractions. */
    DAYS,
    /** Hours, with fractions. */
    HOURS,
    /** Months, with fractions, of whatever length they have. */
    MONTHS,
    /** A percentage as people write it: 95 means 95 %. */
    PERCENT,
    /** Points of a score, such as a grade or a net promoter score. */
    POINTS,
    /** How many times one number is another, such as a turnover of receivables. */
    RATIO,
    /** A number of things. */
    COUNT,
    /** An amount in {@link KpiBasis#currency()}. */
    MONEY
}

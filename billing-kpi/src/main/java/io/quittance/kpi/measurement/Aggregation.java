package io.quittance.kpi.measurement;

/** How the measurements of a period become its value. */
public enum Aggregation {
    /** Added up: improvements, hours of training, savings. */
    SUM,
    /** The mean, each weighted by its sample size: 90 % of 50 answers and 60 % of 10 are 85 %. */
    MEAN,
    /** The one whose period ends last, and of those the one recorded last: a score that replaces the one before. */
    LAST
}

package io.quittance.kpi.time;

/** The lengths of the periods of a {@link FiscalCalendar}. */
public enum PeriodLength {
    /** A calendar month. */
    MONTH,
    /** Three months; a fiscal year has four. */
    QUARTER,
    /** Twelve months. */
    YEAR
}

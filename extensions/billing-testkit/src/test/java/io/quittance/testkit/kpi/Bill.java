package io.quittance.testkit.kpi;

/**
 * What a host knows of a bill that was paid, for KPIs of its own.
 *
 * @param cents what was paid, 0 or more
 * @param daysLate how long after its due date, 0 or more
 */
record Bill(long cents, int daysLate) {}

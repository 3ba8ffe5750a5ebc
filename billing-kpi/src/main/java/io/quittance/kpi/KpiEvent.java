package io.quittance.kpi;

import java.time.Instant;

/**
 * Something that happened outside billing and receivables and that a KPI is computed from, such as an inquiry and its answer. What becomes of it later, such as the
 * answer, is the same event recorded again: same key, later time. Implementations are immutable and equal by content.
 */
public interface KpiEvent {
    /** What names it among the events of its kind; recording the same twice changes nothing. */
    String key();

    /** When this state of it was recorded. */
    Instant recordedAt();
}

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

    /**
     * When the state that follows this one is recorded, if that is done at once: when what it tells happened, but a nanosecond after this state at the earliest, since no state is recorded before the one
     * that it follows. A reply of 10:00 to what was recorded at 12:00 is recorded right after 12:00.
     *
     * @param happened when what the following state tells happened
     */
    default Instant recordedNext(Instant happened) {
        return happened.isAfter(recordedAt()) ? happened : recordedAt().plusNanos(1);
    }
}

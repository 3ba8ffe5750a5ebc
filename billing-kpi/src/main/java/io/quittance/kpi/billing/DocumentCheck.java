package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * That a document was checked, and what that found.
 *
 * @param key names the document, such as its number
 * @param date of the document
 * @param fatal the ids of the rules that it breaks, such as {@code BR-CO-15}; empty if it passes
 * @param warnings the ids of rules that only warn; they fail no document
 * @param recordedAt when that was recorded
 */
public record DocumentCheck(String key, LocalDate date, List<String> fatal, List<String> warnings, Instant recordedAt)
        implements KpiEvent, Serializable {

    /** Checks that it can be, and copies the lists. */
    public DocumentCheck {
        Require.id(key, "key");
        Dates.inCalendar(date, "date");
        fatal = List.copyOf(requireNonNull(fatal, "fatal"));
        fatal.forEach(rule -> Require.id(rule, "fatal"));
        warnings = List.copyOf(requireNonNull(warnings, "warnings"));
        warnings.forEach(rule -> Require.id(rule, "warnings"));
        Dates.inCalendar(recordedAt, "recordedAt");
    }

    /** Whether it breaks no rule, or only such as warn. */
    public boolean isPassed() {
        return fatal.isEmpty();
    }
}

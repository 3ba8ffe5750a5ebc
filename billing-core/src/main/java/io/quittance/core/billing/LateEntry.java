package io.quittance.core.billing;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What could have been billed by a day and was not.
 *
 * @param entry what was due
 * @param missing what of it was not billed: all of its charges, or those that could not be rated
 * @param daysLate days since it may be billed: 0 on the billing day itself
 * @param daysOverTarget days since the last day on which its invoice was on time: 0 up to that day
 */
public record LateEntry(CalendarEntry entry, List<DueCharge> missing, long daysLate, long daysOverTarget)
        implements Serializable {

    /** Checks that something is missing and that no number is negative. */
    public LateEntry {
        requireNonNull(entry, "entry");
        missing = Require.notEmpty(List.copyOf(missing), "missing");
        Require.that(daysLate >= 0, "number.negative", "daysLate", "must not be negative", daysLate);
        Require.that(daysOverTarget >= 0, "number.negative", "daysOverTarget", "must not be negative", daysOverTarget);
    }

    /** What of an entry that is due by a day is not billed; empty if all of it is. */
    static Optional<LateEntry> of(CalendarEntry entry, BillingHistory history, LocalDate day) {
        List<DueCharge> missing = missing(entry, history);
        long over = Math.max(0, DAYS.between(entry.target(), day));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new LateEntry(entry, missing, DAYS.between(entry.billable(), day), over));
    }

    private static List<DueCharge> missing(CalendarEntry entry, BillingHistory history) {
        BillingMark mark = history.mark();
        BillingMark.Reached reached = mark.cycles().get(entry.cycle());
        if (reached == null
                || mark.lastDate()
                        .filter(last -> !last.isBefore(entry.billable()))
                        .isEmpty()
                || entry.number() < reached.first()
                || entry.number() > reached.last()) {
            return entry.charges();
        }
        if (entry.number() < reached.open() || CycleKey.parse(entry.cycle()).overTerm()) {
            return List.of();
        }
        BilledPeriod period = history.period(entry.cycle(), entry.number()).orElse(null);
        if (period == null) {
            return entry.charges();
        }
        return period.isClosed()
                ? List.of()
                : entry.charges().stream()
                        .filter(due -> !isBilled(due, period.lines()))
                        .toList();
    }

    private static boolean isBilled(DueCharge due, List<BilledLine> lines) {
        return lines.stream()
                .anyMatch(line -> line.charge().equals(due.charge())
                        && line.days().intersection(due.days()).isPresent());
    }

    /** For example {@code 3 days late: 2026-02-01 C-1 [2026-01-01, 2026-02-01) IN_ARREARS: [api …]}. */
    @Override
    public String toString() {
        return daysLate + " days late: " + entry;
    }
}

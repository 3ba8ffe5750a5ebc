package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What falls due together: charges of one period of one cycle of a contract that may be billed from the same day on.
 *
 * @param contract the contract
 * @param customer who pays
 * @param cycle the name of the cycle, as a {@link BilledPeriod} has it
 * @param number of the period within the cycle; 0 for what is counted over the whole term
 * @param period the days of the period that belong to the contract as it looks on the billing day; for what is counted over
 *     the term the days that this billing day adds
 * @param timing when in the life of the period it is due
 * @param charges what is due, in the order of the terms
 * @param billable the first day on which a run bills it
 * @param target the last day on which its invoice is on time
 */
public record CalendarEntry(
        ContractId contract,
        CustomerId customer,
        String cycle,
        long number,
        ServicePeriod period,
        Timing timing,
        List<DueCharge> charges,
        LocalDate billable,
        LocalDate target)
        implements Comparable<CalendarEntry>, Serializable {

    /** When something is due. */
    public enum Timing {
        /** On a day of its own: what is charged once. */
        ON_DAY,
        /** When the period begins, or from when it is known to be longer. */
        IN_ADVANCE,
        /** When the period is over. */
        IN_ARREARS
    }

    private static final Comparator<CalendarEntry> ORDER = Comparator.comparing(CalendarEntry::billable)
            .thenComparing(CalendarEntry::contract)
            .thenComparing(CalendarEntry::period)
            .thenComparing(CalendarEntry::cycle)
            .thenComparing(CalendarEntry::timing);

    /** Checks that all is there, that something is due, and that the target is not before it may be billed. */
    public CalendarEntry {
        requireNonNull(contract, "contract");
        requireNonNull(customer, "customer");
        Require.id(cycle, "cycle");
        requireNonNull(period, "period");
        requireNonNull(timing, "timing");
        charges = Require.notEmpty(List.copyOf(charges), "charges");
        requireNonNull(billable, "billable");
        Require.that(
                !requireNonNull(target, "target").isBefore(billable),
                "calendar.target",
                "target",
                "must not be before the billing day " + billable,
                target);
    }

    /** Whether it is of what is counted over the whole term, such as milestones: nothing is due where nothing was reached. */
    public boolean isOverTerm() {
        return CycleKey.isOverTerm(cycle);
    }

    /** From the first to the last day for which something is due: less than the period where terms change within it. */
    public ServicePeriod served() {
        LocalDate start = charges.get(0).days().start();
        LocalDate end = charges.get(0).days().end();
        for (DueCharge charge : charges) {
            start = charge.days().start().isBefore(start) ? charge.days().start() : start;
            end = charge.days().end().isAfter(end) ? charge.days().end() : end;
        }
        return new ServicePeriod(start, end);
    }

    /** Orders by the billing day, then by contract, period, cycle and timing. */
    @Override
    public int compareTo(CalendarEntry other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code 2026-02-01 C-1 [2026-01-01, 2026-02-01) IN_ARREARS: [api [2026-01-01, 2026-02-01)]}. */
    @Override
    public String toString() {
        return billable + " " + contract + " " + period + " " + timing + ": " + charges;
    }
}

package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.ContractHistory;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of a portfolio of contracts is due to be billed when, within some days. It lists what {@link Billing} makes lines of where
 * it runs on each of these days: charges that recur, those that are due once, and what is measured, which may turn out to be
 * nothing. A period that is wholly paused is not due. What a later amendment corrects in periods that were billed before is
 * no entry.
 *
 * <p>A fee of 310.00 in advance and calls in arrears, by the month, give two entries on 1 February: the fee of February and the
 * calls of January.
 *
 * <p>It costs what lies in the window, and the amendments of the contracts; how long they have run makes no difference.
 */
public final class BillingCalendar implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ServicePeriod window;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<CalendarEntry> entries;

    private BillingCalendar(ServicePeriod window, List<CalendarEntry> entries) {
        this.window = requireNonNull(window, "window");
        this.entries = List.copyOf(entries);
    }

    /** As {@link #of(Collection, ServicePeriod, Instant, IssueTarget)}, where invoices are to be issued on the billing day. */
    public static BillingCalendar of(Collection<ContractHistory> contracts, ServicePeriod window, Instant knownAt) {
        return of(contracts, window, knownAt, IssueTarget.sameDay());
    }

    /**
     * What may be billed from a day of the window on.
     *
     * @param contracts each once
     * @param window the billing days that are looked at
     * @param knownAt the instant up to which amendments count; a contract that is signed later has no entries
     * @param target by when an invoice should be issued
     * @throws IllegalArgumentException if two of the contracts have the same id
     */
    public static BillingCalendar of(
            Collection<ContractHistory> contracts, ServicePeriod window, Instant knownAt, IssueTarget target) {
        requireNonNull(window, "window");
        requireNonNull(knownAt, "knownAt");
        requireNonNull(target, "target");
        Set<ContractId> ids = new HashSet<>();
        var entries = new ArrayList<CalendarEntry>();
        for (ContractHistory contract : List.copyOf(contracts)) {
            ContractId id = contract.signed().id();
            Require.that(ids.add(id), "contract.duplicate", "contracts", "must be of different ids", id);
            entries.addAll(ContractDues.of(contract, window, knownAt, target));
        }
        entries.sort(null);
        return new BillingCalendar(window, entries);
    }

    /** The billing days that were looked at. */
    public ServicePeriod window() {
        return window;
    }

    /** What is due, by billing day, then by contract and period. */
    public List<CalendarEntry> entries() {
        return entries;
    }

    /** What may be billed from that day on. */
    public List<CalendarEntry> on(LocalDate day) {
        requireNonNull(day, "day");
        return entries.stream().filter(entry -> entry.billable().equals(day)).toList();
    }

    /** What falls due first after a day: all that is due on the first billing day after it; empty if the window has none. */
    public List<CalendarEntry> next(LocalDate after) {
        requireNonNull(after, "after");
        return entries.stream()
                .map(CalendarEntry::billable)
                .filter(day -> day.isAfter(after))
                .findFirst()
                .map(this::on)
                .orElse(List.of());
    }

    /**
     * What may be billed by a day and was not, in the order of the billing days. A period that is open since a charge could not
     * be rated lacks the charges without a line; of what is counted over the term a run that was made counts as billed.
     *
     * <p>What was due before the window is not looked at.
     *
     * @param day the last billing day that counts
     * @param histories what was billed of a contract; {@link BillingHistory#none()} where nothing was; it
     *     is asked once for each contract
     */
    public List<LateEntry> late(LocalDate day, Function<ContractId, ? extends BillingHistory> histories) {
        Dates.inCalendar(day, "day");
        requireNonNull(histories, "histories");
        Map<ContractId, BillingHistory> known = new HashMap<>();
        var late = new ArrayList<LateEntry>();
        for (CalendarEntry entry : entries) {
            if (entry.billable().isAfter(day)) {
                break; // they are in the order of their days
            }
            BillingHistory history = known.computeIfAbsent(entry.contract(), id -> history(id, histories));
            LateEntry.of(entry, history, day).ifPresent(late::add);
        }
        return List.copyOf(late);
    }

    private static BillingHistory history(ContractId id, Function<ContractId, ? extends BillingHistory> histories) {
        BillingHistory history = histories.apply(id);
        Require.that(history != null, "calendar.history", "histories", "must have a history of each contract", id);
        return requireNonNull(history);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingCalendar that && window.equals(that.window) && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(window, entries);
    }

    /** For example {@code billing calendar of [2026-01-01, 2026-02-01): 2 entries}. */
    @Override
    public String toString() {
        return "billing calendar of " + window + ": " + entries.size() + " entries";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new BillingCalendar(window, entries);
    }
}

package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Contract;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What another cycle would do to the billing of a contract: how many bills there are, and how long service waits for them. It is
 * about what recurs in the cycle of the terms; a charge with a cycle of its own keeps it, and what is measured is billed in
 * arrears by any cycle.
 *
 * <p>In 2026 a day of service waits for 11111/730 = 15.22 days on the average where it is billed by the month in arrears, and for
 * 33309/730 = 45.63 by the quarter: 30.41 more.
 *
 * @param change the day from which the other cycle holds: the first of the days that are looked at
 * @param present the cycle of the terms
 * @param other the other cycle
 * @param firstChangedDay the first day on which another bill falls due than does now, or none; null if there is no difference
 * @param stubBefore the days up to the change of a period of the present cycle that is cut by it; null if it is not
 * @param stubAfter the days from the change on of a period of the other cycle that began before it; null where one begins with it
 */
public record CycleComparison(
        LocalDate change,
        Outlook present,
        Outlook other,
        @Nullable LocalDate firstChangedDay,
        @Nullable ServicePeriod stubBefore,
        @Nullable ServicePeriod stubAfter)
        implements Serializable {

    /** Checks that all are there. */
    public CycleComparison {
        requireNonNull(change, "change");
        requireNonNull(present, "present");
        requireNonNull(other, "other");
    }

    /**
     * What a cycle makes of some days.
     *
     * @param cycle the cycle
     * @param periods of which days are looked at, stubs counted as one each
     * @param bills the days among those that are looked at on which something falls due
     * @param averageWait from the middle of a day of service to the beginning of the day on which it may be billed, in days, on the
     *     average over the days of service; negative where it is billed in advance
     */
    public record Outlook(BillingCycle cycle, int periods, int bills, Fraction averageWait) implements Serializable {
        /** Checks that all are there. */
        public Outlook {
            requireNonNull(cycle, "cycle");
            requireNonNull(averageWait, "averageWait");
            Require.that(periods > 0, "number.not-positive", "periods", "must be more than 0", periods);
            Require.that(bills >= 0, "number.negative", "bills", "must not be negative", bills);
        }
    }

    /**
     * Compares.
     *
     * @param contract as it was agreed, without renewal
     * @param other the cycle that would hold from the first day of the window on, or from the beginning of the contract if that is
     *     later
     * @param window the days of service, and the billing days, that are looked at
     * @throws IllegalArgumentException if the contract has no day in the window
     */
    public static CycleComparison of(Contract contract, BillingCycle other, ServicePeriod window) {
        requireNonNull(other, "other");
        ServicePeriod term = contract.term();
        ServicePeriod days = requireNonNull(window, "window")
                .intersection(term)
                .orElseThrow(() -> new InvalidArgumentException(
                        "comparison.window", "window", "must have days of the contract, " + term, window));
        LocalDate change = days.start();
        BillingCycle cycle = contract.terms().cycle();
        var now = new CycleBills(term, days).with(cycle, term);
        var then = new CycleBills(term, days);
        var after = new ServicePeriod(change, term.end());
        Optional<ServicePeriod> before =
                change.isAfter(term.start()) ? Optional.of(new ServicePeriod(term.start(), change)) : Optional.empty();
        before.ifPresent(held -> then.with(cycle, held));
        then.with(other, after);
        return new CycleComparison(
                change,
                outlook(cycle, now, window),
                outlook(other, then, window),
                now.firstOtherThan(then).orElse(null),
                before.flatMap(held -> cut(cycle.schedule(term.start()), change).flatMap(held::intersection))
                        .orElse(null),
                cut(other.schedule(term.start()), change)
                        .flatMap(after::intersection)
                        .orElse(null));
    }

    private static Outlook outlook(BillingCycle cycle, CycleBills bills, ServicePeriod window) {
        return new Outlook(cycle, bills.periods(), bills.billsIn(window), bills.averageWait());
    }

    /** The period that a day cuts; empty if one begins on it. */
    private static Optional<ServicePeriod> cut(Schedule schedule, LocalDate day) {
        return schedule.isBoundary(day) ? Optional.empty() : Optional.of(schedule.periodOf(day));
    }

    /** By how many days a day of service would wait longer on the average; negative if less. */
    public Fraction longerWait() {
        return other.averageWait().minus(present.averageWait());
    }

    /** The first day on which another bill falls due, if there is a difference. */
    public Optional<LocalDate> firstChanged() {
        return Optional.ofNullable(firstChangedDay);
    }

    /** The days of the present cycle's period that the change leaves, if it cuts one. */
    public Optional<ServicePeriod> cutBefore() {
        return Optional.ofNullable(stubBefore);
    }

    /** The days of the other cycle's first period, if they are a part of one. */
    public Optional<ServicePeriod> cutAfter() {
        return Optional.ofNullable(stubAfter);
    }
}

package io.quittance.core.billing;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The periods that cycles make of some days of a contract, by the day on which they may be billed. */
final class CycleBills {
    private final ServicePeriod term;
    private final ServicePeriod days;
    private final SortedMap<LocalDate, List<ServicePeriod>> bills = new TreeMap<>();

    /** Of the days that are looked at, all within the term. */
    CycleBills(ServicePeriod term, ServicePeriod days) {
        this.term = term;
        this.days = days;
    }

    /**
     * Adds the periods of a cycle that have days among those that are looked at, and the one before them.
     *
     * @param held the days of the term on which the cycle holds; they begin no later than those that are looked at
     */
    CycleBills with(BillingCycle cycle, ServicePeriod held) {
        Schedule schedule = cycle.schedule(term.start());
        LocalDate last = held.end().isBefore(days.end()) ? held.lastDay() : days.lastDay();
        long number = Math.max(schedule.numberOf(held.start()), schedule.numberOf(days.start()) - 1);
        for (; number <= schedule.numberOf(last); number++) {
            ServicePeriod service = schedule.period(number).intersection(term).orElseThrow();
            ServicePeriod part = service.intersection(held).orElseThrow();
            LocalDate day = cycle.isInAdvance() ? part.start() : service.end();
            bills.computeIfAbsent(day, each -> new ArrayList<>()).add(part);
        }
        return this;
    }

    /** How many of the periods have days among those that are looked at. */
    int periods() {
        return (int) bills.values().stream()
                .flatMap(List::stream)
                .filter(part -> part.intersection(days).isPresent())
                .count();
    }

    /** On how many days of a window something falls due. */
    int billsIn(ServicePeriod window) {
        return bills.subMap(window.start(), window.end()).size();
    }

    /** From the middle of each day that is looked at to the beginning of its billing day, on the average. */
    Fraction averageWait() {
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<LocalDate, List<ServicePeriod>> bill : bills.entrySet()) {
            for (ServicePeriod part : bill.getValue()) {
                ServicePeriod looked = part.intersection(days).orElse(null);
                if (looked != null) {
                    long length = looked.days();
                    long first = ChronoUnit.DAYS.between(looked.start(), bill.getKey());
                    sum = sum.plus(Fraction.of(2 * length * first - length * length, 2));
                }
            }
        }
        return sum.dividedBy(Fraction.of(days.days()));
    }

    /** The first of the days that are looked at, or after them, on which the other bills are not these. */
    Optional<LocalDate> firstOtherThan(CycleBills other) {
        var all = new TreeMap<>(bills.tailMap(days.start()));
        all.putAll(other.bills.tailMap(days.start()));
        return all.keySet().stream()
                .filter(day -> !bills.getOrDefault(day, List.of()).equals(other.bills.getOrDefault(day, List.of())))
                .findFirst();
    }
}

package io.quittance.core.billing;

import static io.quittance.core.billing.CalendarEntry.Timing.IN_ADVANCE;
import static io.quittance.core.billing.CalendarEntry.Timing.IN_ARREARS;
import static io.quittance.core.billing.CalendarEntry.Timing.ON_DAY;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ChargeKind;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PublishedIndex;
import io.quittance.core.contract.Renewal;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.id.ChargeId;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of one contract falls due on some days on which its term looks the same, by the rules by which {@link ContractRun} finds
 * periods and {@link PeriodBilling} what is due in them.
 */
final class ContractDues {
    private final KnownContract contract;
    private final ServicePeriod term;
    private final List<TermsVersion> versions;
    private final ServicePeriod days;
    private final IssueTarget target;
    private final List<CalendarEntry> entries;

    private ContractDues(KnownContract contract, ServicePeriod days, IssueTarget target, List<CalendarEntry> entries) {
        this.contract = contract;
        this.days = days;
        this.target = target;
        this.entries = entries;
        term = contract.term();
        versions = contract.versions(term);
    }

    /** The entries of the days of a window, which a renewal cuts where it makes the term longer. */
    static List<CalendarEntry> of(ContractHistory history, ServicePeriod window, Instant knownAt, IssueTarget target) {
        var entries = new ArrayList<CalendarEntry>();
        LocalDate from = window.start();
        while (from != null && from.isBefore(window.end())) {
            var now = new AsOf(from, knownAt);
            ServicePeriod term = history.term(now).orElse(null);
            if (term == null) {
                return List.of();
            }
            LocalDate renewed = renewed(history.signed(), term, from);
            LocalDate to = renewed == null || renewed.isAfter(window.end()) ? window.end() : renewed;
            var contract =
                    new KnownContract(history, now, PublishedIndex.none(), term, new LineTaxes(history.signed(), null));
            var dues = new ContractDues(contract, new ServicePeriod(from, to), target, entries);
            dues.collect(endBefore(history, now));
            from = renewed;
        }
        return entries;
    }

    /** The day on which the term becomes longer after a day; null if it does not. */
    private static @Nullable LocalDate renewed(Contract signed, ServicePeriod term, LocalDate day) {
        Renewal renewal = signed.renewal();
        if (renewal.length().isEmpty() || term.end().minus(renewal.notice()).getYear() < 1) {
            return null;
        }
        LocalDate next = renewal.lastNoticeDay(term.end()).plusDays(1);
        return next.isAfter(day) ? next : null;
    }

    /** Where the term ended as it looked on the day before. */
    private static @Nullable LocalDate endBefore(ContractHistory history, AsOf now) {
        LocalDate before = now.date().minusDays(1);
        return before.getYear() < 1
                ? null
                : history.term(new AsOf(before, now.knownAt())).orElseThrow().end();
    }

    private void collect(@Nullable LocalDate endBefore) {
        if (!days.end().isAfter(term.start()) || days.start().isAfter(term.end())) {
            return;
        }
        LocalDate oldEnd = endBefore != null && endBefore.isBefore(term.end()) ? endBefore : null;
        cycles().forEach((cycle, seen) -> {
            if (cycle.overTerm()) {
                addOverTerm(cycle);
                return;
            }
            if (oldEnd != null) {
                addLonger(cycle, oldEnd);
            }
            addPeriods(cycle, seen);
        });
    }

    /** The cycles of the contract, each with the day on which a run first looks at it. */
    private Map<CycleKey, LocalDate> cycles() {
        var cycles = new TreeMap<CycleKey, LocalDate>(Comparator.comparing(CycleKey::name));
        for (TermsVersion version : versions) {
            if (version.days().start().isBefore(days.end())) {
                LocalDate first = version.days().start();
                cycles.putIfAbsent(CycleKey.of(version.terms(), term.start()), first);
                for (Charge charge : version.terms().charges()) {
                    cycles.putIfAbsent(CycleKey.of(charge, version.terms(), term.start()), first);
                }
            }
        }
        return cycles;
    }

    private void addPeriods(CycleKey cycle, LocalDate seen) {
        Schedule schedule = cycle.schedule();
        long first = Math.max(schedule.numberOf(seen), schedule.numberOf(days.start()) - 1);
        long last = schedule.numberOf(lastDay());
        for (long number = first; number <= last; number++) {
            new Period(cycle, number).add();
        }
    }

    /** Days may be asked for that are long after the term. */
    private LocalDate lastDay() {
        return days.end().isAfter(term.end()) ? term.lastDay() : days.lastDay();
    }

    /** What is due in advance of days that a period has only since the term is longer. */
    private void addLonger(CycleKey cycle, LocalDate endBefore) {
        new Period(cycle, cycle.schedule().numberOf(endBefore)).addLonger(endBefore);
    }

    private void addOverTerm(CycleKey cycle) {
        Schedule schedule = cycle.schedule();
        long last = schedule.numberOf(lastDay());
        for (long number = schedule.numberOf(days.start()); number <= last; number++) {
            LocalDate end = schedule.boundary(number);
            if (days.contains(end) && end.isAfter(term.start()) && end.isBefore(term.end())) {
                addOverTerm(cycle, schedule.boundary(number - 1), end);
            }
        }
        if (days.contains(term.end())) {
            addOverTerm(cycle, schedule.boundary(schedule.numberOf(term.lastDay())), term.end());
        }
    }

    private void addOverTerm(CycleKey cycle, LocalDate boundary, LocalDate end) {
        var added = new ServicePeriod(boundary.isAfter(term.start()) ? boundary : term.start(), end);
        if (contract.served(added).isEmpty()) {
            return;
        }
        var due = new DueCharges();
        charges(cycle, added).forEach((version, charge, within) -> due.add(charge, within));
        add(cycle, 0, added, IN_ARREARS, due, end);
    }

    /** One period of a cycle that is not counted over the term. */
    private final class Period {
        private final CycleKey cycle;
        private final long number;
        private final ServicePeriod service;
        private final List<ServicePeriod> served;
        private final CycleCharges charges;

        Period(CycleKey cycle, long number) {
            this.cycle = cycle;
            this.number = number;
            service = cycle.schedule().period(number).intersection(term).orElseThrow();
            served = contract.served(service);
            charges = charges(cycle, service);
        }

        void add() {
            Map<LocalDate, DueCharges> once = new TreeMap<>();
            charges.forEach((version, charge, within) -> {
                if (charge.kind() == ChargeKind.ONE_OFF) {
                    addOnce(charge, within, once);
                }
            });
            once.forEach((day, due) -> addWithin(ON_DAY, due, day));
            if (!served.isEmpty()) {
                addServed();
            }
        }

        private void addServed() {
            Map<ChargeId, CycleCharges.Begin> begins = charges.begins();
            Map<LocalDate, DueCharges> early = new TreeMap<>();
            var late = new DueCharges();
            charges.forEach((version, charge, within) -> {
                CycleCharges.Begin begin = begins.get(charge.id());
                if (charge.kind() == ChargeKind.RECURRING && begin != null && begin.inAdvance()) {
                    addIn(charge, within, early.computeIfAbsent(begin.day(), day -> new DueCharges()));
                } else if (charge.kind() != ChargeKind.ONE_OFF) {
                    addIn(charge, within, late);
                }
            });
            late.addAll(agreed());
            early.forEach((day, due) -> addWithin(IN_ADVANCE, due, day));
            addWithin(IN_ARREARS, late, service.end());
        }

        void addLonger(LocalDate endBefore) {
            var due = new DueCharges();
            Map<ChargeId, CycleCharges.Begin> begins = charges.begins();
            charges.forEach((version, charge, within) -> {
                CycleCharges.Begin begin = begins.get(charge.id());
                if (charge.kind() == ChargeKind.RECURRING
                        && begin != null
                        && begin.inAdvance()
                        && begin.day().isBefore(days.start())) { // others begin on days of their own
                    within.intersection(new ServicePeriod(endBefore, term.end()))
                            .ifPresent(added -> addIn(charge, added, due));
                }
            });
            addWithin(IN_ADVANCE, due, days.start());
        }

        private void addOnce(Charge charge, ServicePeriod within, Map<LocalDate, DueCharges> once) {
            LocalDate day = charge.date().orElseGet(() -> contract.startOf(charge));
            if (within.contains(day)) {
                once.computeIfAbsent(day, each -> new DueCharges())
                        .add(charge, new ServicePeriod(day, day.plusDays(1)));
            }
        }

        private void addIn(Charge charge, ServicePeriod within, DueCharges due) {
            if (charge.kind() == ChargeKind.RECURRING) {
                served.forEach(part -> part.intersection(within).ifPresent(both -> due.add(charge, both)));
            } else {
                due.add(charge, within);
            }
        }

        /** What the last terms of the period agree for all its charges. */
        private DueCharges agreed() {
            List<TermsVersion> all = contract.versions(service);
            TermsVersion last = all.get(all.size() - 1);
            var due = new DueCharges();
            if (charges.isOwnOf(last)) {
                last.terms().minimum().ifPresent(minimum -> due.add(ContractTerms.MINIMUM_LINE, service));
                last.terms().commitment().ifPresent(commitment -> due.add(ContractTerms.COMMITMENT_LINE, service));
            }
            return due;
        }

        private void addWithin(CalendarEntry.Timing timing, DueCharges due, LocalDate billable) {
            if (days.contains(billable)) {
                ContractDues.this.add(cycle, number, service, timing, due, billable);
            }
        }
    }

    /** The charges of a cycle in the terms of some days. */
    private CycleCharges charges(CycleKey cycle, ServicePeriod some) {
        return new CycleCharges(cycle, term.start(), contract.versions(some));
    }

    private void add(
            CycleKey cycle,
            long number,
            ServicePeriod period,
            CalendarEntry.Timing timing,
            DueCharges due,
            LocalDate billable) {
        if (!due.list().isEmpty()) {
            entries.add(new CalendarEntry(
                    contract.signed().id(),
                    contract.customer(),
                    cycle.name(),
                    number,
                    period,
                    timing,
                    due.list(),
                    billable,
                    target.lastDay(billable)));
        }
    }
}

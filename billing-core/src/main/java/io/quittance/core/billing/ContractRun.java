package io.quittance.core.billing;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PriceIndex;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One run over one contract: which periods of which cycles it has to look at, and what comes of them. */
final class ContractRun {
    private final KnownContract contract;
    private final UsageSource usage;
    private final BillingHistory before;
    private final LocalDate date;
    /** The first day on which the contract or its taxes are others than earlier runs knew; null where they are the same. */
    private final @Nullable LocalDate changedFrom;

    /** Where the term ends, or ended as the last run knew it, whichever is earlier; null where its end did not move. */
    private final @Nullable LocalDate movedEnd;

    private final List<PeriodBilling.Result> results = new ArrayList<>();
    private final List<BillingFinding> outside = new ArrayList<>();
    private final SortedMap<String, BillingMark.Reached> reached;

    private ContractRun(
            KnownContract contract,
            UsageSource usage,
            BillingHistory before,
            LocalDate date,
            @Nullable LocalDate changedFrom,
            @Nullable LocalDate movedEnd) {
        this.contract = contract;
        this.usage = usage;
        this.before = before;
        this.date = date;
        this.changedFrom = changedFrom;
        this.movedEnd = movedEnd;
        reached = new TreeMap<>(before.mark().cycles());
    }

    static BillRun of(
            ContractHistory history,
            UsageSource usage,
            BillingHistory before,
            AsOf asOf,
            PriceIndex index,
            @Nullable TaxDetermination determination) {
        BillingMark mark = before.mark();
        LocalDate last = mark.lastDate().orElse(asOf.date());
        LocalDate date = last.isAfter(asOf.date()) ? last : asOf.date();
        var now = new AsOf(date, asOf.knownAt());
        ServicePeriod term = history.term(now).orElse(null);
        if (term == null) {
            return notKnown(history, before, date);
        }
        LocalDate changed =
                history.changedSince(mark.amendments(), asOf.knownAt()).orElse(null);
        LocalDate oldEnd = mark.termEnd();
        LocalDate movedEnd = null;
        if (oldEnd != null && !oldEnd.equals(term.end())) {
            movedEnd = oldEnd.isBefore(term.end()) ? oldEnd : term.end();
            changed = changed == null || movedEnd.isBefore(changed) ? movedEnd : changed;
        } else if (changed != null && !changed.isBefore(term.end())) {
            changed = null; // of days on which the contract does not hold
        }
        var taxes = new LineTaxes(history.signed(), determination);
        LocalDate retaxed = taxes.changedFrom().orElse(null);
        if (retaxed != null && retaxed.isBefore(term.end())) {
            changed = changed == null || retaxed.isBefore(changed) ? retaxed : changed;
        }
        var contract = new KnownContract(history, now, index, term, taxes);
        var run = new ContractRun(contract, usage, before, date, changed, movedEnd);
        run.bill();
        int known = history.knownCount(asOf.knownAt());
        return run.result(known);
    }

    private static BillRun notKnown(ContractHistory history, BillingHistory before, LocalDate date) {
        var day = new ServicePeriod(date, date.plusDays(1));
        var finding = new BillingFinding(
                BillingFinding.Code.NOT_STARTED,
                "contract",
                day,
                Explanation.of("bill.not-known", "the contract was not known yet"));
        return new BillRun(
                history.signed().id(),
                date,
                history.signed().terms().currency(),
                List.of(),
                List.of(),
                List.of(finding),
                List.of(),
                before.mark());
    }

    private void bill() {
        if (date.isBefore(contract.term().start())) {
            return;
        }
        cycles().forEach(this::bill);
        reportOutside();
    }

    /** Usage of days on which the contract does not hold belongs to no period. */
    private void reportOutside() {
        var days = new TreeSet<LocalDate>();
        for (Instant time : usage.late(contract.customer())) {
            LocalDate day = dayOf(time);
            if (!contract.term().contains(day) && !day.isAfter(date)) {
                days.add(day);
            }
        }
        for (LocalDate day : days) {
            outside.add(new BillingFinding(
                    BillingFinding.Code.USAGE_NOT_SERVED,
                    "usage",
                    new ServicePeriod(day, day.plusDays(1)),
                    Explanation.of("usage.outside", "the contract does not hold on {0}", day)));
        }
    }

    /** The cycles to look at, each with the first day looked at on which a charge belongs to it, if there is one. */
    private Map<CycleKey, Optional<LocalDate>> cycles() {
        var cycles = new TreeMap<CycleKey, Optional<LocalDate>>(Comparator.comparing(CycleKey::name));
        LocalDate start = contract.term().start();
        LocalDate from = before.mark().lastDate().orElse(start);
        if (changedFrom != null && changedFrom.isBefore(from)) {
            from = changedFrom;
        }
        for (TermsVersion version : contract.versions(new ServicePeriod(from, date.plusDays(1)))) {
            LocalDate first = version.days().start();
            cycles.putIfAbsent(CycleKey.of(version.terms(), start), Optional.of(first));
            for (Charge charge : version.terms().charges()) {
                cycles.putIfAbsent(CycleKey.of(charge, version.terms(), start), Optional.of(first));
            }
        }
        reached.keySet().forEach(name -> cycles.putIfAbsent(CycleKey.parse(name), Optional.empty()));
        return cycles;
    }

    private void bill(CycleKey cycle, Optional<LocalDate> firstDay) {
        BillingMark.Reached known = reached.get(cycle.name());
        Schedule schedule = cycle.schedule();
        LocalDate lastDay =
                date.isBefore(contract.term().end()) ? date : contract.term().lastDay();
        long due = cycle.overTerm() ? 0 : schedule.numberOf(lastDay);
        long begins = cycle.overTerm() ? 0 : firstDay.map(schedule::numberOf).orElse(Long.MAX_VALUE);
        long first = known == null ? begins : Math.min(known.first(), begins);
        long last = known == null ? due : Math.max(due, known.last());
        if (last < first) {
            return;
        }
        SortedSet<Long> again = again(cycle, first, last);
        long open = known == null ? first : known.open();
        long from = again.isEmpty() ? open : Math.min(open, again.first());
        long firstOpen = last + 1;
        BilledBefore carried = null;
        long next;
        for (long number = from; number <= last; number = next) {
            next = number + 1;
            BilledPeriod was = before.period(cycle.name(), number).orElse(null);
            if (was != null
                    && was.isClosed()
                    && !again.contains(number)
                    && !isChanged(cycle, number)
                    && (carried == null || carried.equals(was.before()))) {
                next = nextToLookAt(number, again, open);
                carried = next == number + 1 ? was.after() : null;
                continue;
            }
            BilledPeriod now = bill(cycle, number, was, carried);
            carried = now.after();
            if (!now.isClosed()) {
                firstOpen = Math.min(firstOpen, number);
            }
        }
        reached.put(cycle.name(), new BillingMark.Reached(first, firstOpen, last));
    }

    /** After a period that stays as it is, those that are closed stay as they are up to the next one that changed. */
    private static long nextToLookAt(long number, SortedSet<Long> again, long open) {
        if (number + 1 >= open) {
            return number + 1;
        }
        SortedSet<Long> later = again.tailSet(number + 1);
        return later.isEmpty() ? open : Math.min(open, later.first());
    }

    private BilledPeriod bill(CycleKey cycle, long number, @Nullable BilledPeriod was, @Nullable BilledBefore carried) {
        BilledBefore left = carried != null
                ? carried
                : was != null
                        ? was.before()
                        : before.period(cycle.name(), number - 1)
                                .map(BilledPeriod::after)
                                .orElse(BilledBefore.nothing());
        List<BilledLine> billed = was == null ? List.of() : was.lines();
        PeriodBilling.Result result = PeriodBilling.bill(contract, usage, cycle, number, date, left, billed);
        if (!result.period().equals(was)) {
            results.add(result);
        } else if (!result.findings().isEmpty()) {
            results.add(new PeriodBilling.Result(List.of(), result.findings(), result.period()));
        }
        return result.period();
    }

    /** Of one that is not rated again for itself: what is counted over the term always is where the contract changed. */
    private boolean isChanged(CycleKey cycle, long number) {
        return changedFrom != null && cycle.schedule().period(number).end().isAfter(changedFrom);
    }

    /** The periods that were billed, and are rated again since the contract changed or usage came late. */
    private SortedSet<Long> again(CycleKey cycle, long first, long last) {
        var again = new TreeSet<Long>();
        if (changedFrom != null) {
            // where the end moved, its period is, or was, the last of the term
            LocalDate day = changedFrom.equals(movedEnd) ? changedFrom.minusDays(1) : changedFrom;
            again.add(cycle.overTerm() ? 0 : Math.max(first, cycle.schedule().numberOf(day)));
        }
        for (Instant time : usage.late(contract.customer())) {
            LocalDate day = dayOf(time);
            if (contract.term().contains(day)) {
                again.add(cycle.overTerm() ? 0 : cycle.schedule().numberOf(day));
            }
        }
        return again.subSet(first, last + 1);
    }

    /** Refused as usage: the last hours of 9999 in UTC have no day in Tokyo. */
    private LocalDate dayOf(Instant used) {
        try {
            return contract.zones().dayOf(used);
        } catch (InvalidArgumentException e) {
            throw e.at("usage");
        }
    }

    private BillRun result(int known) {
        var lines = new ArrayList<BillLine>();
        var findings = new ArrayList<BillingFinding>();
        var periods = new ArrayList<BilledPeriod>();
        results.sort(Comparator.comparing(result -> result.period().period()));
        for (PeriodBilling.Result result : results) {
            BilledPeriod period = result.period();
            lines.addAll(result.lines());
            findings.addAll(result.findings());
            if (!before.period(period.cycle(), period.number()).equals(Optional.of(period))) {
                periods.add(period);
            }
        }
        findings.addAll(outside);
        Documents documents = documents(lines);
        findings.addAll(documents.findings());
        ServicePeriod term = contract.term();
        return new BillRun(
                contract.signed().id(),
                date,
                contract.signed().terms().currency(),
                lines,
                documents.drafts(),
                findings,
                periods,
                new BillingMark(date, known, term.end(), reached, documents.waiting()));
    }

    private Documents documents(List<BillLine> lines) {
        var all = new ArrayList<>(before.mark().waiting());
        all.addAll(lines);
        ServicePeriod term = contract.term();
        LocalDate day = date.isBefore(term.end()) ? date : term.lastDay();
        List<TermsVersion> versions = contract.versions(new ServicePeriod(day, day.plusDays(1)));
        ContractTerms terms =
                versions.isEmpty() ? contract.signed().terms() : versions.get(0).terms();
        return Documents.of(contract.customer(), all, terms, !date.isBefore(term.end()));
    }
}

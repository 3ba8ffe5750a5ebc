package io.quittance.testkit.billing;

import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.BillingHistory;
import io.quittance.core.billing.BillingMark;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.id.CustomerId;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a run asks for, and what of that it need not have asked for. */
final class Reads implements BillingHistory, UsageSource {
    private final Billed.Step step;
    private final List<BilledPeriod> periods = new ArrayList<>();
    private final Set<Instant> starts = new HashSet<>();

    private Reads(Billed.Step step) {
        this.step = step;
    }

    static List<String> needless(BillingEngine engine, ContractHistory contract, Billed.Step step) {
        var reads = new Reads(step);
        engine.bill(contract, reads, reads, step.asOf());
        return reads.needless(contract);
    }

    @Override
    public BillingMark mark() {
        return step.before().mark();
    }

    @Override
    public Optional<BilledPeriod> period(String cycle, long number) {
        Optional<BilledPeriod> period = step.before().period(cycle, number);
        period.ifPresent(periods::add);
        return period;
    }

    @Override
    public List<UsageEvent> events(CustomerId customer, Instant from, Instant to) {
        starts.add(from);
        return step.usage().events(customer, from, to);
    }

    @Override
    public Collection<Instant> late(CustomerId customer) {
        return step.usage().late(customer);
    }

    private List<String> needless(ContractHistory contract) {
        Instant knownAt = step.asOf().knownAt();
        ZoneHistory zones = contract.zones(knownAt)
                .orElseGet(() -> ZoneHistory.of(contract.signed().terms().zone()));
        Set<LocalDate> late = new HashSet<>();
        step.usage().late(contract.signed().customer()).forEach(time -> late.add(zones.dayOf(time)));
        LocalDate changed = changed(contract);
        Optional<LocalDate> movedEnd = movedEnd(contract);
        BilledPeriods all = step.before().after(step.run());
        Set<BilledPeriod> looked = new HashSet<>(step.run().periods());
        for (BilledPeriod period : step.before().periods()) {
            boolean isLate = late.stream().anyMatch(day -> isAbout(period, day));
            // the last period of a term is settled otherwise than one before it
            boolean isLast = movedEnd.filter(period.period().end()::equals).isPresent();
            if (!period.isClosed() || isLate || isLast || period.period().end().isAfter(changed)) {
                looked.add(period);
            }
        }
        var needless = new ArrayList<String>();
        Set<String> near = new HashSet<>();
        looked.forEach(period -> {
            for (long number = period.number() - 1; number <= period.number() + 1; number++) {
                near.add(period.cycle() + " " + number);
            }
        });
        for (BilledPeriod read : periods) {
            String place = read.cycle() + " " + read.number();
            boolean isNext = all.period(read.cycle(), read.number() + 1).isEmpty();
            if (!near.contains(place) && !isNext) {
                needless.add("read " + place + ", " + read.period());
            }
        }
        Set<LocalDate> known = new HashSet<>();
        looked.forEach(period -> known.add(period.period().start()));
        for (Instant start : starts) {
            if (!known.contains(zones.dayOf(start))) {
                needless.add("read the usage from " + start + " on");
            }
        }
        return needless;
    }

    /** A period of which a contract holds no day any more is known by the days that it had. */
    private static boolean isAbout(BilledPeriod period, LocalDate day) {
        return period.period().contains(day);
    }

    private LocalDate changed(ContractHistory contract) {
        LocalDate changed = contract.changedSince(
                        step.before().mark().amendments(), step.asOf().knownAt())
                .orElse(LocalDate.MAX);
        Optional<LocalDate> movedEnd = movedEnd(contract);
        if (movedEnd.isPresent()) {
            return movedEnd.get().isBefore(changed) ? movedEnd.get() : changed;
        }
        Optional<ServicePeriod> term = contract.term(step.asOf());
        return term.isPresent() && changed.isBefore(term.get().end()) ? changed : LocalDate.MAX;
    }

    /** Where the term ends, or ended as the last run knew it, whichever is earlier; empty where its end did not move. */
    private Optional<LocalDate> movedEnd(ContractHistory contract) {
        LocalDate old = step.before().mark().termEnd();
        Optional<ServicePeriod> term = contract.term(step.asOf());
        if (old == null || term.isEmpty() || old.equals(term.get().end())) {
            return Optional.empty();
        }
        LocalDate end = term.get().end();
        return Optional.of(old.isBefore(end) ? old : end);
    }
}

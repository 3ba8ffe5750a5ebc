package io.quittance.core.billing;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageFinding;
import io.quittance.core.usage.UsageIntake;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.usage.UsageTaken;
import io.quittance.core.usage.UsageWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** The usage of a period that a cycle charges, and what of it nobody can charge. */
final class PeriodUsage {
    private final List<UsageEvent> charged = new ArrayList<>();
    private final List<BillingFinding> findings = new ArrayList<>();

    private PeriodUsage() {}

    /** Nothing that is measured is billed. */
    static PeriodUsage none() {
        return new PeriodUsage();
    }

    /**
     * Reads and sorts the usage of some days.
     *
     * @param versions the terms of the days
     * @param served those of the days on which the service is given
     * @param inCycle whether a charge of some terms belongs to the cycle
     */
    static PeriodUsage of(
            UsageSource source,
            KnownContract contract,
            ServicePeriod days,
            List<TermsVersion> versions,
            List<ServicePeriod> served,
            BiPredicate<TermsVersion, Charge> inCycle) {
        var usage = new PeriodUsage();
        var window = new UsageWindow(days, contract.zones());
        List<UsageEvent> events = source.events(contract.customer(), window.start(), window.end());
        if (events.isEmpty()) {
            return usage;
        }
        Set<Meter> meters = new LinkedHashSet<>();
        versions.forEach(version -> version.terms().charges().forEach(charge -> meters.addAll(charge.meters())));
        UsageTaken taken =
                UsageIntake.of(window, meters).forCustomer(contract.customer()).take(events);
        taken.findings().forEach(finding -> usage.add(finding, days));
        for (UsageEvent event : taken.accepted()) {
            usage.sort(event, window.dayOf(event.time()), versions, served, inCycle);
        }
        return usage;
    }

    private void sort(
            UsageEvent event,
            LocalDate day,
            List<TermsVersion> versions,
            List<ServicePeriod> served,
            BiPredicate<TermsVersion, Charge> inCycle) {
        if (served.stream().noneMatch(days -> days.contains(day))) {
            add(
                    BillingFinding.Code.USAGE_NOT_SERVED,
                    event,
                    day,
                    Explanation.of("usage.not-served", "the contract rests on {0}", day));
            return;
        }
        boolean known = false;
        for (TermsVersion version : versions) {
            if (version.days().contains(day)) {
                for (Charge charge : version.terms().charges()) {
                    boolean counts = counts(charge, event, day);
                    known |= counts;
                    if (counts && inCycle.test(version, charge)) {
                        charged.add(event);
                        return;
                    }
                }
            }
        }
        if (!known) {
            add(
                    BillingFinding.Code.USAGE_NOT_CHARGED,
                    event,
                    day,
                    Explanation.of("usage.not-charged", "no charge counts {0} on {1}", event.meter(), day));
        }
    }

    private static boolean counts(Charge charge, UsageEvent event, LocalDate day) {
        return charge.within(new ServicePeriod(day, day.plusDays(1))).isPresent()
                && charge.meters().stream().anyMatch(meter -> meter.counts(event));
    }

    private void add(UsageFinding finding, ServicePeriod days) {
        if (finding.code() == UsageFinding.Code.DUPLICATE) {
            return; // reported twice, used once
        }
        BillingFinding.Code code = switch (finding.code()) {
            case UNKNOWN_METER, OTHER_DIMENSIONS -> BillingFinding.Code.USAGE_NOT_CHARGED;
            default -> BillingFinding.Code.USAGE_REJECTED;
        };
        findings.add(new BillingFinding(code, "usage[" + finding.key() + "]", days, finding.explanation()));
    }

    private void add(BillingFinding.Code code, UsageEvent event, LocalDate day, Explanation reason) {
        findings.add(new BillingFinding(
                code, "usage[" + event.key() + "]", new ServicePeriod(day, day.plusDays(1)), reason));
    }

    /** What the charges of the cycle count. */
    List<UsageEvent> charged() {
        return charged;
    }

    /** What no charge of the contract can count. */
    List<BillingFinding> findings() {
        return findings;
    }
}

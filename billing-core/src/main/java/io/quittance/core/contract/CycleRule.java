package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.util.function.Consumer;

/** Periods that are longer than the contract, of which there is only a part; and periods counted from a day after it. */
final class CycleRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedTerms version : contract.versions()) {
            boolean used = version.terms().charges().stream()
                    .anyMatch(charge -> charge.cycle().isEmpty() && charge.kind() != ChargeKind.ONE_OFF);
            if (used) {
                review(contract, version.path() + "billed", version.terms().cycle(), findings);
            }
        }
        for (ReviewedCharge charge : contract.newCharges()) {
            charge.charge().cycle().ifPresent(cycle -> review(contract, charge.path() + ".billed", cycle, findings));
        }
    }

    private static void review(
            ReviewedContract contract, String path, BillingCycle cycle, Consumer<ReviewFinding> findings) {
        ServicePeriod days = contract.days();
        cycle.day()
                .filter(day -> !day.isBefore(days.end()))
                .ifPresent(day -> findings.accept(note(
                        path + ".day",
                        Explanation.of(
                                "review.cycle-after-end",
                                "periods are counted from {0}, after the contract, {1}",
                                day,
                                days))));
        if (isLonger(cycle.schedule(days.start()), days)) {
            findings.accept(note(
                    path,
                    Explanation.of(
                            "review.cycle-too-long",
                            "a period of {0} is longer than the contract, {1}: it is billed once, on {2}",
                            cycle.interval(),
                            days,
                            cycle.billingDay(days))));
        }
    }

    /** Whether one period holds all of the days, and others. */
    private static boolean isLonger(Schedule schedule, ServicePeriod days) {
        return schedule.numberOf(days.start()) == schedule.numberOf(days.lastDay())
                && !(schedule.isBoundary(days.start()) && schedule.isBoundary(days.end()));
    }
}

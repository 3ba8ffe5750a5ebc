package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.contradiction;
import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Prices that rise only after the end of their charge, or before its first day, so that the price that was agreed is never
 * charged; changes of nothing; and indexes that count from a month after the first, or whose floor is their cap.
 */
final class EscalationRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedCharge charge : contract.newCharges()) {
            charge.charge().escalation().ifPresent(escalation -> {
                String path = charge.path() + ".escalation";
                contract.charged(charge.charge().id()).ifPresent(days -> reviewDays(path, escalation, days, findings));
                reviewChange(path, escalation).ifPresent(findings);
            });
        }
    }

    private static void reviewDays(
            String path, Escalation escalation, ServicePeriod days, Consumer<ReviewFinding> findings) {
        LocalDate first = escalation
                .match(
                        fixed -> AdjustmentDays.first(fixed.boundaries(), fixed.from()),
                        indexed -> Optional.of(indexed.first()))
                .orElse(days.end());
        if (!first.isBefore(days.end())) {
            findings.accept(contradiction(
                    path,
                    Explanation.of(
                            "review.escalation-never",
                            "prices change first on {0}, after the charge, which has {1}",
                            first,
                            days)));
        } else if (!first.isAfter(days.start())) {
            findings.accept(note(
                    path,
                    Explanation.of(
                            "review.escalation-early",
                            "prices change on {0} already: on none of {1} the price is as agreed",
                            first,
                            days)));
        }
        baseOf(escalation)
                .filter(base -> base.isAfter(YearMonth.from(days.start())))
                .ifPresent(base -> findings.accept(note(
                        path + ".base",
                        Explanation.of(
                                "review.index-base-late",
                                "the index counts from {0} on, after the first day, {1}",
                                base,
                                days.start()))));
    }

    private static Optional<YearMonth> baseOf(Escalation escalation) {
        return escalation.match(fixed -> Optional.empty(), indexed -> Optional.of(indexed.base()));
    }

    private static Optional<ReviewFinding> reviewChange(String path, Escalation escalation) {
        return escalation.match(
                fixed -> fixed.percent().signum() == 0
                        ? Optional.of(note(
                                path + ".percent",
                                Explanation.of("review.escalation-nothing", "changes prices by nothing")))
                        : Optional.empty(),
                indexed -> indexed.floor().isPresent() && indexed.floor().equals(indexed.cap())
                        ? Optional.of(note(
                                path + ".floor",
                                Explanation.of(
                                        "review.index-without-effect",
                                        "floor and cap are both {0}%: the index changes nothing",
                                        indexed.floor().get())))
                        : Optional.empty());
    }
}

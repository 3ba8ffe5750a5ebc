package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.contradiction;
import static io.quittance.core.contract.ReviewFinding.gap;

import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.ServicePeriod;
import java.util.List;
import java.util.function.Consumer;

/**
 * Days of a contract on which nothing is charged at all, while something is on others; and a contract that rests all the time.
 * What is due once is not looked at: a contract may be of nothing else.
 */
final class UnchargedDaysRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        if (contract.isPaused(contract.term())) {
            findings.accept(contradiction(
                    lastPause(contract),
                    Explanation.of(
                            "review.all-paused", "the contract rests on all days of its term, {0}", contract.term())));
        }
        List<ServicePeriod> covered = contract.charges().stream()
                .filter(charge -> charge.charge().kind() != ChargeKind.ONE_OFF)
                .flatMap(charge -> charge.days().stream())
                .toList();
        if (covered.isEmpty()) {
            return;
        }
        for (ServicePeriod gap : contract.days().without(covered)) {
            if (!contract.isPaused(gap)) {
                findings.accept(gap("term", Explanation.of("review.uncharged-days", "nothing is charged on {0}", gap)));
            }
        }
    }

    private static String lastPause(ReviewedContract contract) {
        String path = "term";
        for (int i = 0; i < contract.amendments().size(); i++) {
            Amendment amendment = contract.amendments().get(i);
            if (amendment.kind() == Amendment.Kind.PAUSE && contract.holds(amendment)) {
                path = "amendments[" + i + "].days";
            }
        }
        return path;
    }
}

package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Commitments that change no price: without a true-up and with what lies above at the same price; and one over a term that its
 * periods reach by their own minimums, such as 1200 a year with 100 a month.
 */
final class CommitmentRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedCharge charge : contract.newCharges()) {
            charge.charge()
                    .commitment()
                    .filter(CommitmentRule::isIdle)
                    .ifPresent(idle -> findings.accept(idle(charge.path() + ".commitment")));
        }
        for (ReviewedTerms version : contract.versions()) {
            version.terms().commitment().ifPresent(commitment -> review(contract, version, commitment, findings));
        }
    }

    private static boolean isIdle(Commitment commitment) {
        return commitment.overageFactor().compareTo(BigDecimal.ONE) == 0
                && (!commitment.trueUp() || commitment.value().signum() == 0);
    }

    private static ReviewFinding idle(String path) {
        return note(path, Explanation.of("review.commitment-without-effect", "changes no price"));
    }

    private static void review(
            ReviewedContract contract,
            ReviewedTerms version,
            TermCommitment commitment,
            Consumer<ReviewFinding> findings) {
        String path = version.path() + "commitment";
        BigDecimal period = commitment.periodMinimum().orElse(BigDecimal.ZERO);
        if (commitment.termMinimum().signum() == 0) {
            if (period.signum() == 0 && commitment.overageFactor().compareTo(BigDecimal.ONE) == 0) {
                findings.accept(idle(path));
            }
            return;
        }
        long periods =
                wholePeriods(version.terms().cycle().schedule(contract.days().start()), contract.term());
        BigDecimal sum = period.multiply(BigDecimal.valueOf(periods));
        if (sum.compareTo(commitment.termMinimum()) >= 0
                && version.days().equals(contract.days())
                && version.terms().discounts().list().isEmpty()) {
            findings.accept(note(
                    path + ".termMinimum",
                    Explanation.of(
                            "review.commitment-covered",
                            "{0} over the term, of which {1} whole periods of {2} are {3}",
                            commitment.termMinimum(),
                            periods,
                            period,
                            sum)));
        }
    }

    private static long wholePeriods(Schedule schedule, ServicePeriod term) {
        long first = schedule.numberOf(term.start()) + (schedule.isBoundary(term.start()) ? 0 : 1);
        return Math.max(0, schedule.numberOf(term.end()) - first);
    }
}

package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Limits of a price that is the same in every period: a flat fee of 100 never costs less than a minimum of 80, nor more than a
 * maximum of 120. One that changes over time or is discounted is not looked at.
 */
final class FixedPriceRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedCharge charge : contract.newCharges()) {
            if (isFixed(charge.charge()) && charge.charge().model() instanceof FlatFee fee) {
                review(charge, fee.amount(), findings);
            }
        }
    }

    private static boolean isFixed(Charge charge) {
        return charge.laterModels().isEmpty()
                && charge.phases().list().isEmpty()
                && charge.escalation().isEmpty()
                && charge.discounts().list().isEmpty()
                && charge.commitment().isEmpty();
    }

    private static void review(ReviewedCharge charge, BigDecimal fee, Consumer<ReviewFinding> findings) {
        charge.charge()
                .minimum()
                .map(SpendMinimum::amount)
                .filter(least -> least.signum() > 0 && least.compareTo(fee) <= 0)
                .ifPresent(least -> findings.accept(note(
                        charge.path() + ".minimum",
                        Explanation.of(
                                "review.minimum-never-reached",
                                "at least {0} of a fee that is always {1}",
                                least,
                                fee))));
        charge.charge()
                .maximum()
                .map(SpendMaximum::amount)
                .filter(most -> most.signum() > 0 && most.compareTo(fee) >= 0)
                .ifPresent(most -> findings.accept(note(
                        charge.path() + ".maximum",
                        Explanation.of(
                                "review.maximum-never-reached",
                                "at most {0} of a fee that is always {1}",
                                most,
                                fee))));
    }
}

package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Charges that cost nothing, by their price or their quantity, and milestones that do; unless a later price is agreed. */
final class ZeroPriceRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedCharge charge : contract.newCharges()) {
            ChargeModel model = charge.charge().model();
            String path = charge.path() + ".model.";
            if (charge.charge().quantity().signum() == 0 && !(model instanceof FlatFee)) {
                findings.accept(zero(charge.path() + ".quantity"));
            }
            if (!charge.charge().laterModels().isEmpty()) {
                continue;
            }
            if (model instanceof FlatFee fee) {
                review(path + "amount", fee.amount(), findings);
            } else if (model instanceof PerUnit price) {
                review(path + "unitPrice", price.unitPrice(), findings);
            } else if (model instanceof Completion completion) {
                review(path + "price", completion.price(), findings);
            } else if (model instanceof Milestones milestones) {
                List<BigDecimal> amounts = new ArrayList<>(milestones.amounts().values());
                for (int i = 0; i < amounts.size(); i++) {
                    review(path + "milestones[" + i + "].amount", amounts.get(i), findings);
                }
            }
        }
    }

    private static void review(String path, BigDecimal price, Consumer<ReviewFinding> findings) {
        if (price.signum() == 0) {
            findings.accept(zero(path));
        }
    }

    private static ReviewFinding zero(String path) {
        return note(path, Explanation.of("review.price-zero", "costs nothing"));
    }
}

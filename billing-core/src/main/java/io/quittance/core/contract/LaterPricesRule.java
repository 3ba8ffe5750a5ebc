package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.contradiction;

import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Prices of a charge that hold on none of its days: those after its end, and those that another replaces before its start. */
final class LaterPricesRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedCharge charge : contract.newCharges()) {
            contract.charged(charge.charge().id()).ifPresent(days -> review(charge, days, findings));
        }
    }

    private static void review(ReviewedCharge charge, ServicePeriod days, Consumer<ReviewFinding> findings) {
        List<LocalDate> starts = new ArrayList<>(charge.charge().laterModels().keySet());
        for (int i = -1; i < starts.size(); i++) { // -1 is the price that holds before all of them
            boolean replaced = i + 1 < starts.size() && !starts.get(i + 1).isAfter(days.start());
            boolean late = i >= 0 && !starts.get(i).isBefore(days.end());
            if (replaced || late) {
                findings.accept(contradiction(
                        charge.path() + (i < 0 ? ".model" : ".laterModels[" + i + "]"),
                        Explanation.of("review.price-never-holds", "the price holds on none of {0}", days)));
            }
        }
    }
}

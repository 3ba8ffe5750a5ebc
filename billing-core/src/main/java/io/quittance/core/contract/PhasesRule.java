package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.contradiction;
import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Phases that begin after the end of their charge, a full price that no day costs, and phases that change nothing. */
final class PhasesRule implements ReviewRule {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedCharge charge : contract.newCharges()) {
            List<Phase> phases = charge.charge().phases().list();
            for (int i = 0; i < phases.size(); i++) {
                if (phases.get(i).percent().compareTo(ALL) == 0) {
                    findings.accept(note(
                            charge.path() + ".phases[" + i + "]",
                            Explanation.of("review.whole-phase", "costs the full price")));
                }
            }
            if (!phases.isEmpty()) {
                contract.charged(charge.charge().id()).ifPresent(days -> review(charge, days, findings));
            }
        }
    }

    private static void review(ReviewedCharge charge, ServicePeriod days, Consumer<ReviewFinding> findings) {
        List<LocalDate> ends = charge.charge().phases().ends(days.start());
        for (int i = 1; i < ends.size(); i++) {
            if (!ends.get(i - 1).isBefore(days.end())) {
                findings.accept(contradiction(
                        charge.path() + ".phases[" + i + "]",
                        Explanation.of(
                                "review.phase-never-begins",
                                "begins on {0}, after the charge, which has {1}",
                                ends.get(i - 1),
                                days)));
            }
        }
        LocalDate full = ends.get(ends.size() - 1);
        if (!full.isBefore(days.end())) {
            findings.accept(note(
                    charge.path() + ".phases",
                    Explanation.of(
                            "review.full-price-never",
                            "the full price is due from {0} on, after the charge, which has {1}",
                            full,
                            days)));
        }
    }
}

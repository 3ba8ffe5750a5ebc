package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.contradiction;
import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Maximums of nothing or below the minimum, of a charge or of all together; and a minimum for all together that a charge has by
 * itself. A charge's own minimum counts for all of them where it is charged on all days of its terms, in their cycle.
 */
final class LimitsRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedCharge charge : contract.newCharges()) {
            review(
                    charge.path() + ".",
                    charge.charge().maximum(),
                    charge.charge().minimum(),
                    findings);
        }
        for (ReviewedTerms version : contract.versions()) {
            ContractTerms terms = version.terms();
            review(version.path(), terms.maximum(), terms.minimum(), findings);
            reviewBeside(version, ofCharges(contract, version), findings);
        }
    }

    private static void review(
            String path,
            Optional<SpendMaximum> maximum,
            Optional<SpendMinimum> minimum,
            Consumer<ReviewFinding> findings) {
        BigDecimal most = maximum.map(SpendMaximum::amount).orElse(null);
        BigDecimal least = minimum.map(SpendMinimum::amount).orElse(BigDecimal.ZERO);
        if (most != null && most.compareTo(least) < 0) {
            findings.accept(below(path, most, least));
        } else if (most != null && most.signum() == 0) {
            findings.accept(
                    contradiction(path + "maximum", Explanation.of("review.maximum-zero", "nothing is ever charged")));
        }
    }

    private static ReviewFinding below(String path, BigDecimal most, BigDecimal least) {
        return contradiction(
                path + "maximum",
                Explanation.of("review.maximum-below-minimum", "at most {0}, and at least {1}", most, least));
    }

    /** The largest minimum of a charge that is a minimum of all; 0 if there is none, which no limit is below. */
    private static BigDecimal ofCharges(ReviewedContract contract, ReviewedTerms version) {
        return version.charges().stream()
                .filter(charge -> charge.days().filter(version.days()::equals).isPresent())
                .filter(charge -> version.isInCycle(charge.charge(), contract.days()))
                .flatMap(charge -> charge.charge().minimum().stream())
                .map(SpendMinimum::amount)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private static void reviewBeside(ReviewedTerms version, BigDecimal least, Consumer<ReviewFinding> findings) {
        ContractTerms terms = version.terms();
        BigDecimal own = terms.minimum().map(SpendMinimum::amount).orElse(BigDecimal.ZERO);
        BigDecimal most = terms.maximum().map(SpendMaximum::amount).orElse(null);
        if (most != null && most.compareTo(own) >= 0 && most.compareTo(least) < 0) {
            findings.accept(below(version.path(), most, least));
        }
        if (most == null
                && own.signum() > 0
                && own.compareTo(least) <= 0
                && terms.discounts().list().isEmpty()) {
            findings.accept(note(
                    version.path() + "minimum",
                    Explanation.of(
                            "review.minimum-covered",
                            "never adds anything: a charge by itself costs at least {0}",
                            least)));
        }
    }
}

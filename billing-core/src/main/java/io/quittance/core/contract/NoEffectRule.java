package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.contradiction;
import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.SpendMinimum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Discounts of nothing, of all, or on charges that are never charged; and minimums of nothing.
 */
final class NoEffectRule implements ReviewRule {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedCharge charge : contract.newCharges()) {
            review(charge.path() + ".", charge.charge().discounts().list(), findings);
            review(charge.path() + ".", charge.charge().minimum(), findings);
        }
        for (ReviewedTerms version : contract.versions()) {
            List<Discount> discounts = version.terms().discounts().list();
            review(version.path(), discounts, findings);
            review(version.path(), version.terms().minimum(), findings);
            for (int i = 0; i < discounts.size(); i++) {
                Discount discount = discounts.get(i);
                if (version.charges().stream()
                        .filter(charge -> discount.appliesTo(charge.charge().id()))
                        .allMatch(
                                charge -> contract.charged(charge.charge().id()).isEmpty())) {
                    findings.accept(contradiction(
                            version.path() + "discounts[" + i + "].charges",
                            Explanation.of(
                                    "review.discount-never",
                                    "none of its charges is ever charged in the contract, {0}",
                                    contract.days())));
                }
            }
        }
    }

    private static void review(String path, List<Discount> discounts, Consumer<ReviewFinding> findings) {
        for (int i = 0; i < discounts.size(); i++) {
            Discount discount = discounts.get(i);
            String value = path + "discounts[" + i + "].value";
            if (discount.value().signum() == 0) {
                findings.accept(note(value, Explanation.of("review.discount-zero", "takes nothing off")));
            } else if (discount.kind() == Discount.Kind.PERCENT
                    && discount.value().compareTo(ALL) == 0) {
                findings.accept(note(value, Explanation.of("review.discount-all", "takes all off")));
            }
        }
    }

    private static void review(String path, Optional<SpendMinimum> minimum, Consumer<ReviewFinding> findings) {
        minimum.filter(least -> least.amount().signum() == 0)
                .ifPresent(least -> findings.accept(
                        note(path + "minimum", Explanation.of("review.minimum-zero", "never adds anything"))));
    }
}

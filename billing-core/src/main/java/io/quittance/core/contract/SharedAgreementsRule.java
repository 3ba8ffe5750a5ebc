package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.gap;
import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.pricing.Discount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Amounts that are agreed for all charges together, while some or all of them are billed in other cycles than that of the terms,
 * and so count for nothing there. A minimum for which no charge counts is billed beside them, in full.
 */
final class SharedAgreementsRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedTerms version : contract.versions()) {
            review(contract, version, findings);
        }
    }

    private static void review(ReviewedContract contract, ReviewedTerms version, Consumer<ReviewFinding> findings) {
        ContractTerms terms = version.terms();
        List<ReviewedCharge> charged = version.charges().stream()
                .filter(charge -> charge.days().isPresent())
                .toList();
        var agreed = new ArrayList<String>();
        terms.maximum().ifPresent(maximum -> agreed.add("maximum"));
        terms.minimum().ifPresent(minimum -> agreed.add("minimum"));
        terms.commitment().ifPresent(commitment -> agreed.add("commitment"));
        agreed.forEach(agreement -> review(contract, version, agreement, charged, findings));
        for (int i = 0; i < terms.discounts().list().size(); i++) {
            Discount discount = terms.discounts().list().get(i);
            if (discount.kind() == Discount.Kind.AMOUNT) {
                List<ReviewedCharge> meant = charged.stream()
                        .filter(charge -> discount.appliesTo(charge.charge().id()))
                        .toList();
                review(contract, version, "discounts[" + i + "]", meant, findings);
            }
        }
    }

    private static void review(
            ReviewedContract contract,
            ReviewedTerms version,
            String agreement,
            List<ReviewedCharge> charges,
            Consumer<ReviewFinding> findings) {
        List<ReviewedCharge> counting = charges.stream()
                .filter(charge -> version.isInCycle(charge.charge(), contract.days()))
                .toList();
        if (counting.size() == charges.size()) {
            return;
        }
        String path = version.path() + agreement;
        if (counting.isEmpty()) {
            findings.accept(gap(
                    path,
                    Explanation.of(
                            "review.agreed-for-nothing",
                            "no charge counts for it: none is billed {0}, as the terms are",
                            version.terms().cycle())));
        } else {
            charges.stream()
                    .filter(charge -> !counting.contains(charge))
                    .findFirst()
                    .ifPresent(charge -> findings.accept(note(
                            path,
                            Explanation.of(
                                    "review.agreed-for-some",
                                    "{0} of {1} charges count for it: {2} is not billed as the terms are",
                                    counting.size(),
                                    charges.size(),
                                    charge.path()))));
        }
    }
}

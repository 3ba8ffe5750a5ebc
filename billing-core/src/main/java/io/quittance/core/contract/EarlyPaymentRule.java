package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import java.util.List;
import java.util.function.Consumer;

/**
 * Discounts for paying early that last until all or a part is due, or longer, at least for some invoice dates: 2 % within 10
 * days, where all is due on the last day of the month. The terms refuse only those that always do.
 */
final class EarlyPaymentRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedTerms version : contract.versions()) {
            PaymentTerms terms = version.terms().paymentTerms();
            int least = terms.instalments().stream()
                    .mapToInt(instalment -> instalment.due().leastDays())
                    .min()
                    .orElseThrow();
            List<EarlyPaymentDiscount> discounts = terms.discounts();
            for (int i = 0; i < discounts.size(); i++) {
                if (discounts.get(i).days() >= least) {
                    findings.accept(note(
                            version.path() + "paymentTerms.discounts[" + i + "].days",
                            Explanation.of(
                                    "review.discount-not-early",
                                    "{0} days to pay early, while all or a part may be due after {1}",
                                    discounts.get(i).days(),
                                    least)));
                }
            }
        }
    }
}

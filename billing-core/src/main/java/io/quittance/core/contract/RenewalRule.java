package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.contradiction;

import io.quittance.core.explain.Explanation;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * A notice for which it is too late before the contract begins: of a year, on a term of six months. Where nothing is renewed
 * there is none.
 */
final class RenewalRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        LocalDate last = contract.term().end().minus(contract.renewal().notice());
        if (last.isBefore(contract.term().start())) {
            findings.accept(contradiction(
                    "renewal.notice",
                    Explanation.of(
                            "review.notice-too-long",
                            "notice would have to be given on {0}, before the term, {1}",
                            last,
                            contract.term())));
        }
    }
}

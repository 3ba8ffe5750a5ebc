package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.ROUNDING_ONLY;

import io.quittance.core.explain.Explanation;
import java.util.List;

/** What is open is no more than one unit for each line that was rounded. */
final class RoundingRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        return comparison.open().signum() == 0 || !comparison.isNothing(comparison.open())
                ? List.of()
                : List.of(Cause.of(
                        ROUNDING_ONLY,
                        comparison.open(),
                        Explanation.of(
                                "verification.rounding",
                                "invoiced {0} instead of {1}, which rounding explains",
                                comparison.invoicedAmount(),
                                comparison.expectedAmount())));
    }
}

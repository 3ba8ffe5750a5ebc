package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.NOT_VERIFIABLE;

import io.quittance.core.explain.Explanation;
import java.util.List;

/** What was invoiced of a charge that could not be rated is neither right nor wrong. */
final class NotVerifiableRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        return comparison.isRated()
                ? List.of()
                : List.of(Cause.of(
                        NOT_VERIFIABLE,
                        comparison.open(),
                        Explanation.of(
                                "verification.not-rated",
                                "{0} were invoiced for what cannot be rated",
                                comparison.invoicedAmount())));
    }
}

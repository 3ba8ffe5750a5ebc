package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.NOT_DELIVERED;
import static io.quittance.core.verification.VerificationFinding.Code.NOT_DUE;

import io.quittance.core.contract.Charge;
import io.quittance.core.explain.Explanation;
import java.util.List;

/** A charge of the contract for which nothing is due on these days: too early, at rest, or since nothing was delivered. */
final class NotDueRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        if (comparison.isNothing(comparison.open())
                || comparison.expectedAmount().signum() != 0
                || comparison.charge().isEmpty()) {
            return List.of();
        }
        boolean delivers = Terms.charges(comparison).stream().map(Charge::kind).anyMatch(kind -> kind.isMetered());
        boolean over = !comparison.asOf().date().isBefore(comparison.days().end());
        return List.of(
                delivers && over
                        ? Cause.of(
                                NOT_DELIVERED,
                                comparison.open(),
                                Explanation.of(
                                        "verification.not-delivered",
                                        "{0} were invoiced, and nothing was delivered",
                                        comparison.invoicedAmount()))
                        : Cause.of(
                                NOT_DUE,
                                comparison.open(),
                                Explanation.of(
                                        "verification.not-due",
                                        "{0} were invoiced for days of which nothing is due by {1}",
                                        comparison.invoicedAmount(),
                                        comparison.asOf().date())));
    }
}

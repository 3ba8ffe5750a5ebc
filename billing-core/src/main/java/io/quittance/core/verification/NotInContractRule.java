package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.NOT_IN_CONTRACT;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.schedule.ServicePeriod;
import java.util.List;

/** Lines of no charge, or of one that the terms of their days do not have. */
final class NotInContractRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        if (comparison.open().signum() == 0
                || !comparison.expected().isEmpty()
                || comparison
                        .charge()
                        .filter(charge -> isAgreed(comparison, charge))
                        .isPresent()) {
            return List.of();
        }
        return List.of(Cause.of(
                NOT_IN_CONTRACT,
                comparison.open(),
                Explanation.of(
                        "verification.not-in-contract",
                        "{0}: {1} were invoiced without a charge of the contract",
                        comparison.invoiced().get(0).text(),
                        comparison.open())));
    }

    private static boolean isAgreed(Comparison comparison, ChargeId charge) {
        return comparison.terms().stream().anyMatch(terms -> isAgreed(terms, charge, comparison.days()));
    }

    private static boolean isAgreed(ContractTerms terms, ChargeId charge, ServicePeriod days) {
        return charge.equals(ContractTerms.MINIMUM_LINE)
                ? terms.minimum().isPresent()
                : charge.equals(ContractTerms.COMMITMENT_LINE)
                        ? terms.commitment().isPresent()
                        : terms.charge(charge).flatMap(own -> own.within(days)).isPresent();
    }
}

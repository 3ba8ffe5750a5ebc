package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.WRONG_PRICE_VERSION;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.ChargeModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was invoiced is what another version of the price comes to: other terms that were known, a price of the charge of other days,
 * or its price without escalation. Each is tried by a run over the contract as if nothing else had been agreed.
 */
final class WrongVersionRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        if (comparison.invoiced().isEmpty() || comparison.isNothing(comparison.open())) {
            return List.of();
        }
        for (Map.Entry<String, ContractTerms> other : Terms.known(comparison).entrySet()) {
            boolean holds = comparison.terms().equals(List.of(other.getValue()));
            if (!holds && comparison.isOpen(difference(comparison, comparison.pricedBy(other.getValue())))) {
                return found(
                        difference(comparison, comparison.pricedBy(other.getValue())),
                        Explanation.of(
                                "verification.version",
                                "{0} would be right by the terms {1}",
                                comparison.invoicedAmount(),
                                other.getKey()));
            }
        }
        for (Charge agreed : Terms.charges(comparison)) {
            List<Cause> causes = ofPrices(comparison, agreed);
            if (!causes.isEmpty()) {
                return causes;
            }
        }
        return List.of();
    }

    private static List<Cause> ofPrices(Comparison comparison, Charge agreed) {
        if (!agreed.laterModels().isEmpty()) {
            Set<ChargeModel> prices = new LinkedHashSet<>();
            prices.add(agreed.model());
            prices.addAll(agreed.laterModels().values());
            for (ChargeModel price : prices) {
                Amount difference = difference(
                        comparison, comparison.priced(terms -> Terms.repriced(terms, agreed.id(), model -> price)));
                if (comparison.isOpen(difference)) {
                    return found(
                            difference,
                            Explanation.of(
                                    "verification.price-of-other-days",
                                    "{0} would be right at the price {1} of other days",
                                    comparison.invoicedAmount(),
                                    price));
                }
            }
        }
        if (agreed.escalation().isPresent()) {
            Amount difference = difference(
                    comparison,
                    comparison.priced(terms ->
                            terms.withCharges(each -> each.id().equals(agreed.id()) ? each.unescalated() : each)));
            if (comparison.isOpen(difference)) {
                return found(
                        difference,
                        Explanation.of(
                                "verification.not-escalated",
                                "{0} would be right without escalation",
                                comparison.invoicedAmount()));
            }
        }
        return List.of();
    }

    private static Amount difference(Comparison comparison, Amount other) {
        return other.subtract(comparison.expectedAmount());
    }

    private static List<Cause> found(Amount difference, Explanation reason) {
        return List.of(Cause.of(WRONG_PRICE_VERSION, difference, reason));
    }
}

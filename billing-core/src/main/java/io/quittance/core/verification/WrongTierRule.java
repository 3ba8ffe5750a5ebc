package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.WRONG_TIER;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.TierBound;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What was invoiced is what the right price comes to if its tiers are read in another way: all units in one tier, by volume instead
 * of graduated or the other way round, or a bound in the next tier. Each is tried by a run over the contract with that price, so that
 * what comes before and after the tiers, such as free units and discounts, is as agreed.
 */
final class WrongTierRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        if (comparison.invoiced().isEmpty() || comparison.isNothing(comparison.open())) {
            return List.of();
        }
        for (Charge charge : Terms.charges(comparison)) {
            for (ChargeModel model : models(charge)) {
                List<ChargeModel> readings = TierReadings.of(model);
                for (ChargeModel reading : readings) {
                    Amount difference = difference(comparison, terms -> read(terms, charge, model, reading));
                    if (comparison.isOpen(difference)) {
                        return found(
                                difference,
                                Explanation.of(
                                        "verification.tier",
                                        "{0} would be right if the tiers were read as {1}",
                                        comparison.invoicedAmount(),
                                        reading));
                    }
                }
                if (!readings.isEmpty()) {
                    Amount difference = difference(comparison, WrongTierRule::otherBound);
                    if (comparison.isOpen(difference)) {
                        return found(
                                difference,
                                Explanation.of(
                                        "verification.tier-bound",
                                        "{0} would be right if a bound were in the other tier",
                                        comparison.invoicedAmount()));
                    }
                }
            }
        }
        return List.of();
    }

    private static Set<ChargeModel> models(Charge charge) {
        Set<ChargeModel> models = new LinkedHashSet<>();
        models.add(charge.model());
        models.addAll(charge.laterModels().values());
        return models;
    }

    private static ContractTerms read(ContractTerms terms, Charge charge, ChargeModel model, ChargeModel reading) {
        return Terms.repriced(terms, charge.id(), own -> own.equals(model) ? reading : own);
    }

    private static ContractTerms otherBound(ContractTerms terms) {
        Conventions agreed = terms.conventions();
        return terms.withConventions(agreed.withTierBound(
                agreed.tierBound() == TierBound.INCLUSIVE ? TierBound.EXCLUSIVE : TierBound.INCLUSIVE));
    }

    private static Amount difference(Comparison comparison, UnaryOperator<ContractTerms> change) {
        return comparison.priced(change).subtract(comparison.expectedAmount());
    }

    private static List<Cause> found(Amount difference, Explanation reason) {
        return List.of(Cause.of(WRONG_TIER, difference, reason));
    }
}

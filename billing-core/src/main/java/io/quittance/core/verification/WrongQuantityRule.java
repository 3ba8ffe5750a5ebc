package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.WRONG_QUANTITY;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ChargeKind;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Other units were invoiced than delivered, and the amount follows: by the price that was expected for each, or by what the terms
 * come to for so many.
 */
final class WrongQuantityRule implements VerificationRule {
    private static final Set<ChargeKind> HAVING_OWN_MODEL =
            Set.of(ChargeKind.TIME_AND_MATERIALS, ChargeKind.MILESTONES, ChargeKind.COMPLETION);

    @Override
    public List<Cause> causes(Comparison comparison) {
        Quantities quantities = Quantities.of(comparison).orElse(null);
        if (quantities == null || !quantities.differ() || comparison.isNothing(comparison.open())) {
            return List.of();
        }
        return byPrice(comparison, quantities)
                .filter(comparison::isOpen)
                .or(() -> byTerms(comparison, quantities).filter(comparison::isOpen))
                .map(difference -> Cause.of(
                        WRONG_QUANTITY,
                        difference,
                        Explanation.of(
                                "verification.quantity",
                                "{0} were invoiced, {1} were delivered",
                                quantities.invoiced(),
                                quantities.delivered())))
                .stream()
                .toList();
    }

    /** The difference that they make at the price that was expected for each. */
    private static Optional<Amount> byPrice(Comparison comparison, Quantities quantities) {
        if (quantities.delivered().signum() == 0) {
            return Optional.empty();
        }
        Amount expected = comparison.expectedAmount();
        Fraction share = quantities.invoiced().dividedBy(quantities.delivered());
        return Optional.of(expected.times(share, Terms.rounding(comparison)).subtract(expected));
    }

    /** The difference that they make by the terms, where the quantity alone makes the price. */
    private static Optional<Amount> byTerms(Comparison comparison, Quantities quantities) {
        List<Charge> charges = Terms.charges(comparison);
        boolean priced = charges.size() == 1
                && !HAVING_OWN_MODEL.contains(charges.get(0).kind())
                && comparison.expected().size() <= 1
                && quantities.invoiced().signum() >= 0;
        return priced
                ? Optional.of(comparison
                        .priced(terms -> Terms.repriced(
                                terms, charges.get(0).id(), model -> new PricedAt(model, quantities.invoiced())))
                        .subtract(comparison.expectedAmount()))
                : Optional.empty();
    }
}

package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.WRONG_PRICE;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.List;

/** As many units were invoiced as delivered, and nothing else explains the amount: the price is one that no terms have. */
final class WrongPriceRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        Amount difference = comparison.invoicedAmount().subtract(comparison.expectedAmount());
        Quantities quantities = Quantities.of(comparison).orElse(null);
        if (quantities == null
                || quantities.differ()
                || quantities.delivered().signum() == 0
                || comparison.isNothing(difference)
                || !comparison.open().isEqualTo(difference)) {
            return List.of();
        }
        return List.of(Cause.of(
                WRONG_PRICE,
                difference,
                Explanation.of(
                        "verification.price",
                        "{0} were invoiced at {1} each instead of {2}",
                        quantities.invoiced(),
                        stated(comparison, quantities),
                        comparison.expectedAmount().toFraction().dividedBy(quantities.delivered()))));
    }

    /** The price that the invoice names, else what a unit comes to. */
    private static Object stated(Comparison comparison, Quantities quantities) {
        return comparison.invoiced().size() == 1
                        && comparison.invoiced().get(0).unitPrice().isPresent()
                ? comparison.invoiced().get(0).unitPrice().get()
                : comparison.invoicedAmount().toFraction().dividedBy(quantities.invoiced());
    }
}

package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.CREDITED;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;

/** What is open was given back by credit notes: by all of their lines together, or by one. */
final class CreditedRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        List<InvoicedLine> credits =
                comparison.invoiced().stream().filter(InvoicedLine::isCredit).toList();
        var groups = new ArrayList<List<InvoicedLine>>();
        groups.add(credits);
        credits.forEach(line -> groups.add(List.of(line)));
        for (List<InvoicedLine> group : groups) {
            Amount given = group.stream()
                    .map(InvoicedLine::amount)
                    .reduce(Amount.zero(comparison.open().getCurrency()), Amount::add);
            if (comparison.isOpen(given)) {
                return List.of(Cause.of(
                                CREDITED,
                                given,
                                Explanation.of(
                                        "verification.credited",
                                        "{0} were given back by a credit note",
                                        given.negate()))
                        .about(group));
            }
        }
        return List.of();
    }
}

package io.quittance.core.invoice;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.tax.TaxTreatment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which lines an allowance or charge of a document is for, by their amounts: those that are taxed as it is; where there are none,
 * all. What takes something back bears nothing of it, unless all lines do.
 */
final class CreditBasis {
    private CreditBasis() {}

    /** The weight of each line, by its index; none if no line counts. */
    static Map<Integer, Fraction> of(List<InvoiceLine> lines, Set<TaxTreatment> treatment) {
        List<Predicate<InvoiceLine>> rules = List.of(
                line -> line.netAmount().signum() > 0 && isTaxed(line, treatment),
                line -> line.netAmount().signum() > 0,
                line -> line.netAmount().signum() != 0,
                line -> true);
        for (Predicate<InvoiceLine> rule : rules) {
            var weights = new LinkedHashMap<Integer, Fraction>();
            for (int i = 0; i < lines.size(); i++) {
                InvoiceLine line = lines.get(i);
                if (line.status() == InvoiceLine.Status.DETAIL && rule.test(line)) {
                    weights.put(i, weight(line.netAmount()));
                }
            }
            if (!weights.isEmpty()) {
                return weights;
            }
        }
        return Map.of();
    }

    private static boolean isTaxed(InvoiceLine line, Set<TaxTreatment> treatment) {
        return line.taxes().stream()
                .map(TaxTreatment::withoutReason)
                .collect(Collectors.toSet())
                .equals(treatment);
    }

    private static Fraction weight(Amount amount) {
        return amount.signum() == 0 ? Fraction.ONE : amount.abs().toFraction();
    }
}

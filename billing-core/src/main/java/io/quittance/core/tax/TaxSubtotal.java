package io.quittance.core.tax;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;

/**
 * The tax of all amounts that are treated alike (BG-23).
 *
 * @param treatment category, rate and jurisdiction
 * @param taxable what the tax is taken of, without it (BT-116)
 * @param tax rounded (BT-117)
 * @param reasonCodes why no tax is charged (BT-121): those that the amounts give, each once
 * @param reasons the same in words (BT-120)
 * @param explanations how it came about
 */
public record TaxSubtotal(
        TaxTreatment treatment,
        Amount taxable,
        Amount tax,
        List<String> reasonCodes,
        List<String> reasons,
        List<Explanation> explanations)
        implements Serializable {

    /** Copies the lists. */
    public TaxSubtotal {
        requireNonNull(treatment, "treatment");
        requireNonNull(taxable, "taxable");
        requireNonNull(tax, "tax");
        reasonCodes = List.copyOf(reasonCodes);
        reasons = List.copyOf(reasons);
        explanations = List.copyOf(explanations);
    }

    /** For example {@code S 19% of EUR 100.00: EUR 19.00}. */
    @Override
    public String toString() {
        return treatment + " of " + taxable + ": " + tax;
    }
}

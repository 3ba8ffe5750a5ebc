package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;

/**
 * The tax of all lines of a document that are treated alike, without reasons (EN 16931, BG-23): of 285.01 at 19 %, 54.15.
 *
 * @param treatment category, rate and jurisdiction, without the reasons of its lines
 * @param taxable the sum of the lines (BT-116)
 * @param tax rounded (BT-117)
 */
public record TaxSum(TaxTreatment treatment, Amount taxable, Amount tax) implements Serializable {

    /** Checks that all are there. */
    public TaxSum {
        requireNonNull(treatment, "treatment");
        requireNonNull(taxable, "taxable");
        requireNonNull(tax, "tax");
    }
}

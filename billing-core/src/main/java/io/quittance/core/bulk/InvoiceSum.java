package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;

/**
 * What the lines of a document add up to: 314.98 without tax, 56.25 of tax, 371.23 with tax.
 *
 * @param withoutTax the sum of the lines (EN 16931, BT-109)
 * @param tax the sum of the taxes (BT-110)
 * @param subtotals of each treatment that a line has, in the order of {@link InvoiceSums#treatments()} (BG-23)
 */
public record InvoiceSum(Amount withoutTax, Amount tax, List<TaxSum> subtotals) implements Serializable {

    /** Copies the list. */
    public InvoiceSum {
        requireNonNull(withoutTax, "withoutTax");
        requireNonNull(tax, "tax");
        subtotals = List.copyOf(subtotals);
    }

    /** Both together (BT-112). */
    public Amount withTax() {
        return withoutTax.add(tax);
    }
}

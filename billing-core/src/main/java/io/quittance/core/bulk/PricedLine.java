package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A line that is to be priced and added up with others of its document: 10 pieces at 20.00, less 15.00, are 185.00. Its numbers
 * are checked by {@link InvoiceSums}, which knows the currency.
 *
 * @param quantity may be negative, for what is taken back (EN 16931, BT-129)
 * @param netPrice of one unit, zero or more, with as many decimals as it needs (BT-146)
 * @param allowance what comes off, in whole minor units of the currency, negative for a charge (BT-136, BT-141)
 * @param treatment how it is taxed; the reasons in it do not count
 */
public record PricedLine(BigDecimal quantity, BigDecimal netPrice, BigDecimal allowance, TaxTreatment treatment)
        implements Serializable {

    /** Checks that all are there. */
    public PricedLine {
        requireNonNull(quantity, "quantity");
        requireNonNull(netPrice, "netPrice");
        requireNonNull(allowance, "allowance");
        requireNonNull(treatment, "treatment");
    }

    /** A line of which nothing comes off. */
    public static PricedLine of(BigDecimal quantity, BigDecimal netPrice, TaxTreatment treatment) {
        return new PricedLine(quantity, netPrice, BigDecimal.ZERO, treatment);
    }
}

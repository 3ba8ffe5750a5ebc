package io.quittance.core.contract;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * Marks a charge for what the customer ordered outside the signed contract, so that whoever checks the invoice finds the order
 * and the rule by which it was priced: {@code new Ancillary("PO-4711", "list price of 2026 less 10 %")}.
 *
 * @param order the customer's order, which the line refers to (EN 16931 BT-132 or BT-13)
 * @param priceRule where the price comes from, in words
 */
public record Ancillary(String order, String priceRule) implements Serializable {

    /** Checks both texts: 1 to 200 characters. */
    public Ancillary {
        Require.id(order, "order");
        Require.id(priceRule, "priceRule");
    }
}

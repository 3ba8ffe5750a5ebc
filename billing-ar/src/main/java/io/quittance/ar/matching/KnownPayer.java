package io.quittance.ar.matching;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payer;
import io.quittance.core.id.CustomerId;
import java.io.Serializable;

/**
 * By which name or account a customer pays, as the host knows it: from a mandate, from the master data, from payments that were
 * matched before. A customer may have many, and several customers may share one.
 *
 * @param customer whose debts the payer pays
 * @param payer by name, account or both; each counts by itself
 */
public record KnownPayer(CustomerId customer, Payer payer) implements Serializable {

    /** Checks that both are there. */
    public KnownPayer {
        requireNonNull(customer, "customer");
        requireNonNull(payer, "payer");
    }
}

package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.List;

/**
 * A payment that came back and the fee for it: two facts that belong together, of one customer and one day. Post both, or neither.
 *
 * @param returned the payment that is gone
 * @param fee what the customer owes for it, from the day of the return on
 */
public record ReturnWithFee(PaymentReturned returned, ReceivablePosted fee) implements Serializable {

    /** Checks that both are of one customer and one day. */
    public ReturnWithFee {
        requireNonNull(returned, "returned");
        requireNonNull(fee, "fee");
        Require.that(
                fee.customer().equals(returned.customer()),
                "return.fee",
                "fee.customer",
                "must be " + returned.customer(),
                fee.customer());
        Require.that(
                fee.effectiveDate().equals(returned.effectiveDate()),
                "return.fee",
                "fee.documentDate",
                "must be " + returned.effectiveDate(),
                fee.effectiveDate());
    }

    /** The return, then the fee. */
    public List<LedgerFact> facts() {
        return List.of(returned, fee);
    }
}

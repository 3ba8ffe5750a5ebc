package io.quittance.ar.ledger;

import java.util.List;

/**
 * What to post where a payer's bank takes back a part of a payment that has settled debts: what was recorded last is undone first, and
 * no more than is needed. Of what is undone too much, as much is settled again, line by line as before; discounts and what else closed
 * debts beside the money stay.
 *
 * <p>100.00 settled debts of 60.00 and 40.00 in this order, and 30.00 are taken back: the settlement is undone, 60.00 and 10.00 are
 * settled again, and 30.00 are returned. 30.00 of the second debt are open.
 */
public final class PartialReturn {
    private PartialReturn() {}

    /**
     * The facts in their order, all of the day of the return; the return is the last of them. The ledger is as it was: post them.
     *
     * @param part see {@link PaymentReturned#ofPart}
     * @throws IllegalArgumentException if the payment is unknown, or less is on account, or was settled until that day by what can be
     *     undone; what was moved to new items can be undone by its reversal only
     */
    public static List<LedgerFact> facts(CustomerLedger ledger, PaymentReturned part) {
        return new PartReturned(ledger, part).facts();
    }
}

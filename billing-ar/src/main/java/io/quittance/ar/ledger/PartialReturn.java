package io.quittance.ar.ledger;

import java.util.List;

/**
 * What to post where a payer's bank takes back a part of a payment that has settled debts: what was recorded last is undone first, and
 * no more than is needed. Of what is undone too much, as much is settled again, line by line as before. Money that was taken as income
 * goes first. Of what else closed a debt of which money goes back,
 *
 * <ul>
 *   <li>a discount for paying early, in time or late, stays in proportion to the money that stays, rounded down to the minor unit: of
 *       980.00 and 20.00, 490.00 and 10.00;
 *   <li>a tolerance, a write-off and what was granted for a rest end with the first part that goes back: the rest is open again;
 *   <li>tax that the payer kept, and what a bank kept, stay as long as any money of the debt stays.
 * </ul>
 *
 * <p>Where no money of a settlement stays, nothing of it does.
 *
 * <p>100.00 settled debts of 60.00 and 40.00 in this order, and 30.00 are taken back: the settlement is undone, 60.00 and 10.00 are
 * settled again, and 30.00 are returned. 30.00 of the second debt are open.
 */
public final class PartialReturn {
    private PartialReturn() {}

    /**
     * The facts in their order, all of the day of the return; the return is the last of them. The ledger is as it was: post them, one
     * by one, each of which it takes, unless the id of what is owed is that of another customer's receivable.
     *
     * @param part see {@link PaymentReturned#ofPart}
     * @throws IllegalArgumentException if the payment is unknown, a credit, or of another customer, arrived later, or nothing but the
     *     whole is given; if more is owed than went back of it; if less is on account, or was settled until that day by what can be
     *     undone: what was moved to new items can be undone by its reversal only
     * @throws io.quittance.core.error.CurrencyMismatchException if the amount is in another currency than the ledger, or what is owed is
     *     booked in another than its entries
     */
    public static List<LedgerFact> facts(CustomerLedger ledger, PaymentReturned part) {
        return new PartReturned(ledger, part).facts();
    }
}

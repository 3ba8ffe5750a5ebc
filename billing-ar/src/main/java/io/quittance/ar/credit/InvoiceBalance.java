package io.quittance.ar.credit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * One invoice in the books of a host that keeps an account credit beside its invoices, as Kill Bill does (ar.md 4.11): what is
 * owed on the invoice is the sum of its items and of what of it went to the account credit, less what was paid and not
 * refunded. Items of 15.00 that were paid with 25.00, of which 10.00 went to the credit, leave 0.00 on the invoice, and the
 * account stands at -10.00.
 *
 * <p>In a {@link io.quittance.ar.ledger.Ledger} the account credit is what is on account, and nothing has to be moved.
 *
 * @param items what was invoiced less what was adjusted; below zero where more was taken off
 * @param credited what went from the invoice to the account credit; below zero where credit was used for it
 * @param paid what was paid on it, zero or more
 * @param refunded what of that was paid back, zero or more and at most that
 */
public record InvoiceBalance(Amount items, Amount credited, Amount paid, Amount refunded) implements Serializable {
    /** Checks the parts. */
    public InvoiceBalance {
        requireNonNull(items, "items");
        items.add(credited).add(paid).add(refunded); // of one currency
        Require.that(paid.signum() >= 0, "balance.paid", "paid", "must be 0 or more", paid);
        Require.that(
                refunded.signum() >= 0 && refunded.isLessThanOrEqualTo(paid),
                "balance.refunded",
                "refunded",
                "must be 0 or more and at most " + paid + ", which was paid",
                refunded);
    }

    /** An invoice without items, on which nothing happened. */
    public static InvoiceBalance empty(CurrencyUnit currency) {
        Amount zero = Amount.zero(currency);
        return new InvoiceBalance(zero, zero, zero, zero);
    }

    /** With one more item; below zero for an adjustment. */
    public InvoiceBalance withItem(MonetaryAmount item) {
        return new InvoiceBalance(items.add(item), credited, paid, refunded);
    }

    /** With an amount that went to the account credit; below zero where credit was used. */
    public InvoiceBalance withCreditMove(MonetaryAmount moved) {
        return new InvoiceBalance(items, credited.add(moved), paid, refunded);
    }

    /** With one more payment. */
    public InvoiceBalance withPayment(MonetaryAmount payment) {
        return new InvoiceBalance(items, credited, paid.add(payment), refunded);
    }

    /** With one more refund, of at most what is paid and not refunded. */
    public InvoiceBalance withRefund(MonetaryAmount refund) {
        return new InvoiceBalance(items, credited, paid, refunded.add(refund));
    }

    /** What is owed on the invoice: items + credited - (paid - refunded); below zero if too much was paid. */
    public Amount balance() {
        return items.add(credited).subtract(paid).add(refunded);
    }

    /** What the invoice gave to the account credit. */
    public Amount accountCredit() {
        return credited;
    }

    /** What the customer owes by this invoice and its credit: {@link #balance} - {@link #accountCredit}. */
    public Amount accountBalance() {
        return balance().subtract(credited);
    }
}

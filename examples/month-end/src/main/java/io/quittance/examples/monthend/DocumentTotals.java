package io.quittance.examples.monthend;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * What documents add up to, credit notes taken off: an invoice of 75.56 and 14.36 of tax, and a credit note of 0.99 and 0.19, are
 * 74.57 without tax, 14.17 of tax and 88.74 with tax.
 *
 * @param count of the documents
 */
record DocumentTotals(int count, Amount withoutTax, Amount tax, Amount withTax) {

    static DocumentTotals of(List<Invoice> documents, CurrencyUnit currency) {
        var sum = new DocumentTotals(0, Amount.zero(currency), Amount.zero(currency), Amount.zero(currency));
        for (Invoice document : documents) {
            sum = sum.with(document);
        }
        return sum;
    }

    private DocumentTotals with(Invoice document) {
        var totals = document.totals();
        return new DocumentTotals(
                count + 1,
                withoutTax.add(signed(document, totals.withoutTax())),
                tax.add(signed(document, totals.tax())),
                withTax.add(signed(document, totals.withTax())));
    }

    private static Amount signed(Invoice document, Amount amount) {
        return document.type().isCredit() ? amount.negate() : amount;
    }
}

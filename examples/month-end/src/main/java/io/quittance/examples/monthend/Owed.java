package io.quittance.examples.monthend;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import java.util.List;
import javax.money.CurrencyUnit;

/** What customers owe by documents: what is due on an invoice, less what is due to them on a credit note. */
final class Owed {
    private Owed() {}

    static Amount by(Invoice document) {
        return document.type().isCredit() ? document.amountDue().negate() : document.amountDue();
    }

    static Amount byAll(List<Invoice> documents, CurrencyUnit currency) {
        return documents.stream().map(Owed::by).reduce(Amount.zero(currency), Amount::add);
    }
}

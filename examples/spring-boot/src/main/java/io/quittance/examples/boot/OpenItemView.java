package io.quittance.examples.boot;

import io.quittance.ar.receivable.OpenItem;
import java.time.LocalDate;

/** What is open of a debt, of which some may be in dispute. Amounts are text, so that nobody makes binary fractions of them. */
record OpenItemView(
        String id, LocalDate documentDate, LocalDate dueDate, String currency, String open, String disputed) {

    static OpenItemView of(OpenItem item) {
        return new OpenItemView(
                item.id().value(),
                item.documentDate(),
                item.dueDate(),
                item.open().getCurrency().getCurrencyCode(),
                AmountText.of(item.open()),
                AmountText.of(item.disputed()));
    }
}

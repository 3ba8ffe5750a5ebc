package io.quittance.examples.monthend;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.PrecedingInvoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the documents are written as files, and in which language: the first invoices up to a limit, and always all corrections
 * with the invoices that they correct. Those that are not written are issued, hashed and listed all the same.
 *
 * @param limit how many of the first invoices
 * @param language in which all are written; empty for that of each buyer
 */
record DocumentChoice(int limit, Optional<Locale> language) {
    /** So many that each kind is among them, and so few that they are written in no time. */
    static final int USUAL = 20;

    /** The documents that are written, in the order of all. */
    List<IssuedDocument> of(List<IssuedDocument> documents) {
        Set<InvoiceNumber> corrected = new HashSet<>();
        for (IssuedDocument one : documents) {
            one.document().draft().references().preceding().stream()
                    .map(PrecedingInvoice::number)
                    .forEach(corrected::add);
        }
        var chosen = new ArrayList<IssuedDocument>();
        for (int i = 0; i < documents.size(); i++) {
            IssuedDocument one = documents.get(i);
            if (i < limit || one.isCorrection() || corrected.contains(one.number())) {
                chosen.add(one);
            }
        }
        return List.copyOf(chosen);
    }

    /** The locale in which a document is written. */
    Locale locale(Invoice document) {
        return language.orElseGet(() -> Buyer.of(document.customer()).locale());
    }
}

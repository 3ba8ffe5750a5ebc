package io.quittance.examples.page;

import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.invoice.SupportingDocument;
import io.quittance.core.invoice.TaxPoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Dates and numbers of a document, and to what it refers. */
final class ReferenceFacts {
    private ReferenceFacts() {}

    static List<Fact> of(Invoice invoice, Words words) {
        InvoiceDraft draft = invoice.draft();
        var facts = new Fact.Facts(words)
                .add("number", invoice.number().value())
                .add("issue-date", words.of(invoice.issueDate()))
                .add("due-date", words.of(invoice.dueDate()))
                .add("period", invoice.period().map(days -> words.of(days.start()) + " – " + words.of(days.lastDay())))
                .add(
                        "delivery-date",
                        draft.delivery().flatMap(place -> place.date()).map(words::of))
                .add("tax-point", draft.taxPoint().map(point -> written(point, words)))
                .add("customer", invoice.customer().value())
                .add("buyer-reference", draft.requirements().buyerReference())
                .add("order", invoice.purchaseOrder());
        put(draft.references(), facts);
        return facts.all();
    }

    private static String written(TaxPoint point, Words words) {
        return point.date()
                .map(words::of)
                .or(() -> point.event().map(event -> words.of("event", event.code())))
                .orElseThrow();
    }

    private static void put(DocumentReferences references, Fact.Facts facts) {
        facts.add("contract", references.contract())
                .add("project", references.project())
                .add("sales-order", references.salesOrder())
                .add("delivery-note", references.deliveryNote())
                .add("receiving-advice", references.receivingAdvice())
                .add("tender", references.tender())
                .add("object", references.object().map(PartyModel::written))
                .add("accounting", references.accounting());
    }

    /** The invoices that a document is about: {@code R-1 (1 February 2014), R-2}. Empty if it is about none. */
    static String preceding(InvoiceDraft draft, Words words) {
        return draft.references().preceding().stream()
                .map(invoice -> written(invoice, words))
                .collect(Collectors.joining(", "));
    }

    private static String written(PrecedingInvoice invoice, Words words) {
        return invoice.number()
                + invoice.issueDate().map(day -> " (" + words.of(day) + ")").orElse("");
    }

    /** The documents that support it, by number. An address is text: what it leads to is not for a page to decide. */
    static List<Fact> supporting(InvoiceDraft draft) {
        return draft.references().supporting().stream()
                .map(one -> new Fact(one.id(), written(one)))
                .toList();
    }

    private static String written(SupportingDocument document) {
        var parts = new ArrayList<String>();
        document.description().ifPresent(parts::add);
        document.fileName().ifPresent(parts::add);
        document.location().map(URI::toString).ifPresent(parts::add);
        return String.join(", ", parts);
    }
}

package io.quittance.examples.monthend;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the report says of the documents: what they add up to, and some of them with links to their files. */
final class ReportDocuments {
    /** Beside the corrections. */
    private static final int SHOWN = 10;

    private ReportDocuments() {}

    static Map<String, Object> of(Close close, Map<InvoiceNumber, WrittenDocument> written) {
        List<Invoice> corrections = close.corrections();
        List<IssuedDocument> documents = close.documents();
        long wrong = written.values().stream().filter(one -> !one.isClean()).count();
        return Map.of(
                "text",
                String.format(
                        Locale.ROOT,
                        "%,d documents were issued. All are listed in documents.csv with the hash of their contents; %,d were"
                                + " checked by the rules of EN 16931 and Peppol and written as text, page and UBL, of which"
                                + " %,d are shown here; %,d break a rule and have no UBL.",
                        documents.size(),
                        written.size(),
                        shown(documents, written).size(),
                        wrong),
                "sums",
                List.of(
                        sums("Invoices of " + close.month(), close.billing().invoices(), close),
                        sums("Corrections", corrections, close),
                        sums(
                                "Together",
                                documents.stream().map(IssuedDocument::document).toList(),
                                close)),
                "rows",
                shown(documents, written).stream()
                        .map(one -> row(one.document(), written.getOrDefault(one.number(), WrittenDocument.NONE)))
                        .toList());
    }

    /** The first that were written, and the corrections, which are the last of all. */
    private static List<IssuedDocument> shown(
            List<IssuedDocument> documents, Map<InvoiceNumber, WrittenDocument> written) {
        List<IssuedDocument> all = documents.stream()
                .filter(one -> written.containsKey(one.number()))
                .toList();
        var shown = new ArrayList<IssuedDocument>();
        for (IssuedDocument one : all) {
            if (shown.size() < SHOWN || one.isCorrection()) {
                shown.add(one);
            }
        }
        return shown;
    }

    private static Map<String, String> sums(String name, List<Invoice> documents, Close close) {
        var totals = DocumentTotals.of(documents, close.terms().currency());
        return Map.of(
                "name", name,
                "count", String.format(Locale.ROOT, "%,d", totals.count()),
                "withoutTax", Text.grouped(totals.withoutTax()),
                "tax", Text.grouped(totals.tax()),
                "withTax", Text.grouped(totals.withTax()));
    }

    private static Map<String, Object> row(Invoice document, WrittenDocument written) {
        InvoiceTotals totals = document.totals();
        return Map.of(
                "number",
                document.number().value(),
                "kind",
                document.type().isCredit() ? "credit note" : "invoice",
                "date",
                document.issueDate().toString(),
                "customer",
                document.customer().value(),
                "withoutTax",
                Text.grouped(totals.withoutTax()),
                "tax",
                Text.grouped(totals.tax()),
                "withTax",
                Text.grouped(totals.withTax()),
                "links",
                written.files().stream()
                        .map(kind -> Map.of("kind", kind, "path", DocumentFiles.path(document.number(), kind)))
                        .toList());
    }
}

package io.quittance.examples.monthend;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.verification.VerificationFinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every invoice as a row of the page's data: number, customer, dates, amounts, findings, lines, tax, files. */
final class InvoiceData {
    private InvoiceData() {}

    static List<List<Object>> of(Close close, Map<InvoiceNumber, WrittenDocument> written) {
        var open = new HashMap<String, Amount>();
        close.asRemitted()
                .receivables()
                .ledger()
                .customers()
                .forEach(customer ->
                        customer.openItems().forEach(item -> open.put(item.id().value(), item.open())));
        var findings = new HashMap<InvoiceNumber, List<String>>();
        for (BillingJob.Published published : close.billing().published()) {
            if (!published.verification().isClean()) {
                findings.put(
                        published.invoice(),
                        published.verification().findings().stream()
                                .map(InvoiceData::finding)
                                .toList());
            }
        }
        Amount nothing = Amount.zero(close.terms().currency());
        return close.invoices()
                .map(invoice -> row(
                        invoice,
                        open.getOrDefault(invoice.number().value(), nothing),
                        findings.getOrDefault(invoice.number(), List.of()),
                        written.getOrDefault(invoice.number(), WrittenDocument.NONE)
                                .files()))
                .toList();
    }

    private static String finding(VerificationFinding finding) {
        return finding.charge().map(charge -> charge + ": ").orElse("")
                + finding.reason().text();
    }

    private static List<Object> row(Invoice invoice, Amount open, List<String> findings, List<String> files) {
        return List.of(
                invoice.number().value(),
                invoice.customer().value(),
                invoice.issueDate().toString(),
                invoice.dueDate().toString(),
                Text.grouped(Owed.by(invoice)),
                Text.grouped(open),
                findings,
                invoice.lines().stream().map(InvoiceData::line).toList(),
                Text.grouped(invoice.totals().tax()),
                files.stream()
                        .map(kind -> DocumentFiles.path(invoice.number(), kind))
                        .toList());
    }

    private static List<Object> line(InvoiceLine line) {
        return List.of(
                line.name(),
                line.quantity().toPlainString(),
                line.unit(),
                Text.grouped(line.netAmount()),
                line.explanations().stream().map(Explanation::text).toList());
    }
}

package io.quittance.examples.monthend;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceTotals;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All documents that were issued as CSV, whether they were written as files or not; amounts of credit notes are positive. */
final class DocumentIndex {
    private DocumentIndex() {}

    /**
     * Writes the rows.
     *
     * @param written what became of those that were written
     */
    static void write(List<IssuedDocument> documents, Map<InvoiceNumber, WrittenDocument> written, OutputStream out)
            throws IOException {
        try (CsvWriter csv = CsvOutput.writer(out)) {
            csv.writeRecord(
                    "number",
                    "type",
                    "issueDate",
                    "dueDate",
                    "customer",
                    "currency",
                    "withoutTax",
                    "tax",
                    "withTax",
                    "amountDue",
                    "contentHash",
                    "files",
                    "problems");
            documents.forEach(one -> row(one, written.getOrDefault(one.number(), WrittenDocument.NONE), csv));
        }
    }

    private static void row(IssuedDocument one, WrittenDocument written, CsvWriter csv) {
        Invoice document = one.document();
        InvoiceTotals totals = document.totals();
        csv.writeRecord(
                CsvOutput.text(document.number().value()),
                document.type().code(),
                document.issueDate().toString(),
                document.dueDate().toString(),
                CsvOutput.text(document.customer().value()),
                totals.due().getCurrency().getCurrencyCode(),
                Text.money(totals.withoutTax()),
                Text.money(totals.tax()),
                Text.money(totals.withTax()),
                Text.money(totals.due()),
                one.hash(),
                String.join(" ", written.files()),
                CsvOutput.text(
                        written.problems().stream().map(RuleViolation::toString).collect(Collectors.joining("; "))));
    }
}

package io.quittance.examples.monthend;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.core.explain.Explanation;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.kpi.KpiResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The results as CSV: UTF-8, a line feed at the end of each line, a header first. */
final class CsvOutput {
    private CsvOutput() {}

    static void invoices(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("number", "customer", "issueDate", "dueDate", "currency", "amountDue");
            close.invoices()
                    .forEach(invoice -> csv.writeRecord(
                            invoice.number().value(),
                            invoice.customer().value(),
                            invoice.issueDate().toString(),
                            invoice.dueDate().toString(),
                            invoice.amountDue().getCurrency().getCurrencyCode(),
                            Text.money(invoice.amountDue())));
        }
    }

    static void lines(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("invoice", "line", "name", "quantity", "unit", "netAmount", "explanation");
            close.invoices().forEach(invoice -> lines(invoice, csv));
        }
    }

    private static void lines(Invoice invoice, CsvWriter csv) {
        int number = 1;
        for (InvoiceLine line : invoice.lines()) {
            csv.writeRecord(
                    invoice.number().value(),
                    String.valueOf(number++),
                    line.name(),
                    line.quantity().toPlainString(),
                    line.unit(),
                    Text.money(line.netAmount()),
                    line.explanations().stream().map(Explanation::text).collect(Collectors.joining("; ")));
        }
    }

    static void allocations(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("strategy", "payment", "customer", "date", "invoice", "amount", "unapplied", "explanation");
            allocations(close.asRemitted(), csv);
            allocations(close.compared(), csv);
        }
    }

    private static void allocations(Close.Book book, CsvWriter csv) {
        for (Allocation allocation : book.receivables().allocations()) {
            for (AllocationLine line : allocation.lines()) {
                csv.writeRecord(
                        book.strategy().toString(),
                        allocation.payment().value(),
                        allocation.customer().value(),
                        allocation.date().toString(),
                        line.item().value(),
                        Text.money(line.amount()),
                        Text.money(allocation.unapplied()),
                        line.explanation().text());
            }
        }
    }

    static void kpis(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("strategy", "month", "kpi", "value", "unit", "reason", "notes");
            kpis(close.asRemitted(), csv);
            kpis(close.compared(), csv);
        }
    }

    private static void kpis(Close.Book book, CsvWriter csv) {
        for (KpiJob.Month month : book.kpis().months()) {
            month.results().values().forEach(result -> kpi(book, month.month().toString(), result, csv));
        }
        book.kpis().disputes().forEach(result -> kpi(book, "all", result, csv));
    }

    private static void kpi(Close.Book book, String month, KpiResult result, CsvWriter csv) {
        csv.writeRecord(
                book.strategy().toString(),
                month,
                result.basis().kpi(),
                Text.exact(result),
                result.match(measured -> measured.unit().name(), undefined -> ""),
                Text.reason(result),
                String.join(" ", result.basis().notes()));
    }

    static void rejected(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("file", "line", "field", "rule", "value");
            close.rejections()
                    .forEach(one -> csv.writeRecord(
                            one.file(), String.valueOf(one.line()), one.field(), one.rule(), one.value()));
        }
    }

    private static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }
}

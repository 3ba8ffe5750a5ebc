package io.quittance.examples.monthend;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.journal.JournalEntry;
import io.quittance.ar.journal.JournalLine;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.explain.Explanation;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The results as CSV: UTF-8, a line feed at the end of each line, a header first. Text that a spreadsheet would take for a
 * formula gets an apostrophe before it.
 */
final class CsvOutput {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private CsvOutput() {}

    static void invoices(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("number", "customer", "issueDate", "dueDate", "currency", "amountDue");
            close.invoices()
                    .forEach(invoice -> csv.writeRecord(
                            text(invoice.number().value()),
                            text(invoice.customer().value()),
                            invoice.issueDate().toString(),
                            invoice.dueDate().toString(),
                            invoice.amountDue().getCurrency().getCurrencyCode(),
                            Text.money(Owed.by(invoice))));
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
                    text(invoice.number().value()),
                    String.valueOf(number++),
                    text(line.name()),
                    line.quantity().toPlainString(),
                    text(line.unit()),
                    Text.money(line.netAmount()),
                    text(line.explanations().stream().map(Explanation::text).collect(Collectors.joining("; "))));
        }
    }

    /** What the amendment of a contract gives back and charges. */
    static void corrections(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord(
                    "contract",
                    "date",
                    "kind",
                    "charge",
                    "terms",
                    "firstDay",
                    "lastDay",
                    "amount",
                    "explanation",
                    "id");
            close.correction().ifPresent(correction -> corrections(correction.second(), csv));
        }
    }

    private static void corrections(BillRun run, CsvWriter csv) {
        for (BillLine line : run.lines()) {
            csv.writeRecord(
                    text(run.contract().value()),
                    run.date().toString(),
                    line.kind().toString(),
                    text(line.charge().value()),
                    text(line.terms()),
                    line.days().start().toString(),
                    line.days().lastDay().toString(),
                    Text.money(line.amount()),
                    text(line.explanations().stream().map(Explanation::text).collect(Collectors.joining("; "))),
                    line.id());
        }
    }

    static void allocations(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("strategy", "payment", "customer", "date", "invoice", "amount", "explanation");
            allocations(close.asRemitted(), csv);
            allocations(close.compared(), csv);
        }
    }

    /** The rows of a payment add up to it: what settles nothing stands in a row of its own, without an invoice. */
    private static void allocations(Close.Book book, CsvWriter csv) {
        for (Allocation allocation : book.receivables().allocations()) {
            for (AllocationLine line : allocation.lines()) {
                allocation(
                        book,
                        allocation,
                        text(line.item().value()),
                        line.amount(),
                        text(line.explanation().text()),
                        csv);
            }
            if (allocation.unapplied().signum() > 0) {
                allocation(book, allocation, "", allocation.unapplied(), "on account", csv);
            }
        }
    }

    private static void allocation(
            Close.Book book, Allocation allocation, String invoice, Amount amount, String explanation, CsvWriter csv) {
        csv.writeRecord(
                book.strategy().toString(),
                text(allocation.payment().value()),
                text(allocation.customer().value()),
                allocation.date().toString(),
                invoice,
                Text.money(amount),
                explanation);
    }

    /** The journal of what is settled after the close: each entry balances, and has one row for each of its lines. */
    static void settlements(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("date", "entry", "account", "reference", "currency", "debit", "credit");
            close.settlements().journal().forEach(entry -> entry.lines().forEach(line -> journal(entry, line, csv)));
        }
    }

    private static void journal(JournalEntry entry, JournalLine line, CsvWriter csv) {
        csv.writeRecord(
                entry.date().toString(),
                text(entry.source()),
                line.account().value(),
                text(line.reference()),
                line.amount().getCurrency().getCurrencyCode(),
                Text.money(line.debit()),
                Text.money(line.credit()));
    }

    static void kpis(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord("strategy", "period", "kpi", "value", "unit", "reason", "notes");
            close.billing().kpis().forEach(result -> kpi("", close.month().toString(), result, csv));
            kpis(close.asRemitted(), csv);
            kpis(close.compared(), csv);
        }
    }

    private static void kpis(Close.Book book, CsvWriter csv) {
        String strategy = book.strategy().toString();
        for (KpiJob.Month month : book.kpis().months()) {
            month.results()
                    .values()
                    .forEach(result -> kpi(strategy, month.month().toString(), result, csv));
        }
        book.kpis().quarters().forEach(quarter -> kpi(strategy, quarter.name(), quarter.dso(), csv));
        book.kpis().disputes().forEach(result -> kpi(strategy, "all", result, csv));
    }

    private static void kpi(String strategy, String period, KpiResult result, CsvWriter csv) {
        csv.writeRecord(
                strategy,
                period,
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
                            text(one.file()),
                            String.valueOf(one.line()),
                            one.field(),
                            text(one.rule()),
                            text(one.value())));
        }
    }

    /** Numbers stay as they are; what else begins like a formula is marked as text. */
    static String text(String value) {
        boolean isFormula = !value.isEmpty()
                && "=+-@\t\r".indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
        return isFormula ? "'" + value : value;
    }

    static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }
}

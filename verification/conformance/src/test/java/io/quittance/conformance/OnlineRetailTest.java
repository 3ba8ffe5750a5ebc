package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds the documents of a wholesaler: invoices, cancellations (credit notes) and adjustments of bad debt. A sample of some
 * hundred lines, or all 541,909 where {@code -Donline-retail.dir} names the folder of the whole file; either within the heap of this
 * module's tests.
 */
class OnlineRetailTest {
    private static final CurrencyUnit GBP = Monetary.getCurrency("GBP");
    private static final Rounding PENCE = Rounding.halfUp(2);
    private static final String SAMPLE = "/online-retail/";

    private final Map<String, Amount> documents = new HashMap<>();
    private final Map<YearMonth, Amount> charged = new TreeMap<>();
    private final Map<YearMonth, Amount> givenBack = new TreeMap<>();
    private int lines;

    @Test
    void theDocumentsAddUpAsPublished() throws IOException {
        String folder = System.getProperty("online-retail.dir", "");
        try (Reader csv = folder.isEmpty() ? sample("onlineretail.csv") : whole(folder)) {
            build(csv);
        }
        JsonNode reference = new JsonMapper()
                .readTree(folder.isEmpty() ? text(SAMPLE + "reference.json") : read(Path.of(folder, "reference.json")));
        assertThat(lines).isEqualTo(reference.get("lines").asInt());
        assertThat(documents).hasSize(reference.get("distinct_invoice_numbers").asInt());
        assertThat(total("")).isEqualTo(pounds(reference, "sum_of_lines_rounded_half_up"));
        assertThat(total("C")).isEqualTo(pounds(reference, "credit_note_amount"));
        assertThat(total("[0-9]")).isEqualTo(pounds(reference, "normal_invoice_amount"));
        assertThat(count("C")).isEqualTo(reference.get("cancel_invoices_C").asInt());
        assertThat(count("[0-9]")).isEqualTo(reference.get("normal_invoices").asInt());
        assertThat(documents.entrySet().stream()
                        .filter(document -> document.getKey().matches("[0-9].*")
                                && document.getValue().signum() > 0))
                .hasSize(reference.get("billable_invoices_amount_gt_0").asInt());
        for (JsonNode month : reference.get("monthly")) {
            YearMonth key = YearMonth.parse(month.get("month").asString());
            Amount zero = Amount.zero(GBP);
            assertThat(charged.getOrDefault(key, zero)).isEqualTo(pounds(month, "gross"));
            assertThat(givenBack.getOrDefault(key, zero)).isEqualTo(pounds(month, "credit"));
        }
        for (JsonNode largest : reference.get("top5_invoices")) {
            assertThat(documents.get(largest.get(0).asString()))
                    .isEqualTo(Amount.of(largest.get(1).asString(), GBP));
        }
    }

    private void build(Reader csv) throws IOException {
        List<NamedCsvRecord> open = new ArrayList<>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                if (!open.isEmpty() && !number(row).equals(number(open.get(0)))) {
                    add(open);
                    open.clear();
                }
                open.add(row);
            }
        }
        add(open);
    }

    private static String number(NamedCsvRecord row) {
        return row.getField("InvoiceNo");
    }

    /** A number that comes up again, as one does, is of the same document. */
    private void add(List<NamedCsvRecord> rows) {
        boolean credit = number(rows.get(0)).startsWith("C");
        Invoice invoice = invoice(rows, credit);
        lines += rows.size();
        YearMonth month = YearMonth.from(invoice.issueDate());
        for (Amount net : invoice.draft().lineNetAmounts()) {
            Amount signed = credit ? net.negate() : net;
            (signed.signum() > 0 ? charged : givenBack).merge(month, signed, Amount::add);
        }
        Amount due = invoice.amountDue();
        documents.merge(invoice.number().value(), credit ? due.negate() : due, Amount::add);
    }

    private static Invoice invoice(List<NamedCsvRecord> rows, boolean credit) {
        NamedCsvRecord first = rows.get(0);
        String customer = first.getField("CustomerID");
        var builder = InvoiceDraft.builder(CustomerId.of(customer.isEmpty() ? "unknown" : customer), GBP)
                .type(credit ? InvoiceType.CREDIT_NOTE : InvoiceType.INVOICE)
                .paymentTerms(PaymentTerms.net(30));
        rows.forEach(row -> builder.line(line(row, credit)));
        LocalDate day = LocalDate.parse(first.getField("InvoiceDate").substring(0, 10));
        return builder.build().issue(number(first), day.toString());
    }

    /** What was below zero is so by its quantity; a credit note has what it gives back above zero. */
    private static InvoiceLine line(NamedCsvRecord row, boolean credit) {
        String name = row.getField("Description").strip();
        BigDecimal price = new BigDecimal(row.getField("UnitPrice"));
        BigDecimal quantity = new BigDecimal(row.getField("Quantity"));
        boolean turned = credit != (price.signum() < 0);
        return InvoiceLine.priced(
                name.isEmpty() ? row.getField("StockCode") : name,
                turned ? quantity.negate() : quantity,
                "C62",
                Amount.of(price.abs(), GBP),
                PENCE);
    }

    private Amount total(String numbers) {
        return documents.entrySet().stream()
                .filter(document -> document.getKey().matches(numbers + ".*"))
                .map(Map.Entry::getValue)
                .reduce(Amount.zero(GBP), Amount::add);
    }

    private int count(String numbers) {
        return (int) documents.keySet().stream()
                .filter(number -> number.matches(numbers + ".*"))
                .count();
    }

    private static Amount pounds(JsonNode node, String field) {
        return Amount.of(node.get(field).asString(), GBP);
    }

    private static Reader sample(String name) {
        return new InputStreamReader(text(SAMPLE + name), StandardCharsets.UTF_8);
    }

    private static InputStream text(String path) {
        return Objects.requireNonNull(OnlineRetailTest.class.getResourceAsStream(path), path);
    }

    private static Reader whole(String folder) throws IOException {
        return new InputStreamReader(
                new GZIPInputStream(read(Path.of(folder, "onlineretail.csv.gz"))), StandardCharsets.UTF_8);
    }

    private static InputStream read(Path path) throws IOException {
        return Files.newInputStream(path);
    }
}

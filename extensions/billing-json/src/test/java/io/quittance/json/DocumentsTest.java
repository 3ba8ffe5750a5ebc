package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.TaxCurrency;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final Invoice INVOICE = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
            .period(ServicePeriod.of("2026-01-01", "2026-02-01"))
            .paymentTerms(PaymentTerms.net(30))
            .line(InvoiceLine.priced(
                    "Straße \"A\"", new BigDecimal("3"), "C62", Amount.of("0.335", "EUR"), Rounding.halfUp(2)))
            .build()
            .issue("R-1", "2026-02-01");

    @Test
    void writesAnInvoiceToTheLetter() throws IOException {
        assertThat(invoices(List.of(INVOICE)))
                .isEqualTo(
                        "[\n{\"schemaVersion\":1,\"number\":\"R-1\",\"type\":\"380\",\"customer\":\"ACME\",\"issueDate\":\"2026-02-01\","
                                + "\"dueDate\":\"2026-03-03\",\"period\":{\"start\":\"2026-01-01\",\"end\":\"2026-02-01\"},"
                                + "\"currency\":\"EUR\",\"pricesIncludeTax\":false,\"lines\":[{\"name\":\"Straße \\\"A\\\"\",\"quantity\":\"3\",\"unit\":\"C62\","
                                + "\"price\":{\"net\":\"0.335\",\"baseQuantity\":\"1\"},\"netAmount\":\"1.01\",\"explanations\":[{\"key\":\"line.priced\","
                                + "\"pattern\":\"{0} × {1} = {2}\",\"arguments\":[\"3\",\"0.335\",\"1.005\"],\"text\":\"3 × 0.335 = 1.005\"}]}],"
                                + "\"totals\":{\"lines\":\"1.01\",\"allowances\":\"0.00\",\"charges\":\"0.00\",\"withoutTax\":\"1.01\",\"tax\":\"0.00\","
                                + "\"withTax\":\"1.01\",\"prepaid\":\"0.00\",\"rounding\":\"0.00\",\"due\":\"1.01\"},\"convention\":\"0.1\","
                                + "\"draft\":{\"paymentTerms\":{\"netDays\":30},\"taxPolicy\":{\"kind\":\"perGroup\",\"rounding\":"
                                + "{\"scale\":2,\"mode\":\"HALF_UP\"}}},"
                                + "\"hash\":\"q1:937f45879ed5133432a374e12f7af1c5167edada8162d79c07abe26380ffe026\"}\n]\n");
    }

    /** References where they are given, and only there. */
    @Test
    void writesOrdersPeriodsAndIds() throws IOException {
        Invoice invoice = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
                .requirements(InvoicingRequirements.none().withPurchaseOrder("PO-4711"))
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.billed("Platform", Fraction.ONE, "C62", Amount.of("499", "EUR"), List.of())
                        .identified("q1:12")
                        .during(ServicePeriod.of("2026-01-01", "2026-02-01"))
                        .ordered("PO-1"))
                .build()
                .issue("R-2", "2026-02-01");
        String document = invoices(List.of(invoice)).lines().toList().get(1);
        assertThat(document)
                .isEqualTo(
                        "{\"schemaVersion\":1,\"number\":\"R-2\",\"type\":\"380\",\"customer\":\"ACME\",\"issueDate\":\"2026-02-01\","
                                + "\"dueDate\":\"2026-03-03\",\"purchaseOrder\":\"PO-4711\",\"currency\":\"EUR\",\"pricesIncludeTax\":false,\"lines\":"
                                + "[{\"id\":\"q1:12\",\"name\":\"Platform\",\"quantity\":\"1\",\"unit\":\"C62\",\"price\":{\"net\":\"499.00\",\"baseQuantity\":\"1\"},\"netAmount\":\"499.00\","
                                + "\"period\":{\"start\":\"2026-01-01\",\"end\":\"2026-02-01\"},\"orderReference\":\"PO-1\","
                                + "\"explanations\":[]}],\"totals\":{\"lines\":\"499.00\",\"allowances\":\"0.00\",\"charges\":\"0.00\",\"withoutTax\":\"499.00\","
                                + "\"tax\":\"0.00\",\"withTax\":\"499.00\",\"prepaid\":\"0.00\",\"rounding\":\"0.00\",\"due\":\"499.00\"},\"convention\":\"0.1\","
                                + "\"draft\":{\"paymentTerms\":{\"netDays\":30},\"taxPolicy\":{\"kind\":\"perGroup\",\"rounding\":"
                                + "{\"scale\":2,\"mode\":\"HALF_UP\"}}},"
                                + "\"hash\":\"q1:ec69e3d302842f510dafa298b553d7447f94a41c184c698078e298f2e541624c\"}");
        assertThat(Schemas.violations("invoice", document)).isEmpty();
    }

    /** A third of 119.00 with 19 % within, less 10 % on the document: 39.67 less 3.97, 33.34 less 3.34 without tax. */
    @Test
    void writesWhatACreditNoteGivesBackAndWhy() throws IOException {
        String document =
                invoices(List.of(FrozenDocuments.creditNote())).lines().toList().get(1);
        assertThat(document)
                .startsWith(
                        "{\"schemaVersion\":1,\"number\":\"G-1\",\"type\":\"381\",\"customer\":\"ACME\","
                                + "\"issueDate\":\"2026-02-03\",\"dueDate\":\"2026-02-03\","
                                + "\"correction\":{\"reason\":\"contract-change\",\"words\":\"one too many\"},\"currency\":\"EUR\",")
                .contains("\"references\":{\"preceding\":[{\"number\":\"R-3\",\"issueDate\":\"2026-02-01\"}]}")
                .contains("\"credited\":{\"invoice\":{\"number\":\"R-3\",\"issueDate\":\"2026-02-01\"},"
                        + "\"lines\":[{\"index\":0,\"share\":\"1/3\",\"quantity\":\"1\"}],"
                        + "\"allowanceCharges\":[{\"index\":0}],\"netAmounts\":[\"33.34\",\"-3.34\"]},\"totals\":{");
        assertThat(Schemas.violations("invoice", document)).isEmpty();
    }

    /** The tax in the second currency is what is left of the invoice's, 17.54 less 11.69, and not 6.33 at 0.923, 5.84. */
    @Test
    void writesTheTaxInTheSecondCurrencyAsItIsGiven() throws IOException {
        var usd = TaxCurrency.of(
                Monetary.getCurrency("USD"), new BigDecimal("0.923"), LocalDate.parse("2026-01-31"), "ECB");
        Invoice invoice = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.billed("Set", Fraction.of(3), "H87", Amount.of("100", "EUR"), List.of())
                        .taxed(TaxTreatment.standard("19")))
                .taxCurrency(usd)
                .build()
                .issue("R-4", "2026-02-01");
        Correction why = Correction.of(CorrectionReason.RETURN);
        Invoice first = Creditable.of(invoice)
                .credit(why)
                .quantity(0, new BigDecimal("2"))
                .draft()
                .issue("G-1", "2026-02-03");
        Invoice rest = Creditable.of(invoice, List.of(first)).whole(why).issue("G-2", "2026-02-03");
        assertThat(rest.totals().tax()).isEqualTo(Amount.of("6.33", "EUR"));
        assertThat(invoices(List.of(rest))).contains("\"source\":\"ECB\",\"tax\":\"5.85\"}");
    }

    @Test
    void separatesManyDocuments() throws IOException {
        String json = invoices(List.of(INVOICE, INVOICE));
        assertThat(Json.MAPPER.readTree(json)).hasSize(2);
        assertThat(json.lines()).hasSize(4);
    }

    @Test
    void writesNoDocumentsAsAnEmptyArray() throws IOException {
        assertThat(Json.MAPPER.readTree(invoices(List.of()))).isEmpty();
    }

    @Test
    void writesInvoicesThatTheSchemaAllows() throws IOException {
        String document = invoices(List.of(INVOICE)).lines().toList().get(1);
        assertThat(Schemas.violations("invoice", document)).isEmpty();
        assertThat(Schemas.violations("invoice", document.replace("\"R-1\"", "1")))
                .isNotEmpty();
    }

    @Test
    void writesAnAllocationToTheLetterAndTheSchema() throws IOException {
        Payment payment = Payment.of(
                PaymentId.of("P-1"), CustomerId.of("ACME"), LocalDate.of(2026, 3, 1), Amount.of("1.5", "EUR"));
        Allocation allocation =
                Allocation.of(payment, List.of(OpenItem.of(Receivable.of(INVOICE))), new OldestDueFirst());
        var bytes = new ByteArrayOutputStream();
        AllocationJson.write(List.of(allocation), bytes);
        String document =
                bytes.toString(StandardCharsets.UTF_8).lines().toList().get(1);
        assertThat(document)
                .startsWith("{\"schemaVersion\":1,\"payment\":\"P-1\",\"customer\":\"ACME\",\"date\":\"2026-03-01\","
                        + "\"currency\":\"EUR\",\"lines\":[{\"item\":\"R-1\",\"amount\":\"1.01\",\"explanation\":{")
                .endsWith("\"applied\":\"1.01\",\"unapplied\":\"0.49\"}");
        assertThat(Schemas.violations("allocation", document)).isEmpty();
    }

    private static String invoices(List<Invoice> invoices) throws IOException {
        var bytes = new ByteArrayOutputStream();
        InvoiceJson.write(invoices, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

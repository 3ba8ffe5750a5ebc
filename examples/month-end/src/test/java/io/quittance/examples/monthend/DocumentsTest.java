package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PaymentInstruction;
import io.quittance.core.money.Amount;
import io.quittance.einvoice.EInvoice;
import io.quittance.einvoice.Profile;
import io.quittance.einvoice.Syntax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The documents of the data that ship. */
class DocumentsTest {
    private static final List<Invoice> ALL =
            Shipped.CLOSE.documents().stream().map(IssuedDocument::document).toList();
    private static final List<Invoice> INVOICES = Shipped.CLOSE.billing().invoices();
    private static final Invoice CREDIT_NOTE = Shipped.CLOSE.corrections().get(0);

    @Test
    void numbersHaveNoGap() {
        assertThat(INVOICES)
                .extracting(invoice -> invoice.number().value())
                .isEqualTo(IntStream.rangeClosed(1, 5000)
                        .mapToObj(n -> String.format(Locale.ROOT, "T-2014-%06d", n))
                        .toList());
        assertThat(Shipped.CLOSE.corrections())
                .extracting(note -> note.number().value())
                .containsExactly("TC-2014-000001");
        assertThat(ALL).hasSize(5001);
    }

    @Test
    void everyDocumentKeepsTheRules() {
        assertThat(ALL.parallelStream()
                        .flatMap(document -> Stream.concat(
                                document.check().stream(),
                                EInvoice.of(document, Profile.PEPPOL_BIS3).problems(Syntax.UBL).stream())))
                .isEmpty();
    }

    @Test
    void everyDocumentIsKnownByItsHash() {
        assertThat(Shipped.CLOSE.documents())
                .allSatisfy(
                        one -> assertThat(one.hash()).isEqualTo(one.document().contentHash()))
                .extracting(IssuedDocument::hash)
                .doesNotHaveDuplicates();
    }

    /** 265.1 × 0.17 + 197.4 × 0.085 + 244.7 × 0.045 + 10 × 0.27: 45.07 + 16.78 + 11.01 + 2.70; 19 % of it are 14.3564. */
    @Test
    void theFirstInvoiceIsTaxedAtHome() {
        Invoice invoice = INVOICES.get(0);
        assertThat(figures(invoice)).containsExactly("75.56", "14.36", "89.92");
        assertThat(invoice.draft().taxInTaxCurrency()).contains(Amount.of("10.63", "EUR")); // 14.36 × 0.74 = 10.6264
        assertThat(invoice.paymentInstruction().flatMap(PaymentInstruction::reference))
                .contains("RF08T2014000001");
        assertThat(invoice.draft().parties().orElseThrow().buyer().name()).isEqualTo("Ahorn-Tischlerei 1 GmbH");
    }

    /** 299.4 × 0.17 + 61.9 × 0.085 + 196.9 × 0.045 + 6.6 × 0.27: 50.90 + 5.26 + 8.86 + 1.78. */
    @Test
    void theFourthIsTaxedByReverseCharge() {
        Invoice invoice = INVOICES.get(3);
        assertThat(figures(invoice)).containsExactly("66.80", "0.00", "66.80");
        assertThat(invoice.draft().taxes().subtotals())
                .extracting(subtotal -> subtotal.treatment().toString())
                .containsExactly("AE 0%");
        assertThat(invoice.draft().taxCurrency()).isEmpty();
    }

    /** 16.78 given back and 15.79 charged: 0.99; 19 % of it are 0.1881. */
    @Test
    void theAmendmentMakesACreditNote() {
        assertThat(CREDIT_NOTE.type()).isEqualTo(InvoiceType.CREDIT_NOTE);
        assertThat(CREDIT_NOTE.issueDate()).isEqualTo("2014-02-10");
        assertThat(figures(CREDIT_NOTE)).containsExactly("0.99", "0.19", "1.18");
        assertThat(CREDIT_NOTE.draft().references().preceding())
                .extracting(invoice -> invoice.number().value())
                .containsExactly("T-2014-000001");
        assertThat(CREDIT_NOTE.paymentInstruction()).isEmpty();
    }

    /** Of each fourth customer nothing, of the others 19 %, half up, for each invoice on its own. */
    @Test
    void theTaxIsThatOfEachInvoice() {
        BigDecimal expected = INVOICES.stream()
                .filter(invoice -> Integer.parseInt(invoice.customer().value()) % 4 != 0)
                .map(invoice -> invoice.totals().withoutTax().toBigDecimal())
                .map(net -> net.multiply(new BigDecimal("0.19")).setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var totals = DocumentTotals.of(INVOICES, Shipped.CLOSE.terms().currency());
        assertThat(totals.tax().toBigDecimal()).isEqualByComparingTo(expected);
        assertThat(totals.withTax()).isEqualTo(totals.withoutTax().add(totals.tax()));
    }

    /** 297,465.15 of invoices, as the reference has it with the lost cents, less 0.99. */
    @Test
    void theReportSaysWhatTheDocumentsComeTo() {
        assertThat(ReportDocuments.of(Shipped.CLOSE, Map.of()).get("sums"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(row -> row.get("count") + " " + row.get("withoutTax"))
                .containsExactly("5,000 297,465.15", "1 -0.99", "5,001 297,464.16");
        var totals = DocumentTotals.of(ALL, Shipped.CLOSE.terms().currency());
        Amount bySum = Owed.byAll(INVOICES, Shipped.CLOSE.terms().currency()).subtract(Amount.of("1.18", "USD"));
        assertThat(totals.withTax()).isEqualTo(bySum);
        assertThat(totals.withTax().toBigDecimal())
                .isEqualByComparingTo(totals.withoutTax().add(totals.tax()).toBigDecimal());
    }

    private static List<String> figures(Invoice document) {
        return List.of(
                Text.money(document.totals().withoutTax()),
                Text.money(document.totals().tax()),
                Text.money(document.totals().withTax()));
    }
}

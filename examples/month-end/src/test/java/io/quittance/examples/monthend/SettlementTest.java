package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.journal.JournalEntry;
import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What happens to the second and the third telephone invoice after the close; a correction is about the first. */
class SettlementTest {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final PaymentTerms LATER = PaymentTerms.net(30);

    /**
     * 161.6 × 0.17 + 195.5 × 0.085 + 254.4 × 0.045 + 13.7 × 0.27: 27.47 + 16.62 + 11.45 + 3.70 = 59.24, with 11.26 of tax 70.50. Less
     * 2 % are 69.09 due on 11 February; of the 1.41 that are off, 1.41 × 11.26 / 70.50 = 0.2252 are tax.
     */
    @Test
    void whoPaysEarlyPaysLess() {
        assertThat(steps(Shipped.CLOSE.settlements()))
                .element(0)
                .isEqualTo("2014-02-11 TRANSFER T-2014-000002: 70.50 - 69.09 - 1.41 (tax 0.23) + 0.00 = 0.00");
    }

    /**
     * 243.4 × 0.17 + 121.2 × 0.085 + 162.6 × 0.045 + 12.2 × 0.27: 41.38 + 10.30 + 7.32 + 3.29 = 62.29, with 11.84 of tax 74.13. The
     * discount is over on 3 March; with the fee of 10.00, 84.13 are open from the 7th on.
     */
    @Test
    void aReturnedChequeOpensItsInvoiceAgainBesideAFee() {
        assertThat(steps(Shipped.CLOSE.settlements()).subList(1, 3))
                .containsExactly(
                        "2014-03-03 CHEQUE T-2014-000003: 74.13 - 74.13 - 0.00 (tax 0.00) + 0.00 = 0.00",
                        "2014-03-07 CHEQUE_RETURNED T-2014-000003: 0.00 - -74.13 - 0.00 (tax 0.00) + 10.00 = 84.13");
    }

    /** Of the discount, 1.41 - 0.23 = 1.18 are revenue that is lost, and the rest is tax that is owed no more. */
    @Test
    void theJournalHasEveryLine() throws IOException {
        var csv = new ByteArrayOutputStream();
        CsvOutput.settlements(Shipped.CLOSE, csv);
        assertThat(csv.toString(StandardCharsets.UTF_8)).isEqualTo("""
                date,entry,account,reference,currency,debit,credit
                2014-02-01,invoice T-2014-000002,receivables,T-2014-000002,USD,70.50,0.00
                2014-02-01,invoice T-2014-000002,revenue,T-2014-000002,USD,0.00,59.24
                2014-02-01,invoice T-2014-000002,tax,T-2014-000002,USD,0.00,11.26
                2014-02-11,payment T-2014-000002,bank,P-T-2014-000002,USD,69.09,0.00
                2014-02-11,payment T-2014-000002,on-account,P-T-2014-000002,USD,0.00,69.09
                2014-02-11,settlement T-2014-000002,on-account,P-T-2014-000002,USD,69.09,0.00
                2014-02-11,settlement T-2014-000002,receivables,T-2014-000002,USD,0.00,69.09
                2014-02-11,settlement T-2014-000002,discounts-allowed,T-2014-000002,USD,1.18,0.00
                2014-02-11,settlement T-2014-000002,tax,T-2014-000002,USD,0.23,0.00
                2014-02-11,settlement T-2014-000002,receivables,T-2014-000002,USD,0.00,1.41
                2014-02-01,invoice T-2014-000003,receivables,T-2014-000003,USD,74.13,0.00
                2014-02-01,invoice T-2014-000003,revenue,T-2014-000003,USD,0.00,62.29
                2014-02-01,invoice T-2014-000003,tax,T-2014-000003,USD,0.00,11.84
                2014-03-03,payment T-2014-000003,bank,P-T-2014-000003,USD,74.13,0.00
                2014-03-03,payment T-2014-000003,on-account,P-T-2014-000003,USD,0.00,74.13
                2014-03-03,settlement T-2014-000003,on-account,P-T-2014-000003,USD,74.13,0.00
                2014-03-03,settlement T-2014-000003,receivables,T-2014-000003,USD,0.00,74.13
                2014-03-07,return T-2014-000003,on-account,P-T-2014-000003,USD,0.00,74.13
                2014-03-07,return T-2014-000003,receivables,T-2014-000003,USD,74.13,0.00
                2014-03-07,return T-2014-000003,bank,P-T-2014-000003,USD,0.00,74.13
                2014-03-07,return T-2014-000003,on-account,P-T-2014-000003,USD,74.13,0.00
                2014-03-07,fee T-2014-000003,receivables,FEE-T-2014-000003,USD,10.00,0.00
                2014-03-07,fee T-2014-000003,revenue,FEE-T-2014-000003,USD,0.00,10.00
                """);
    }

    @Test
    void theReportShowsBoth() {
        Map<String, Object> shown =
                ReportSettlements.of(Shipped.CLOSE.settlements()).get(0);
        assertThat(shown.get("steps"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(row -> row.get("what") + " " + row.get("openBefore") + " " + row.get("openAfter"))
                .containsExactly(
                        "transfer 70.50 0.00", "cheque 74.13 0.00", "cheque returned: insufficient funds 0.00 84.13");
        assertThat(shown.get("journal"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .hasSize(Shipped.CLOSE.settlements().journal().stream()
                        .mapToInt(entry -> entry.lines().size())
                        .sum())
                .first()
                .isEqualTo(Map.of(
                        "date", "2014-02-01",
                        "entry", "invoice T-2014-000002",
                        "account", "receivables",
                        "debit", "70.50",
                        "credit", "",
                        "reference", "T-2014-000002"));
    }

    /** Every step adds up, whatever the terms are. */
    @Test
    void everyStepBalances() {
        Stream.of(
                        LATER,
                        LATER.discount("2", 10),
                        LATER.discount("3", 0).discount("2", 10),
                        LATER.discount(EarlyPaymentDiscount.of("2", 10).on(EarlyPaymentDiscount.Base.NET)),
                        PaymentTerms.net(0))
                .map(terms -> List.of(invoice("1", "0.01", terms), invoice("2", "100.05", terms)))
                .flatMap(invoices -> SettlementJob.run(invoices, List.of(), USD).steps().stream())
                .forEach(step -> assertThat(step.openAfter())
                        .isEqualTo(step.openBefore()
                                .subtract(step.money())
                                .subtract(step.discount())
                                .add(step.fee())));
    }

    @Test
    void whereTheTermsOfferNoDiscountAllIsPaidOnTheDueDate() {
        var settled = SettlementJob.run(List.of(invoice("1", "100.00", LATER)), List.of(), USD);
        assertThat(steps(settled))
                .containsExactly("2014-03-03 TRANSFER T-1: 100.00 - 100.00 - 0.00 (tax 0.00) + 0.00 = 0.00");
        assertThat(settled.journal())
                .extracting(JournalEntry::source)
                .containsExactly("invoice T-1", "payment T-1", "settlement T-1");
    }

    /** Nothing is due of the first, nothing after the discount of the second, and the third is corrected by a credit note. */
    @Test
    void whatLeavesNothingToPayAndWhatIsCorrectedIsLeftAlone() {
        Invoice corrected = invoice("3", "100.00", LATER);
        Invoice note = corrected.draft().toBuilder()
                .type(InvoiceType.CREDIT_NOTE)
                .references(DocumentReferences.none().with(PrecedingInvoice.of(corrected)))
                .build()
                .issue("TC-1", "2014-02-10");
        List<Invoice> invoices =
                List.of(invoice("1", "0.00", LATER), invoice("2", "100.00", LATER.discount("100", 10)), corrected);
        var settled = SettlementJob.run(invoices, List.of(note), USD);
        assertThat(settled.steps()).isEmpty();
        assertThat(settled.journal()).isEmpty();
        assertThat(ReportSettlements.of(settled)).isEmpty();
    }

    private static List<String> steps(SettlementJob.Result settled) {
        return settled.steps().stream()
                .map(step ->
                        step.date() + " " + step.kind() + " " + step.invoice().number() + ": "
                                + Text.money(step.openBefore()) + " - " + Text.money(step.money()) + " - "
                                + Text.money(step.discount()) + " (tax " + Text.money(step.tax()) + ") + "
                                + Text.money(step.fee()) + " = " + Text.money(step.openAfter()))
                .toList();
    }

    private static Invoice invoice(String customer, String amount, PaymentTerms terms) {
        return InvoiceDraft.builder(CustomerId.of(customer), USD)
                .paymentTerms(terms)
                .line(InvoiceLine.priced(
                        "calls", BigDecimal.ONE, "C62", Amount.of(amount, "USD"), Rounding.toMinorUnit(USD)))
                .build()
                .issue("T-" + customer, "2014-02-01");
    }
}

package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.eur;
import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Delivery;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxPerLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/**
 * What documents are made of is compared by all that it says: each value of a row differs from the first in one part
 * only.
 */
class InvoiceValuesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Rounding CENTS = Rounding.halfUp(2);

    /** Rows of values that all differ from each other. */
    private static List<Supplier<List<Object>>> rows() {
        return List.of(
                InvoiceValuesTest::allowanceCharges,
                InvoiceValuesTest::prices,
                InvoiceValuesTest::lines,
                InvoiceValuesTest::drafts,
                InvoiceValuesTest::creditNotes,
                InvoiceValuesTest::invoices,
                InvoiceValuesTest::creditables,
                InvoiceValuesTest::taxTables,
                InvoiceValuesTest::taxCurrencies,
                () -> List.of(
                        ApprovalPolicy.none(),
                        ApprovalPolicy.above(eur("100")),
                        ApprovalPolicy.above(eur("101")),
                        ApprovalPolicy.above(eur("100")).orAbove(Amount.of("100", "USD"))),
                () -> List.of(
                        DocumentLife.none(),
                        DocumentLife.none().with(DocumentEvent.of("i-1", DocumentStage.ISSUED, Instant.EPOCH))),
                () -> List.of(
                        DocumentReferences.none(), DocumentReferences.none().toProject("P-1")),
                () -> List.of(InvoicedItem.plain(), InvoicedItem.plain().describedAs("blue")),
                () -> List.of(SupportingDocument.of("TS-1"), SupportingDocument.of("TS-2")),
                () -> List.of(
                        PaymentInstruction.by("10"), PaymentInstruction.by("10").referencedBy("R-1")));
    }

    /** Of 90.00, 9.00 are 10 %; of 90.04 too, and they are 10.01 % of 90.00, all rounded. */
    private static List<Object> allowanceCharges() {
        var base = AllowanceCharge.allowance(eur("9"))
                .asPercentage(BigDecimal.TEN, eur("90"))
                .because("loyalty")
                .withReasonCode("95");
        return List.of(
                base,
                AllowanceCharge.charge(eur("9"))
                        .asPercentage(BigDecimal.TEN, eur("90"))
                        .because("loyalty")
                        .withReasonCode("95"),
                AllowanceCharge.allowance(eur("9.01"))
                        .asPercentage(BigDecimal.TEN, eur("90"))
                        .because("loyalty")
                        .withReasonCode("95"),
                base.asPercentage(BigDecimal.TEN, eur("90.04")),
                base.asPercentage(new BigDecimal("10.01"), eur("90")),
                base.because("spring"),
                base.withReasonCode("100"),
                base.taxed(standard("19")));
    }

    private static List<Object> prices() {
        return List.of(
                UnitPrice.of(eur("9")),
                UnitPrice.of(eur("9.01")),
                UnitPrice.of(eur("9")).per("2"),
                UnitPrice.of(eur("10")).less(eur("1")),
                UnitPrice.of(eur("11")).less(eur("2")));
    }

    private static InvoiceLine line(String name, String quantity, String unit, String price, String goods) {
        return InvoiceLine.stated(
                name, new BigDecimal(quantity), unit, UnitPrice.of(eur(price)), eur(goods), List.of());
    }

    /** 3 at 0.335 may be stated as 1.00, and so may 2.99 at 0.335 and 3 at 0.334. */
    private static List<Object> lines() {
        InvoiceLine base = line("Calls", "3", "C62", "0.335", "1.00");
        return List.of(
                base,
                line("Texts", "3", "C62", "0.335", "1.00"),
                line("Calls", "2.99", "C62", "0.335", "1.00"),
                line("Calls", "3", "MIN", "0.335", "1.00"),
                line("Calls", "3", "C62", "0.334", "1.00"),
                line("Calls", "3", "C62", "0.335", "1.01"),
                InvoiceLine.stated(
                        "Calls",
                        new BigDecimal("3"),
                        "C62",
                        UnitPrice.of(eur("0.335")),
                        eur("1.00"),
                        List.of(Explanation.of("test", "as counted"))),
                base.with(AllowanceCharge.allowance(eur("0"))),
                base.taxed(standard("19")),
                base.withStatus(InvoiceLine.Status.INFORMATION),
                base.within("g"),
                base.identified("1"),
                base.during(ServicePeriod.of("2026-03-01", "2026-04-01")),
                base.ordered("PO-1"),
                base.about(InvoicedItem.plain().describedAs("by the minute")),
                base.noted("as agreed"),
                base.bookedAt("4400"));
    }

    private static InvoiceDraft.Builder plain(String customer, CurrencyUnit currency) {
        return InvoiceDraft.builder(CustomerId.of(customer), currency).paymentTerms(PaymentTerms.net(30));
    }

    private static InvoiceDraft.Builder draft() {
        return plain("K-7", Documents.EUR).line(line("Calls", "10", "C62", "10", "100"));
    }

    private static List<Object> drafts() {
        return List.of(
                draft().build(),
                plain("K-8", Documents.EUR)
                        .line(line("Calls", "10", "C62", "10", "100"))
                        .build(),
                draft().type(InvoiceType.CORRECTED).build(),
                draft().paymentTerms(PaymentTerms.net(14)).build(),
                draft().period(ServicePeriod.of("2026-03-01", "2026-04-01")).build(),
                draft().requirements(InvoicingRequirements.none().withFormat("UBL"))
                        .build(),
                draft().line(line("Texts", "1", "C62", "0", "0")).build(),
                draft().allowanceCharge(AllowanceCharge.allowance(eur("0"))).build(),
                draft().prepaid(Prepayment.of(eur("0"))).build(),
                draft().taxPolicy(new TaxPerLine(CENTS)).build(),
                draft().pricesIncludeTax().build(),
                draft().rounding(eur("0.01")).build(),
                draft().cashRounding(CashRounding.to("0.05")).build(),
                draft().taxCurrency(taxCurrency("USD", "0.9", DAY, "ECB")).build(),
                draft().parties(DocumentParties.of(Documents.SELLER, Documents.BUYER))
                        .build(),
                draft().delivery(Delivery.on(DAY)).build(),
                draft().paymentInstruction(PaymentInstruction.by("10")).build(),
                draft().references(DocumentReferences.none().toProject("P-1")).build(),
                draft().taxPoint(TaxPoint.on(DAY)).build(),
                draft().retention(new RetentionClass("DE invoice", 8, true)).build(),
                draft().note(InvoiceNote.of("thank you")).build(),
                draft().correction(Correction.of(CorrectionReason.ERROR)).build());
    }

    private static Creditable creditable(String number) {
        return Creditable.of(draft().build().issue(number, "2026-04-01"));
    }

    /** One gives back ten pieces, the other their price. */
    private static List<Object> creditNotes() {
        InvoiceDraft note = creditable("R-1").whole(Correction.of(CorrectionReason.RETURN));
        PrecedingInvoice invoice = note.credited().orElseThrow().invoice();
        var price = new CreditedLine(0, Fraction.ONE, BigDecimal.ZERO);
        return List.of(
                note,
                note.toBuilder()
                        .credited(new Credited(invoice, List.of(price), List.of(), List.of(), List.of(), null))
                        .build());
    }

    private static Invoice restored(String number, LocalDate issued, LocalDate due, InvoiceDraft draft, String by) {
        return Invoice.restored(new InvoiceNumber(number), issued, List.of(new DueAmount(due, eur("100"))), draft, by);
    }

    private static List<Object> invoices() {
        InvoiceDraft draft = draft().build();
        LocalDate due = DAY.plusDays(30);
        return List.of(
                restored("R-1", DAY, due, draft, "0.1"),
                restored("R-2", DAY, due, draft, "0.1"),
                restored("R-1", DAY.minusDays(1), due, draft, "0.1"),
                restored("R-1", DAY, due.plusDays(1), draft, "0.1"),
                restored(
                        "R-1",
                        DAY,
                        due,
                        draft().note(InvoiceNote.of("thank you")).build(),
                        "0.1"),
                restored("R-1", DAY, due, draft, "0.0"));
    }

    private static List<Object> creditables() {
        Creditable left = creditable("R-1");
        Invoice note = left.credit(Correction.of(CorrectionReason.RETURN))
                .amount(0, eur("10"))
                .draft()
                .issue("G-1", "2026-04-02");
        return List.of(left, creditable("R-2"), Creditable.of(left.invoice(), List.of(note)));
    }

    private static List<Object> taxTables() {
        TaxTable base = TaxTable.of(standard("19"));
        return List.of(
                base,
                TaxTable.of(standard("7")),
                base.from("2026-01-01", standard("19")),
                base.from("2026-01-02", standard("19")),
                base.charge("a", standard("7")),
                base.charge("a", standard("8")),
                base.customer("ACME", reverseCharge()),
                base.customer("GLOBEX", reverseCharge()),
                base.correctedFrom(DAY),
                base.correctedFrom(DAY.plusDays(1)));
    }

    private static TaxCurrency taxCurrency(String code, String rate, LocalDate day, String source) {
        return TaxCurrency.of(Monetary.getCurrency(code), new BigDecimal(rate), day, source);
    }

    private static List<Object> taxCurrencies() {
        return List.of(
                taxCurrency("USD", "0.9", DAY, "ECB"),
                taxCurrency("CHF", "0.9", DAY, "ECB"),
                taxCurrency("USD", "0.91", DAY, "ECB"),
                taxCurrency("USD", "0.9", DAY.plusDays(1), "ECB"),
                taxCurrency("USD", "0.9", DAY, "Bundesbank"));
    }

    @Test
    void whatDiffersInOnePartIsNotEqual() {
        for (Supplier<List<Object>> row : rows()) {
            List<Object> values = row.get();
            List<Object> again = row.get();
            for (int i = 0; i < values.size(); i++) {
                assertThat(again.get(i)).isEqualTo(values.get(i)).hasSameHashCodeAs(values.get(i));
                for (int j = 0; j < values.size(); j++) {
                    assertThat(values.get(i).equals(again.get(j)))
                            .as("%s equals %s, values %s and %s", values.get(i), again.get(j), i, j)
                            .isEqualTo(i == j);
                }
            }
        }
    }

    @Test
    void valuesEqualNothingOfAnotherKind() {
        for (Supplier<List<Object>> row : rows()) {
            Object value = row.get().get(0);
            assertThat(value).isNotEqualTo(value.toString());
        }
    }

    /** Shown in refusals and logs: what it is and how much, and nothing of persons. */
    @Test
    void saysWhatItIs() {
        assertThat(line("Calls", "3.0", "MIN", "0.335", "1.01")).hasToString("Calls, 3.0 MIN: EUR 1.01");
        assertThat(UnitPrice.of(eur("12.50"))).hasToString("EUR 12.50");
        assertThat(draft().build()).hasToString("draft for K-7: EUR 100.00");
        assertThat(draft().build().issue("R-1", "2026-04-01")).hasToString("invoice R-1: EUR 100.00");
        assertThat(InvoiceSeries.of("ACME", "2026")).hasToString("ACME 2026");
        assertThat(new TaxableSupply(
                        ContractId.of("C-1"),
                        null,
                        CustomerId.of("ACME"),
                        ChargeId.of("platform"),
                        null,
                        ServicePeriod.of("2020-07-01", "2020-08-01")))
                .hasToString("platform [2020-07-01, 2020-08-01) of C-1");
    }
}

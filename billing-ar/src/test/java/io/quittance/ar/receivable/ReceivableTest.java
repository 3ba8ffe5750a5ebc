package io.quittance.ar.receivable;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PaymentInstruction;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceivableTest {
    private static final LocalDate FEBRUARY = LocalDate.parse("2014-02-01");
    private static final LocalDate MARCH = LocalDate.parse("2014-03-03");
    private static final Receivable DEBT = Receivable.of(id("R1"), A, FEBRUARY, MARCH, eur("100.00"));

    @Test
    void tellsWhoOwesHowMuchUntilWhen() {
        assertThat(DEBT.id()).isEqualTo(id("R1"));
        assertThat(DEBT.customer()).isEqualTo(A);
        assertThat(DEBT.documentDate()).isEqualTo(FEBRUARY);
        assertThat(DEBT.dueDate()).isEqualTo(MARCH);
        assertThat(DEBT.amount()).isEqualTo(eur("100"));
        assertThat(DEBT).hasToString("receivable R1: EUR 100.00 due 2014-03-03");
    }

    /** A customer who used nothing gets an invoice and owes nothing. */
    @Test
    void anInvoiceOverNothingLeavesNoDebt() {
        assertThat(Receivable.ifDue(invoice("0"))).isEmpty();
        assertThat(Receivable.ifDue(invoice("2"))).contains(Receivable.of(invoice("2")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receivable.ifDue(invoice("-2")))
                .withMessage("amount must be more than 0, but was EUR -25.00");
    }

    @Test
    void mayBeDueOnTheDayOfItsDocument() {
        assertThat(Receivable.of(id("R1"), A, MARCH, MARCH, eur("1")).dueDate()).isEqualTo(MARCH);
    }

    @Test
    void refusesADebtDueBeforeItsDocument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receivable.of(id("R1"), A, MARCH, MARCH.minusDays(1), eur("1")))
                .withMessage("dueDate must not be before the document date 2014-03-03, but was 2014-03-02");
    }

    @ParameterizedTest
    @CsvSource({"0.00, must be more than 0", "-1.00, must be more than 0", "0.005, must have at most 2 decimal places"})
    void refusesADebtOfNothingOrOfPartsOfACent(String amount, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receivable.of(id("R1"), A, FEBRUARY, MARCH, eur(amount)))
                .withMessage("amount " + rule + ", but was EUR " + amount);
    }

    @Test
    void refusesPartsOfAYen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receivable.of(id("R1"), A, FEBRUARY, MARCH, Amount.of("0.5", "JPY")))
                .withMessage("amount must have at most 0 decimal places, but was JPY 0.5");
    }

    /** The telephone example: an invoice of 1 February, net 30, is due on 3 March. */
    @Test
    void comesFromAnInvoice() {
        Receivable debt = Receivable.of(invoice("2"));
        assertThat(debt).isEqualTo(Receivable.of(id("T-000001"), A, FEBRUARY, MARCH, eur("25.00")));
    }

    @Test
    void refusesAnInvoiceThatOwesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receivable.of(invoice("-2")))
                .withMessage("amount must be more than 0, but was EUR -25.00");
    }

    /** A credit note over 25.00 shows 25.00, and is not owed by the customer but to him. */
    @Test
    void refusesACreditNote() {
        Invoice note = invoice("2").draft().toBuilder()
                .type(InvoiceType.CREDIT_NOTE)
                .build()
                .issue("G-1", "2014-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receivable.of(note))
                .withMessage(
                        "invoice must not be a credit note: what is due on it is owed to the customer, but was G-1");
        assertThatIllegalArgumentException().isThrownBy(() -> Receivable.ifDue(note));
    }

    @Test
    @SuppressWarnings("NullAway") // the null is the point
    void namesTheNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> Receivable.of(null, A, FEBRUARY, MARCH, eur("1")))
                .withMessage("id");
        assertThatNullPointerException()
                .isThrownBy(() -> Receivable.of(id("R1"), null, FEBRUARY, MARCH, eur("1")))
                .withMessage("customer");
        assertThatNullPointerException()
                .isThrownBy(() -> Receivable.of(id("R1"), A, FEBRUARY, null, eur("1")))
                .withMessage("dueDate");
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        assertThat(DEBT)
                .isEqualTo(Receivable.of(id("R1"), A, FEBRUARY, MARCH, eur("100")))
                .hasSameHashCodeAs(Receivable.of(id("R1"), A, FEBRUARY, MARCH, eur("100")))
                .isEqualTo(copy(DEBT))
                .isNotEqualTo(Receivable.of(id("R2"), A, FEBRUARY, MARCH, eur("100")))
                .isNotEqualTo(Receivable.of(id("R1"), B, FEBRUARY, MARCH, eur("100")))
                .isNotEqualTo(Receivable.of(id("R1"), A, MARCH, MARCH, eur("100")))
                .isNotEqualTo(Receivable.of(id("R1"), A, FEBRUARY, FEBRUARY, eur("100")))
                .isNotEqualTo(Receivable.of(id("R1"), A, FEBRUARY, MARCH, eur("101")));
    }

    /** All of one item that is due on one day, so that nothing else tells them apart. */
    @Test
    void differsByEachOfItsPartsAlone() {
        LocalDate april = LocalDate.parse("2014-04-01");
        Receivable part = DEBT.partOf(id("R0"), april);
        assertThat(part)
                .isNotEqualTo(
                        Receivable.of(id("R2"), A, FEBRUARY, MARCH, eur("100")).partOf(id("R0"), april))
                .isNotEqualTo(
                        Receivable.of(id("R1"), B, FEBRUARY, MARCH, eur("100")).partOf(id("R0"), april))
                .isNotEqualTo(
                        Receivable.of(id("R1"), A, MARCH, MARCH, eur("100")).partOf(id("R0"), april))
                .isNotEqualTo(
                        Receivable.of(id("R1"), A, FEBRUARY, april, eur("100")).partOf(id("R0"), april))
                .isNotEqualTo(
                        Receivable.of(id("R1"), A, FEBRUARY, MARCH, eur("101")).partOf(id("R0"), april))
                .isNotEqualTo(part.withType(ReceivableType.FEE))
                .isNotEqualTo(DEBT.partOf(id("R2"), april))
                .isNotEqualTo(DEBT.partOf(id("R0"), MARCH))
                .isNotEqualTo(part.knownBy("PO-7"))
                .isNotEqualTo(part.toString());
        OpenItem item = OpenItem.of(part, eur("40"), eur("10"));
        assertThat(item)
                .isEqualTo(OpenItem.of(part, eur("40"), eur("10")))
                .isNotEqualTo(OpenItem.of(DEBT, eur("40"), eur("10")))
                .isNotEqualTo(OpenItem.of(part, eur("41"), eur("10")))
                .isNotEqualTo(OpenItem.of(part, eur("40"), eur("11")))
                .isNotEqualTo(item.toString());
    }

    @Test
    void isPrincipalAndAnItemOfItsOwnUnlessItIsSaid() throws Exception {
        assertThat(DEBT.type()).isEqualTo(ReceivableType.PRINCIPAL);
        assertThat(DEBT.item()).isEqualTo(id("R1"));
        assertThat(DEBT.itemDueDate()).isEqualTo(MARCH);
        LocalDate april = LocalDate.parse("2014-04-01");
        Receivable instalment = Receivable.of(id("R0"), A, FEBRUARY, april, eur("900"));
        Receivable interest = DEBT.withType(ReceivableType.INTEREST).partOf(instalment);
        assertThat(interest.type()).isEqualTo(ReceivableType.INTEREST);
        assertThat(interest.item()).isEqualTo(id("R0"));
        assertThat(interest.dueDate()).isEqualTo(MARCH);
        assertThat(interest.itemDueDate()).isEqualTo(april);
        assertThat(interest)
                .hasToString("receivable R1: EUR 100.00 due 2014-03-03, interest of R0")
                .isEqualTo(DEBT.partOf(id("R0"), april).withType(ReceivableType.INTEREST))
                .isEqualTo(DEBT.withType(ReceivableType.INTEREST).partOf(DEBT.partOf(instalment)))
                .isEqualTo(copy(interest))
                .isNotEqualTo(DEBT.withType(ReceivableType.INTEREST))
                .isNotEqualTo(DEBT.partOf(instalment))
                .isNotEqualTo(interest.partOf(id("R0"), MARCH))
                .isNotEqualTo(interest.partOf(id("R2"), april));
        assertThat(DEBT.withType(ReceivableType.FEE)).hasToString("receivable R1: EUR 100.00 due 2014-03-03, fee");
        assertThat(DEBT.partOf(DEBT)).isEqualTo(DEBT);
        assertThat(OpenItem.of(interest).type()).isEqualTo(ReceivableType.INTEREST);
    }

    @Test
    void anOpenItemIsAllOfItAtFirst() {
        OpenItem item = OpenItem.of(DEBT);
        assertThat(item.open()).isEqualTo(eur("100"));
        assertThat(item.isDisputed()).isFalse();
        assertThat(item.receivable()).isEqualTo(DEBT);
        assertThat(item.id()).isEqualTo(DEBT.id());
        assertThat(item.customer()).isEqualTo(A);
        assertThat(item.documentDate()).isEqualTo(FEBRUARY);
        assertThat(item.dueDate()).isEqualTo(MARCH);
        assertThat(item).hasToString("R1: EUR 100.00 open, due 2014-03-03");
        assertThat(OpenItem.of(DEBT, eur("40"), eur("40"))).hasToString("R1: EUR 40.00 open, due 2014-03-03, disputed");
        assertThat(OpenItem.of(DEBT, eur("40"), eur("10")))
                .hasToString("R1: EUR 40.00 open, due 2014-03-03, EUR 10.00 of it disputed");
    }

    @ParameterizedTest(name = "{1} days on {0}")
    @CsvSource({"2014-03-02, -1", "2014-03-03, 0", "2014-03-04, 1", "2014-04-03, 31", "2013-03-03, -365"})
    void countsWholeDaysFromTheDueDate(LocalDate date, long days) {
        assertThat(OpenItem.of(DEBT).daysPastDue(date)).isEqualTo(days);
    }

    @Test
    void refusesAnOpenItemOfNothingAndOfMoreThanTheDebt() {
        assertThat(OpenItem.of(DEBT, eur("100"))).isEqualTo(OpenItem.of(DEBT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenItem.of(DEBT, eur("0")))
                .withMessage("open must be more than 0 and at most EUR 100.00, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenItem.of(DEBT, eur("100.01")))
                .withMessage("open must be more than 0 and at most EUR 100.00, but was EUR 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenItem.of(DEBT, eur("0.001")))
                .withMessage("open must have at most 2 decimal places, but was EUR 0.001");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> OpenItem.of(DEBT, Amount.of("1", "USD")))
                .withMessage("open must be in EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenItem.of(DEBT, eur("40"), eur("40.01")))
                .withMessage("disputed must be 0 or more and at most EUR 40.00, which is open, but was EUR 40.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenItem.of(DEBT, eur("40"), eur("-1")))
                .withMessage("disputed must be 0 or more and at most EUR 40.00, which is open, but was EUR -1.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> OpenItem.of(DEBT, eur("40"), Amount.of("1", "USD")))
                .withMessage("disputed must be in EUR, but was USD");
    }

    /** Of 100.00 of which 30.00 are contested, money pays the other 70.00 first. */
    @Test
    void whatIsContestedStaysContestedAsFarAsItIsOpen() {
        OpenItem item = OpenItem.of(DEBT, eur("100"), eur("30"));
        assertThat(item.isDisputed()).isTrue();
        assertThat(item.disputed()).isEqualTo(eur("30"));
        assertThat(item.undisputed()).isEqualTo(eur("70"));
        assertThat(item.withOpen(eur("40"))).isEqualTo(OpenItem.of(DEBT, eur("40"), eur("30")));
        assertThat(item.withOpen(eur("20"))).isEqualTo(OpenItem.of(DEBT, eur("20"), eur("20")));
        assertThat(item.withOpen(eur("20")).undisputed()).isEqualTo(eur("0"));
    }

    @Test
    void anOpenItemIsAValueThatCanBeStored() throws Exception {
        OpenItem item = OpenItem.of(DEBT, eur("40"), eur("40"));
        assertThat(item)
                .isEqualTo(OpenItem.of(DEBT, eur("40.00"), eur("40")))
                .hasSameHashCodeAs(OpenItem.of(DEBT, eur("40.00"), eur("40")))
                .isEqualTo(copy(item))
                .isNotEqualTo(OpenItem.of(DEBT, eur("40"), eur("39")))
                .isNotEqualTo(OpenItem.of(DEBT, eur("41"), eur("40")));
    }

    @Test
    void idsAreOrderedByTheirTextAndRefuseWhatIsNone() throws Exception {
        assertThat(List.of(id("b"), id("B"), id("10"), id("9")).stream().sorted())
                .containsExactly(id("10"), id("9"), id("B"), id("b"));
        assertThat(id("R1")).hasToString("R1").isEqualTo(copy(id("R1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> id(""))
                .withMessage("receivable id must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> id(" R1"))
                .withMessage("receivable id must not begin or end with white space, but was ' R1'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> id("R\u00071"))
                .withMessage("receivable id must have no control characters, but was U+0007");
    }

    private static Invoice invoice(String quantity) {
        var line = InvoiceLine.priced("Fee", new BigDecimal(quantity), "C62", eur("12.50"), Rounding.halfUp(2));
        return InvoiceDraft.builder(A, eur("0").getCurrency())
                .paymentTerms(PaymentTerms.net(30))
                .line(line)
                .build()
                .issue("T-000001", "2014-02-01");
    }

    @Test
    void isKnownByOtherNamesToo() throws Exception {
        Receivable plain = DEBT;
        Receivable known = plain.knownBy("RF18539007547034").knownBy("PO-7");
        assertThat(plain.references()).isEmpty();
        assertThat(known.references()).containsExactly("RF18539007547034", "PO-7");
        assertThat(known.knownBy("PO-7")).isSameAs(known);
        assertThat(known).isNotEqualTo(plain).isEqualTo(copy(known)).hasSameHashCodeAs(copy(known));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.knownBy(""))
                .withMessage("reference must have 1 to 200 characters, but was ");
    }

    /** What the invoice asks the payer to write, and the customer's order. */
    @Test
    void knowsWhatTheInvoiceAsksToWrite() {
        Invoice invoice = invoice("2").draft().toBuilder()
                .paymentInstruction(PaymentInstruction.by("30").referencedBy(StructuredReference.Scheme.CREDITOR))
                .requirements(InvoicingRequirements.none().withPurchaseOrder("PO-7"))
                .build()
                .issue("539007547034", "2014-02-01");
        assertThat(Receivable.of(invoice).references()).containsExactly("RF18539007547034", "PO-7");
        assertThat(Receivable.of(invoice("2")).references()).isEmpty();
    }
}

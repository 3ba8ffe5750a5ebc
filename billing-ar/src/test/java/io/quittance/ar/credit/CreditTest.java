package io.quittance.ar.credit;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Rounding;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class CreditTest {
    private static final Credit FORTY = Credit.of(PaymentId.of("CN-1"), A, LocalDate.parse("2026-03-05"), eur("40"));

    /** 40.00 that credit R2 settle 30.00 of it, which is open, and then 10.00 of the oldest. */
    @Test
    void settlesFirstWhatItCreditsByTheSameStrategies() {
        Allocation allocation = Allocation.of(
                FORTY.crediting(id("R2")).asPayment(),
                List.of(item("R1", "2026-03-01", "50"), item("R2", "2026-03-31", "30")),
                new AsRemitted().then(new OldestDueFirst()));
        assertThat(allocation.lines())
                .extracting(AllocationLine::item, AllocationLine::amount)
                .containsExactly(tuple(id("R2"), eur("30")), tuple(id("R1"), eur("10")));
        assertThat(allocation.payment()).isEqualTo(PaymentId.of("CN-1"));
        assertThat(allocation.date()).isEqualTo("2026-03-05");
        assertThat(allocation.unapplied()).isEqualTo(eur("0"));
    }

    @Test
    void isAPaymentThatNamesWhatItCredits() {
        assertThat(FORTY.crediting(id("R2")).crediting(id("R1")).asPayment())
                .isEqualTo(Payment.of(PaymentId.of("CN-1"), A, LocalDate.parse("2026-03-05"), eur("40"))
                        .asCredit()
                        .naming(id("R2"))
                        .naming(id("R1")));
    }

    @Test
    void refusesWhatIsNoCredit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credit.of(PaymentId.of("CN-1"), A, FORTY.documentDate(), eur("0")))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credit.of(PaymentId.of("CN-1"), A, FORTY.documentDate(), eur("0.001")))
                .withMessage("amount must have at most 2 decimal places, but was EUR 0.001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FORTY.crediting(id("R1")).crediting(id("R1")))
                .withMessage("credited[1] must not repeat, but was R1");
    }

    /** A note over 2 x 12.50 that corrects 2026-17 and, in another line, 2026-18. */
    @Test
    void isWhatACreditNoteGives() {
        Invoice note = note("2", "2026-17", "2026-18");
        assertThat(Credit.of(note))
                .isEqualTo(Credit.of(PaymentId.of("G-1"), A, LocalDate.parse("2026-03-05"), eur("25"))
                        .crediting(id("2026-17"))
                        .crediting(id("2026-18")));
        assertThat(Credit.ifDue(note)).contains(Credit.of(note));
        assertThat(Credit.ifDue(note("0", "2026-17"))).isEmpty();
    }

    @Test
    void refusesAnInvoice() {
        Invoice invoice =
                note("2").draft().toBuilder().type(InvoiceType.INVOICE).build().issue("2026-19", "2026-03-05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credit.of(invoice))
                .withMessage(
                        "creditNote must be a credit note: what is due on it is owed to the customer, but was 2026-19");
        assertThatIllegalArgumentException().isThrownBy(() -> Credit.ifDue(invoice));
        Invoice ofNothing =
                note("0").draft().toBuilder().type(InvoiceType.INVOICE).build().issue("2026-20", "2026-03-05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credit.ifDue(ofNothing))
                .withMessageStartingWith("creditNote must be a credit note");
    }

    private static Invoice note(String quantity, String... preceding) {
        var references = DocumentReferences.none();
        for (String number : preceding) {
            references = references.with(PrecedingInvoice.of(number));
        }
        return InvoiceDraft.builder(A, Monetary.getCurrency("EUR"))
                .paymentTerms(PaymentTerms.net(30))
                .type(InvoiceType.CREDIT_NOTE)
                .line(InvoiceLine.priced("Fee", new BigDecimal(quantity), "C62", eur("12.50"), Rounding.halfUp(2)))
                .references(references)
                .build()
                .issue("G-1", "2026-03-05");
    }

    @Test
    void isAValue() throws IOException, ClassNotFoundException {
        Credit credit = FORTY.crediting(id("R1"));
        assertThat(copy(credit)).isEqualTo(credit).hasSameHashCodeAs(credit);
        assertThat(credit).isNotEqualTo(FORTY).isNotEqualTo("CN-1");
        LocalDate day = FORTY.documentDate();
        assertThat(FORTY)
                .isEqualTo(Credit.of(PaymentId.of("CN-1"), A, day, eur("40.0")))
                .isNotEqualTo(Credit.of(PaymentId.of("CN-2"), A, day, eur("40")))
                .isNotEqualTo(Credit.of(PaymentId.of("CN-1"), B, day, eur("40")))
                .isNotEqualTo(Credit.of(PaymentId.of("CN-1"), A, day.plusDays(1), eur("40")))
                .isNotEqualTo(Credit.of(PaymentId.of("CN-1"), A, day, eur("40.01")));
        assertThat(credit.credited()).containsExactly(id("R1"));
        assertThat(credit).hasToString("credit CN-1: EUR 40.00 of 2026-03-05");
    }

    @Test
    void isFirstOneThenTheOtherInABalanceOfAnInvoice() {
        var euros = Monetary.getCurrency("EUR");
        InvoiceBalance paidTooMuch = InvoiceBalance.empty(euros)
                .withItem(eur("5"))
                .withItem(eur("20"))
                .withItem(eur("-10"))
                .withPayment(eur("25"));
        assertThat(paidTooMuch.balance()).isEqualTo(eur("-10"));
        assertThat(paidTooMuch.accountBalance()).isEqualTo(eur("-10"));
        InvoiceBalance moved = paidTooMuch.withCreditMove(eur("10"));
        assertThat(moved.balance()).isEqualTo(eur("0"));
        assertThat(moved.accountCredit()).isEqualTo(eur("10"));
        assertThat(moved.accountBalance()).isEqualTo(eur("-10"));
        assertThat(moved.withRefund(eur("20")).balance()).isEqualTo(eur("20"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved.withRefund(eur("25.01")))
                .withMessage("refunded must be 0 or more and at most EUR 25.00, which was paid, but was EUR 25.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved.withPayment(eur("-25.01")))
                .withMessage("paid must be 0 or more, but was EUR -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved.withRefund(eur("-0.01")))
                .withMessage("refunded must be 0 or more and at most EUR 25.00, which was paid, but was EUR -0.01");
    }
}

package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillLine;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** A document shows one piece of what a run billed as 7 at some price; the bill line knows that, if the line is all of it. */
class InvoicedLinesTest {
    private static final ServicePeriod HALF = ServicePeriod.of("2026-01-01", "2026-01-16");

    private static BillLine billed(String amount) {
        return new BillLine(
                "L-1",
                BillLine.Kind.CHARGE,
                ContractId.of("C-1"),
                ChargeId.of("platform"),
                "signed",
                JANUARY,
                HALF,
                "Platform",
                Fraction.of(7),
                "C62",
                eur(amount),
                List.of(),
                null,
                null,
                List.of());
    }

    private static InvoiceLine shown(String amount) {
        return InvoiceLine.priced("Fee", BigDecimal.ONE, "C62", eur(amount), Rounding.halfUp(2))
                .during(HALF);
    }

    /** The first line of a document that has another one beside it. */
    private static InvoicedLine read(InvoiceType type, InvoiceLine line, BillLine... billed) {
        InvoiceDraft draft = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
                .paymentTerms(PaymentTerms.net(30))
                .type(type)
                .line(line)
                .line(shown("9.00"))
                .build();
        return InvoicedLines.of(ContractId.of("C-1"), "draft", draft, List.of(billed))
                .get(0);
    }

    private static InvoicedLine invoiced(InvoiceLine line, BillLine... billed) {
        return read(InvoiceType.INVOICE, line, billed);
    }

    private static InvoicedLine credited(InvoiceLine line, BillLine... billed) {
        return read(InvoiceType.CREDIT_NOTE, line, billed);
    }

    @Test
    void aLineOfNoRunSaysWhatItShows() {
        InvoicedLine line = invoiced(shown("5.00"));
        assertThat(line.charge()).isEmpty();
        assertThat(line.text()).isEqualTo("Fee");
        assertThat(line.quantity()).contains(Fraction.of(1));
        assertThat(line.id()).isEmpty();
        assertThat(line.period()).isEqualTo(HALF);
        assertThat(line.isCredit()).isFalse();
    }

    @Test
    void aLineOfARunHasItsChargeItsPeriodItsQuantityAndItsId() {
        InvoicedLine line = invoiced(shown("5.00").identified("L-1"), billed("5.00"));
        assertThat(line.charge()).contains(ChargeId.of("platform"));
        assertThat(line.period()).isEqualTo(JANUARY);
        assertThat(line.quantity()).contains(Fraction.of(7));
        assertThat(line.id()).contains("L-1");
    }

    @Test
    void aPartOfWhatWasBilledHasTheQuantityThatItShows() {
        InvoicedLine line = invoiced(shown("3.00").identified("L-1"), billed("5.00"));
        assertThat(line.quantity()).contains(Fraction.of(1));
        assertThat(line.id()).contains("L-1");
    }

    @Test
    void aLineOfNothingIsWhatWasBilledUnlessItIsCredited() {
        InvoiceLine nothing = shown("0.00").identified("L-1");
        assertThat(invoiced(nothing, billed("0.00")).quantity()).contains(Fraction.of(7));
        InvoicedLine credit = credited(nothing, billed("0.00"));
        assertThat(credit.isCredit()).isTrue();
        assertThat(credit.id()).isEmpty();
        assertThat(credit.quantity()).contains(Fraction.of(-1));
    }

    @Test
    void aCreditIsALineOfARunIfItIsWhatTheRunGaveBack() {
        InvoicedLine line = credited(shown("5.00").identified("L-1"), billed("-5.00"));
        assertThat(line.isCredit()).isFalse();
        assertThat(line.id()).contains("L-1");
        assertThat(line.amount()).isEqualTo(eur("-5.00"));
        assertThat(line.quantity()).contains(Fraction.of(7));
    }

    @Test
    void aCreditOfWhatARunBilledIsNoLineOfIt() {
        InvoicedLine line = credited(shown("5.00").identified("L-1"), billed("5.00"));
        assertThat(line.isCredit()).isTrue();
        assertThat(line.id()).isEmpty();
        assertThat(line.charge()).contains(ChargeId.of("platform"));
        assertThat(line.quantity()).contains(Fraction.of(-1));
    }

    @Test
    void aLineForMoreThanThePeriodOfTheRunIsOfItsOwnDays() {
        ServicePeriod two = ServicePeriod.of("2026-01-01", "2026-03-01");
        InvoicedLine line = invoiced(shown("5.00").during(two).identified("L-1"), billed("5.00"));
        assertThat(line.days()).isEqualTo(two);
        assertThat(line.period()).isEqualTo(two);
    }

    /** A line that gives back days before its period, and one that ends before its period does. */
    @Test
    void aBillLineSpansItsDaysAndItsPeriod() {
        BillLine early = new BillLine(
                "L-2",
                BillLine.Kind.CREDIT,
                ContractId.of("C-1"),
                ChargeId.of("platform"),
                "signed",
                ServicePeriod.of("2026-01-10", "2026-02-01"),
                HALF,
                "Platform",
                Fraction.of(-1),
                "C62",
                eur("-5.00"),
                List.of(),
                null,
                null,
                List.of());
        assertThat(InvoicedLine.of(early).period()).isEqualTo(JANUARY);
        assertThat(InvoicedLine.of(billed("5.00")).period()).isEqualTo(JANUARY);
    }

    /** As a damaged record may have it: it is not the 5.00 euro that were billed, and can be read. */
    @Test
    void aLineInAnotherCurrencyThanItsRunIsNotAllOfWhatWasBilled() {
        InvoiceDraft draft = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("USD"))
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced("Fee", BigDecimal.ONE, "C62", Amount.of("5.00", "USD"), Rounding.halfUp(2))
                        .during(HALF)
                        .identified("L-1"))
                .build();
        assertThat(InvoicedLines.of(ContractId.of("C-1"), "draft", draft, List.of(billed("5.00"))))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.amount()).isEqualTo(Amount.of("5.00", "USD"));
                    assertThat(line.quantity()).contains(Fraction.of(1));
                });
    }
}

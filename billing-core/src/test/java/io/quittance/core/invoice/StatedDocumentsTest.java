package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.EUR;
import static io.quittance.core.invoice.Documents.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What another system has computed, or this one before, is taken as it was stated. */
class StatedDocumentsTest {
    private static final UnitPrice PRICE = UnitPrice.of(eur("0.335"));

    private static InvoiceLine stated(String goods) {
        return InvoiceLine.stated("Calls", new BigDecimal("3"), "C62", PRICE, eur(goods), List.of());
    }

    /** 1.005 is 1.01 half up, and 1.00 half to even. */
    @Test
    void aLineKeepsTheAmountThatWasStated() {
        assertThat(stated("1.00").netAmount()).isEqualTo(eur("1.00"));
        assertThat(stated("1.01").goods()).isEqualTo(eur("1.01"));
        InvoiceLine less = stated("1.00")
                .with(List.of(AllowanceCharge.allowance(eur("0.20")), AllowanceCharge.charge(eur("0.05"))));
        assertThat(less.netAmount()).isEqualTo(eur("0.85"));
        assertThat(less.goods()).isEqualTo(eur("1.00"));
    }

    @Test
    void refusesALineWhoseAmountIsNoRounding() {
        assertThat(stated("2.00").netAmount()).isEqualTo(eur("2.00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stated("2.005"))
                .withMessage("goods must be a rounding of 1.005, but was EUR 2.005");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stated("-1.01"))
                .withMessage("goods must be a rounding of 1.005, but was EUR -1.01");
        // no rounding is as far off as 1
        for (String other : List.of("0.00", "2.00")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InvoiceLine.stated(
                            "Calls", BigDecimal.ONE, "C62", UnitPrice.of(eur("1")), eur(other), List.of()))
                    .withMessage("goods must be a rounding of 1, but was EUR " + other);
        }
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() ->
                        InvoiceLine.stated("Calls", BigDecimal.ONE, "C62", PRICE, Amount.of("1", "USD"), List.of()))
                .withMessageContaining("goods");
    }

    /** However a line was rounded, it can be stated again, and is the same. */
    @Property
    void everyPricedLineCanBeStated(
            @ForAll @BigRange(min = "-1000", max = "1000") BigDecimal quantity,
            @ForAll @BigRange(min = "0", max = "1000") BigDecimal price,
            @ForAll @IntRange(max = 3) int places,
            @ForAll RoundingMode mode) {
        if (mode == RoundingMode.UNNECESSARY) {
            return;
        }
        InvoiceLine line = InvoiceLine.priced(
                "Calls", quantity, "C62", UnitPrice.of(Amount.of(price, EUR)).per("7"), Rounding.of(places, mode));
        assertThat(InvoiceLine.stated("Calls", quantity, "C62", line.price(), line.goods(), line.explanations()))
                .isEqualTo(line);
    }

    /** 10 % of 99.95 are 9.995. */
    @Test
    void aPercentageKeepsTheAmountThatWasStated() {
        BigDecimal ten = new BigDecimal("10");
        AllowanceCharge down =
                AllowanceCharge.allowance(eur("9.99")).because("loyalty").asPercentage(ten, eur("99.95"));
        assertThat(down.amount()).isEqualTo(eur("9.99"));
        assertThat(down.base()).contains(eur("99.95"));
        assertThat(down.percent()).contains(ten);
        assertThat(AllowanceCharge.allowance(eur("10.00")).asPercentage(ten, eur("99.95")))
                .isEqualTo(AllowanceCharge.allowance(ten, eur("99.95"), Rounding.halfUp(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowanceCharge.charge(eur("11")).asPercentage(ten, eur("99.95")))
                .withMessage("amount must be a rounding of 9.995, but was EUR 11.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowanceCharge.charge(eur("11")).asPercentage(ten.negate(), eur("99.95")))
                .withMessage("percent must not be negative, but was -10");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> AllowanceCharge.charge(eur("11")).asPercentage(ten, Amount.of("110", "USD")));
    }

    private static InvoiceDraft draft() {
        return InvoiceDraft.builder(CustomerId.of("ACME"), EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.billed("Platform", Fraction.ONE, "C62", eur("100"), List.of()))
                .rounding(eur("0.02"))
                .build();
    }

    @Test
    void anInvoiceKeepsWhenItIsDueAndByWhichConventions() {
        var number = new InvoiceNumber("R-1");
        LocalDate issued = LocalDate.of(2026, 2, 1);
        List<DueAmount> parts = List.of(
                new DueAmount(LocalDate.of(2026, 3, 1), eur("70")),
                new DueAmount(LocalDate.of(2026, 2, 15), eur("30.02")));
        Invoice invoice = Invoice.restored(number, issued, parts, draft(), "0.0");
        assertThat(invoice.dueAmounts()).isEqualTo(parts);
        assertThat(invoice.dueDate()).isEqualTo("2026-03-01");
        assertThat(invoice.convention()).isEqualTo("0.0");
        assertThat(invoice.draft().rounding()).isEqualTo(eur("0.02"));
        Invoice same = draft().issue("R-1", "2026-02-01");
        assertThat(Invoice.restored(number, issued, same.dueAmounts(), draft(), same.convention()))
                .isEqualTo(same);
    }

    @Test
    void refusesAnInvoiceWhoseInstalmentsAreNotWhatIsDue() {
        var part = new DueAmount(LocalDate.of(2026, 3, 1), eur("70"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invoice.restored(
                        new InvoiceNumber("R-1"), LocalDate.of(2026, 2, 1), List.of(part), draft(), "0.1"))
                .withMessage("dueAmounts must add up to what is due, EUR 100.02, but was EUR 70.00");
    }

    @Test
    void severalAtOnceAreThoseOneByOne() {
        Identifier first = Identifier.of("1", "0088");
        Identifier second = Identifier.of("2", "0088");
        assertThat(Party.named("A").identifiedBy(List.of(first, second)))
                .isEqualTo(Party.named("A").identifiedBy(first).identifiedBy(second));
        assertThat(InvoicedItem.plain().classifiedAs(List.of(first, second)))
                .isEqualTo(InvoicedItem.plain().classifiedAs(first).classifiedAs(second));
        assertThat(InvoicedItem.plain()
                        .with(List.of(new InvoicedItem.Attribute("a", "1"), new InvoicedItem.Attribute("b", "2"))))
                .isEqualTo(InvoicedItem.plain().with("a", "1").with("b", "2"));
        DocumentReferences none = DocumentReferences.none();
        assertThat(none.toInvoices(List.of(PrecedingInvoice.of("R-1"), PrecedingInvoice.of("R-2"))))
                .isEqualTo(none.with(PrecedingInvoice.of("R-1")).with(PrecedingInvoice.of("R-2")));
        assertThat(none.toDocuments(List.of(SupportingDocument.of("D-1"), SupportingDocument.of("D-2"))))
                .isEqualTo(none.with(SupportingDocument.of("D-1")).with(SupportingDocument.of("D-2")));
    }

    /** As a document refuses it too, but where it is said. */
    @Test
    void refusesALineThatIsTaxedTwiceAlike() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stated("1").taxed(TaxTreatment.standard("19"), TaxTreatment.standard("19.0")))
                .withMessageStartingWith("taxes must each be another");
    }

    @Test
    void equalCoinsAreEqualRules() {
        assertThat(CashRounding.to("0.050")).isEqualTo(CashRounding.to("0.05"));
        assertThat(CashRounding.to("1E+1").increment()).isEqualTo(new BigDecimal("10"));
    }
}

package io.quittance.einvoice;

import static io.quittance.einvoice.Samples.EUR;

import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Masked;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.CreditTransfer;
import io.quittance.core.invoice.DirectDebit;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceNote;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.InvoicedItem;
import io.quittance.core.invoice.PaymentCard;
import io.quittance.core.invoice.PaymentInstruction;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.invoice.Prepayment;
import io.quittance.core.invoice.SupportingDocument;
import io.quittance.core.invoice.TaxCurrency;
import io.quittance.core.invoice.TaxPoint;
import io.quittance.core.invoice.UnitPrice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Contact;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.money.Monetary;

/** A document that says all that this library can say; whether for an invoice or a credit note, and how it is paid, is asked. */
final class FullDocument {
    private static final Rounding CENTS = Rounding.halfUp(2);

    static final PaymentInstruction TRANSFER = PaymentInstruction.sepaTransfer(
                    CreditTransfer.toIban("DE02 1203 0000 0000 2020 51")
                            .heldBy("Muster Konto")
                            .at("BYLADEM1001"),
                    CreditTransfer.toAccount("4711-0815"))
            .referencedBy("reference 7");
    static final PaymentInstruction CARD =
            PaymentInstruction.card(PaymentCard.ending("123456").heldBy("Frau Karte"));
    static final PaymentInstruction DEBIT = PaymentInstruction.directDebit(
            new DirectDebit("mandate 5", "DE98ZZZ09999999999", Masked.of("DE75512108001245126199")));

    private FullDocument() {}

    private static Amount eur(String amount) {
        return Amount.of(amount, EUR);
    }

    private static PostalAddress address(String of) {
        return PostalAddress.in("DE")
                .withLines(of + " line 1", of + " line 2", of + " line 3")
                .withCity(of + " city")
                .withPostCode(of + " code")
                .withSubdivision(of + " land");
    }

    private static Party party(String of) {
        return Party.named(of + " name")
                .identifiedBy(Identifier.of("4000001000005", "0088"))
                .registeredAs(Identifier.of(of + " register", "0002"))
                .withVatId("DE" + of);
    }

    private static DocumentParties parties() {
        Party seller = party("seller")
                .tradingAs("seller trade")
                .identifiedBy(Identifier.of("seller id"))
                .withTaxRegistrationId("seller tax id")
                .withLegalInformation("seller legal form")
                .reachedAt(Identifier.of("seller address", "9930"))
                .at(address("seller"))
                .withContact(
                        Contact.of("seller contact").withTelephone("+49 30 1").withEmail("seller@example.com"));
        Party buyer = party("buyer")
                .tradingAs("buyer trade")
                .reachedAt(Identifier.of("buyer address", "9930"))
                .at(address("buyer"))
                .withContact(
                        Contact.of("buyer contact").withTelephone("+49 30 2").withEmail("buyer@example.com"));
        Party payee = Party.named("payee name")
                .identifiedBy(Identifier.of("payee id"))
                .registeredAs(Identifier.of("payee register", "0002"));
        return DocumentParties.of(seller, buyer)
                .payableTo(payee)
                .representedBy(Party.named("agent name").withVatId("DEagent").at(address("agent")));
    }

    private static DocumentReferences references() {
        return DocumentReferences.none()
                .toProject("project 1")
                .toContract("contract 2")
                .toSalesOrder("sales order 3")
                .toReceivingAdvice("receipt 4")
                .toDeliveryNote("despatch 5")
                .toTender("tender 6")
                .toObject(Identifier.of("object 7", "ABT"))
                .bookedAt("account 8")
                .with(new PrecedingInvoice(PrecedingInvoice.of("R-2025-1").number(), LocalDate.parse("2025-12-31")))
                .with(SupportingDocument.of("sheet 9", "timesheet")
                        .at(URI.create("https://example.com/sheet"))
                        .attached("application/pdf", "sheet.pdf", "content".getBytes(StandardCharsets.UTF_8)))
                .with(SupportingDocument.of("sheet 10"));
    }

    private static InvoiceLine line() {
        return InvoiceLine.priced(
                        "item name",
                        new BigDecimal("1500.5"),
                        "MTR",
                        UnitPrice.of(eur("20.005")).less(eur("1.5")).per("1000"),
                        CENTS)
                .identified("line 1")
                .noted("line note\nwith two lines")
                .ordered("order line 11")
                .bookedAt("account 12")
                .during(ServicePeriod.of("2026-03-05", "2026-03-11"))
                .about(InvoicedItem.plain()
                        .describedAs("item description")
                        .withSellerId("seller item")
                        .withBuyerId("buyer item")
                        .withStandardId(Identifier.of("4012345678901", "0160"))
                        .classifiedAs(Identifier.of("class 13", "STI"))
                        .classifiedAs(Identifier.of("class 14", "SRV"))
                        .withOrigin("CN")
                        .with("colour", "black"))
                .with(AllowanceCharge.allowance(new BigDecimal("10"), eur("27.77"), CENTS)
                        .because("line allowance")
                        .withReasonCode("95"))
                .with(AllowanceCharge.charge(new BigDecimal("5"), eur("20.20"), CENTS)
                        .because("line charge")
                        .withReasonCode("FC"))
                .taxed(TaxTreatment.standard("19"));
    }

    /** The document, by one of {@link #TRANSFER}, {@link #CARD} and {@link #DEBIT}. */
    static Invoice of(InvoiceType type, PaymentInstruction payment, TaxPoint taxPoint) {
        return InvoiceDraft.builder(new CustomerId("buyer"), EUR)
                .type(type)
                .paymentTerms(PaymentTerms.net(30).discount("2", 10))
                .requirements(
                        InvoicingRequirements.none().withBuyerReference("B-77").withPurchaseOrder("PO-15"))
                .parties(parties())
                .references(references())
                .period(ServicePeriod.of("2026-03-01", "2026-04-01"))
                .delivery(Delivery.on(LocalDate.parse("2026-03-08"))
                        .receivedBy("receiver name")
                        .atLocation(Identifier.of("6754238987643", "0088"))
                        .at(address("place")))
                .note(new InvoiceNote("note with subject", "AAI"))
                .note(InvoiceNote.of("note without"))
                .taxPoint(taxPoint)
                .taxCurrency(TaxCurrency.of(
                        Monetary.getCurrency("SEK"), new BigDecimal("11.25"), LocalDate.parse("2026-03-31"), "ECB"))
                .paymentInstruction(payment)
                .line(line())
                .line(Samples.line("1", "10.00")
                        .taxed(TaxTreatment.exempt("reason one").withReasonCode("VATEX-EU-132")))
                .line(Samples.line("1", "10.00").taxed(TaxTreatment.exempt("reason two")))
                .allowanceCharge(AllowanceCharge.allowance(new BigDecimal("3"), eur("30.00"), CENTS)
                        .because("allowance")
                        .withReasonCode("100")
                        .taxed(TaxTreatment.standard("19")))
                .allowanceCharge(AllowanceCharge.charge(new BigDecimal("4"), eur("40.00"), CENTS)
                        .because("charge")
                        .withReasonCode("ABL")
                        .taxed(TaxTreatment.standard("19")))
                .prepaid(Prepayment.of(eur("3.21")))
                .rounding(eur("0.02"))
                .build()
                .issue("R-2026-0007", "2026-03-31");
    }
}

package io.quittance.core.invoice;

import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.InvoicingRequirements.Channel;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.StructuredReference;
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
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** Documents that say all that a document can say. */
final class Documents {
    static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    static final PostalAddress BERLIN = PostalAddress.in("DE")
            .withLines("Lindenweg 5", "Hof 2", "Tor 3")
            .withCity("Berlin")
            .withPostCode("10115");
    static final Party SELLER = Party.named("Beispiel GmbH")
            .tradingAs("Beispiel")
            .identifiedBy(Identifier.of("4000001000005", "0088"))
            .registeredAs(Identifier.of("HRB 1"))
            .withVatId("DE123456789")
            .withTaxRegistrationId("12/345/67890")
            .withLegalInformation("Capital 25,000 EUR")
            .reachedAt(Identifier.of("seller@example.com", "EM"))
            .at(BERLIN.withSubdivision("BE"))
            .withContact(Contact.of("Erika").withTelephone("+49 30 1").withEmail("erika@example.com"));
    static final Party BUYER = Party.named("Muster AG")
            .tradingAs("Muster")
            .identifiedBy(Identifier.of("K-7"))
            .registeredAs(Identifier.of("HRB 2"))
            .withVatId("DE987654321")
            .reachedAt(Identifier.of("buyer@example.com", "EM"))
            .at(PostalAddress.in("DE").withCity("Bonn"))
            .withContact(Contact.of("Max"));
    static final DocumentParties PARTIES = DocumentParties.of(SELLER, BUYER)
            .payableTo(
                    Party.named("Factor AG").identifiedBy(Identifier.of("F-1")).registeredAs(Identifier.of("HRB 3")))
            .representedBy(Party.named("Fiscal AG").withVatId("DE5").at(PostalAddress.in("DE")));
    static final PaymentInstruction TRANSFER = PaymentInstruction.sepaTransfer(
                    CreditTransfer.toIban("DE02 1203 0000 0000 2020 51")
                            .heldBy("Beispiel GmbH")
                            .at("BYLADEM1001"))
            .referencedBy(StructuredReference.Scheme.CREDITOR);
    static final DocumentReferences REFERENCES = DocumentReferences.none()
            .toProject("P-1")
            .toContract("C-1")
            .toSalesOrder("S-1")
            .toReceivingAdvice("RA-1")
            .toDeliveryNote("DN-1")
            .toTender("T-1")
            .toObject(Identifier.of("M-1", "ABC"))
            .bookedAt("4400")
            .with(new PrecedingInvoice(InvoiceNumber.of("R-0"), LocalDate.of(2026, 2, 28)))
            .with(SupportingDocument.of("TS-3", "timesheet")
                    .at(URI.create("https://example.com/ts-3"))
                    .attached("text/csv", "ts-3.csv", "a,b".getBytes(StandardCharsets.UTF_8)));
    static final InvoicedItem ITEM = InvoicedItem.plain()
            .describedAs("by the hour")
            .withSellerId("SKU-7")
            .withBuyerId("B-7")
            .withStandardId(Identifier.of("4012345678901", "0160"))
            .classifiedAs(Identifier.of("43", "STI"))
            .withOrigin("DE")
            .with("colour", "red");

    private Documents() {}

    static Amount eur(String number) {
        return Amount.of(number, EUR);
    }

    /** Two hours at 50.00 less 5.00 off the price, 10 % off, 1.00 on top: 90 − 9 + 1 = 82.00. */
    static InvoiceLine line() {
        return InvoiceLine.priced(
                        "Work",
                        new BigDecimal("2"),
                        "HUR",
                        UnitPrice.of(eur("50")).less(eur("5")),
                        Rounding.halfUp(2))
                .identified("1")
                .during(ServicePeriod.of("2026-03-01", "2026-04-01"))
                .ordered("10")
                .about(ITEM)
                .noted("as agreed")
                .bookedAt("4401")
                .taxed(TaxTreatment.standard("19"))
                .with(AllowanceCharge.allowance(BigDecimal.TEN, eur("90"), Rounding.halfUp(2))
                        .because("loyalty"))
                .with(AllowanceCharge.charge(eur("1")).because("travel").withReasonCode("FC"));
    }

    /** 82.00 − 2.00 + 20.00 = 100.00; 19.00; less 19.00 paid before. */
    static InvoiceDraft.Builder draft() {
        return InvoiceDraft.builder(CustomerId.of("K-7"), EUR)
                .paymentTerms(PaymentTerms.net(30).discount("2", 10))
                .period(ServicePeriod.of("2026-03-01", "2026-04-01"))
                .requirements(InvoicingRequirements.none()
                        .withPurchaseOrder("PO-1")
                        .withBuyerReference("04011000-1")
                        .deliveredBy(Channel.PEPPOL, "A-7")
                        .withFormat("UBL"))
                .parties(PARTIES)
                .delivery(Delivery.on(LocalDate.of(2026, 3, 5))
                        .receivedBy("Werk 2")
                        .atLocation(Identifier.of("L-1"))
                        .at(PostalAddress.in("DE")))
                .paymentInstruction(TRANSFER)
                .references(REFERENCES)
                .taxPoint(TaxPoint.on(LocalDate.of(2026, 3, 31)))
                .retention(new RetentionClass("DE invoice", 8, true))
                .note(new InvoiceNote("thank you", "AAI"))
                .taxCurrency(TaxCurrency.of(
                        Monetary.getCurrency("DKK"), new BigDecimal("7.46"), LocalDate.of(2026, 3, 30), "ECB"))
                .line(line())
                .allowanceCharge(AllowanceCharge.allowance(eur("2"))
                        .because("rounding")
                        .withReasonCode("95")
                        .taxed(TaxTreatment.standard("19")))
                .allowanceCharge(
                        AllowanceCharge.charge(eur("20")).because("freight").taxed(TaxTreatment.standard("19")))
                .prepaid(Prepayment.of(eur("19")));
    }

    static Invoice invoice() {
        return draft().build().issue("R-7", "2026-04-01");
    }
}

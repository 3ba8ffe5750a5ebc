package io.quittance.examples.page;

import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.CreditTransfer;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceNote;
import io.quittance.core.invoice.InvoicedItem;
import io.quittance.core.invoice.PaymentInstruction;
import io.quittance.core.invoice.Prepayment;
import io.quittance.core.invoice.SupportingDocument;
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
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** Documents to show. */
final class Samples {
    static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    static final TaxTreatment STANDARD = TaxTreatment.standard("19");
    static final TaxTreatment REDUCED = TaxTreatment.standard("7");

    private Samples() {}

    static Amount eur(String number) {
        return Amount.of(number, EUR);
    }

    static InvoiceLine line(String name, String quantity, UnitPrice price) {
        return InvoiceLine.priced(name, new BigDecimal(quantity), "C62", price, Rounding.halfUp(2));
    }

    /** A draft of one line, with no parties: three pieces at 0.335, untaxed. */
    static InvoiceDraft.Builder bare() {
        return InvoiceDraft.builder(new CustomerId("ACME"), EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(line("pieces", "3", UnitPrice.of(eur("0.335"))));
    }

    /** The figures of docs/invoices.md, "What adds up to what": lines of 185.00, 100.01 and 29.97, 375.87 with tax, 275.87 due. */
    static InvoiceDraft.Builder full() {
        return InvoiceDraft.builder(new CustomerId("ACME"), EUR)
                .period(ServicePeriod.of("2026-03-01", "2026-04-01"))
                .paymentTerms(PaymentTerms.net(30).discount("2", 10))
                .requirements(
                        InvoicingRequirements.none().withBuyerReference("B-77").withPurchaseOrder("PO-4711"))
                .parties(DocumentParties.of(seller(), buyer()).payableTo(Party.named("Factor AG")))
                .delivery(Delivery.on(LocalDate.parse("2026-03-05"))
                        .receivedBy("Lager Nord")
                        .at(PostalAddress.in("AT").withCity("Linz").withPostCode("4020")))
                .references(DocumentReferences.none()
                        .toContract("C-7")
                        .toDeliveryNote("DN-12")
                        .with(SupportingDocument.of("TS-3", "timesheet").at(URI.create("https://example.com/ts-3"))))
                .note(InvoiceNote.of("Thank you."))
                .line(line("Hosting", "10", UnitPrice.of(eur("20.00")))
                        .with(AllowanceCharge.allowance(eur("15.00")).because("loyalty"))
                        .during(ServicePeriod.of("2026-03-01", "2026-03-16"))
                        .about(InvoicedItem.plain()
                                .describedAs("with backups")
                                .withSellerId("SKU-7")
                                .with("colour", "red"))
                        .taxed(STANDARD))
                .line(line("Calls", "7300", UnitPrice.of(eur("13.70")).per("1000"))
                        .taxed(STANDARD)) // 100.01
                .line(line("Books", "3", UnitPrice.of(eur("9.99"))).taxed(REDUCED))
                .allowanceCharge(
                        AllowanceCharge.allowance(eur("5.00")).because("rebate").taxed(STANDARD))
                .allowanceCharge(
                        AllowanceCharge.charge(eur("8.90")).because("freight").taxed(STANDARD))
                .prepaid(Prepayment.of(eur("100.00"), new InvoiceNumber("A-5")))
                .paymentInstruction(PaymentInstruction.sepaTransfer(
                                CreditTransfer.toIban("DE93999999990000000001").heldBy("Muster GmbH"))
                        .referencedBy(StructuredReference.Scheme.CREDITOR));
    }

    static Party seller() {
        return Party.named("Muster & Söhne GmbH")
                .at(PostalAddress.in("DE")
                        .withLines("Musterweg 5")
                        .withCity("Musterstadt")
                        .withPostCode("00001"))
                .withVatId("DE123456789")
                .withContact(Contact.of("Frau Muster").withEmail("muster@example.com"))
                .reachedAt(Identifier.of("9520000000004", "0088"));
    }

    static Party buyer() {
        return Party.named("Beispiel AG")
                .at(PostalAddress.in("AT").withCity("Wien").withPostCode("1010"));
    }
}

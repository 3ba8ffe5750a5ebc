package io.quittance.einvoice;

import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Contact;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** Small documents to begin with. */
final class Samples {
    static final CurrencyUnit EUR = Monetary.getCurrency("EUR");

    static final Party SELLER = Party.named("Muster & Söhne GmbH")
            .at(PostalAddress.in("DE")
                    .withLines("Lindenweg 5")
                    .withCity("Berlin")
                    .withPostCode("10115"))
            .withVatId("DE123456789")
            .withContact(
                    Contact.of("Frau Muster").withTelephone("+49 30 123456").withEmail("muster@example.com"))
            .reachedAt(Identifier.of("4000001000005", "0088"));

    static final Party BUYER = Party.named("Beispiel AG")
            .at(PostalAddress.in("AT").withCity("Wien").withPostCode("1010"))
            .reachedAt(Identifier.of("4000001000005", "0088"));

    private Samples() {}

    static InvoiceLine line(String quantity, String price) {
        return InvoiceLine.priced("hosting", new BigDecimal(quantity), "C62", Amount.of(price, EUR), Rounding.halfUp(2))
                .taxed(TaxTreatment.standard("19"));
    }

    /** A draft that lacks lines. */
    static InvoiceDraft.Builder empty() {
        return InvoiceDraft.builder(new CustomerId("buyer"), EUR)
                .paymentTerms(PaymentTerms.net(30))
                .requirements(InvoicingRequirements.none().withBuyerReference("B-77"))
                .parties(DocumentParties.of(SELLER, BUYER));
    }

    /** Ten at 18.50, and the tax: 220.15. */
    static InvoiceDraft.Builder draft() {
        return empty().line(line("10", "18.50"));
    }

    static Invoice issued(InvoiceDraft.Builder draft) {
        return draft.build().issue("R-2026-0007", "2026-03-31");
    }
}

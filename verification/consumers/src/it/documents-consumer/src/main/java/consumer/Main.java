package consumer;

import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.einvoice.EInvoice;
import io.quittance.einvoice.Profile;
import io.quittance.einvoice.Syntax;
import io.quittance.json.ContractJson;
import io.quittance.json.InvoiceJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Reads a contract; writes ten at 18.50 and their tax as JSON, of which it reads the same again, and as UBL. */
public final class Main {
    private static final String CONTRACT = """
            {"schemaVersion": 1, "id": "C-1001", "customer": "ACME", "term": {"start": "2026-01-01", "end": "2027-01-01"},
             "terms": {"currency": "EUR", "zone": "Europe/Berlin", "paymentTerms": {"netDays": 30},
               "charges": [{"id": "fee", "kind": "recurring", "model": {"type": "flat", "amount": "185.00"}}]}}
            """;

    private Main() {}

    public static void main(String[] arguments) {
        Contract contract = ContractJson.standard().read(CONTRACT);
        Party seller = Party.named("Seller").at(PostalAddress.in("DE")).withVatId("DE123456789");
        Invoice invoice = InvoiceDraft.builder(contract.customer(), contract.terms().currency())
                .parties(DocumentParties.of(seller, Party.named("Buyer").at(PostalAddress.in("AT"))))
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced(
                                "hosting",
                                new BigDecimal("10"),
                                "C62",
                                Amount.of("18.50", contract.terms().currency()),
                                Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19")))
                .build()
                .issue("R-7", "2026-03-31");
        System.out.println(
                contract.customer() + " " + InvoiceJson.read(InvoiceJson.write(invoice)).equals(invoice));
        String ubl = new String(EInvoice.of(invoice, Profile.EN16931).bytes(Syntax.UBL), StandardCharsets.UTF_8);
        System.out.println(ubl.contains(">220.15</cbc:PayableAmount>"));
    }
}

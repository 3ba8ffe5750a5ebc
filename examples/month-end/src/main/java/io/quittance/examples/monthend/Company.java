package io.quittance.examples.monthend;

import io.quittance.core.id.StructuredReference;
import io.quittance.core.invoice.CreditTransfer;
import io.quittance.core.invoice.InvoiceSeries;
import io.quittance.core.invoice.PaymentInstruction;
import io.quittance.core.party.Contact;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;

/**
 * Who sells: a telephone company that is made up. Nobody has its numbers: the VAT id has a wrong check digit, banks have no code
 * that begins with 9, the telephone numbers are kept for films, and location numbers from 952 on for examples.
 */
final class Company {
    /** For the law and the network: all that a German seller must say of itself. */
    static final Party PARTY = Party.named("Beispielfon GmbH")
            .at(PostalAddress.in("DE")
                    .withLines("Musterstraße 1")
                    .withPostCode("00001")
                    .withCity("Musterstadt"))
            .withVatId("DE123456789")
            .registeredAs(Identifier.of("HRB 0"))
            .withLegalInformation("Made up for the month-end example of Quittance")
            .withContact(Contact.of("Billing department")
                    .withTelephone("+49 30 23125 001")
                    .withEmail("billing@example.com"))
            .reachedAt(Gln.of(0));

    private static final CreditTransfer ACCOUNT = CreditTransfer.toIban("DE93 9999 9999 0000 0000 01")
            .heldBy("Beispielfon GmbH")
            .at("XMPLDEZZ");

    private static final PaymentInstruction PAYMENT =
            PaymentInstruction.transfer(ACCOUNT).referencedBy(StructuredReference.Scheme.CREDITOR);

    private Company() {}

    /** Its invoices of a year, such as {@code T-2014}. */
    static InvoiceSeries invoices(int year) {
        return InvoiceSeries.of("BEISPIELFON", "T-" + year);
    }

    /** What corrects them, such as {@code TC-2014}. */
    static InvoiceSeries corrections(int year) {
        return InvoiceSeries.of("BEISPIELFON", "TC-" + year);
    }

    /** A transfer with the reference of the document's number; not SEPA, which is for euros only. */
    static PaymentInstruction payment() {
        return PAYMENT;
    }
}

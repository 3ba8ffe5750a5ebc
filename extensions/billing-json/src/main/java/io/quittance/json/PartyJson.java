package io.quittance.json;

import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.party.Contact;
import io.quittance.core.party.Party;

/** Between whom a document is: {@code {"seller": {"name": "Beispiel GmbH"}, "buyer": {…}}}; what is refused is not shown. */
final class PartyJson {
    private static final Party STAND_IN = Party.named("name");
    private static final Contact CONTACT_STAND_IN = Contact.of("name");

    private PartyJson() {}

    /** Without what is wrong. */
    static DocumentParties readAll(JsonFields fields) {
        DocumentParties between = DocumentParties.of(read(fields.object("seller")), read(fields.object("buyer")));
        between = fields.optionalObject("payee")
                .map(PartyJson::read)
                .map(between::payableTo)
                .orElse(between);
        return fields.optionalObject("taxRepresentative")
                .map(PartyJson::read)
                .map(between::representedBy)
                .orElse(between);
    }

    private static Party read(JsonFields fields) {
        Party made = fields.parsed("name", Party::named).orElse(STAND_IN);
        made = fields.changed(made, "tradingName", Party::tradingAs);
        made = made.identifiedBy(IdentifierJson.readAll("ids", fields));
        made = IdentifierJson.readOptional("legalId", fields)
                .map(made::registeredAs)
                .orElse(made);
        made = fields.changed(made, "vatId", Party::withVatId);
        made = fields.changed(made, "taxRegistrationId", Party::withTaxRegistrationId);
        made = fields.changed(made, "legalInformation", Party::withLegalInformation);
        made = IdentifierJson.readOptional("electronicAddress", fields)
                .map(made::reachedAt)
                .orElse(made);
        made = fields.optionalObject("address")
                .map(PlaceJson::address)
                .map(made::at)
                .orElse(made);
        return fields.optionalObject("contact")
                .map(PartyJson::contact)
                .map(made::withContact)
                .orElse(made);
    }

    private static Contact contact(JsonFields fields) {
        Contact made = fields.parsed("name", Contact::of).orElse(CONTACT_STAND_IN);
        made = fields.changed(made, "telephone", Contact::withTelephone);
        return fields.changed(made, "email", Contact::withEmail);
    }
}

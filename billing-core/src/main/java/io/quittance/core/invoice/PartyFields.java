package io.quittance.core.invoice;

import io.quittance.core.party.Contact;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;

/** The fields of parties and places. */
final class PartyFields {
    private PartyFields() {}

    static void write(DocumentParties parties, FieldSink fields) {
        fields.object("seller", out -> write(parties.seller(), out))
                .object("buyer", out -> write(parties.buyer(), out));
        parties.payee().ifPresent(payee -> fields.object("payee", out -> write(payee, out)));
        parties.taxRepresentative().ifPresent(party -> fields.object("taxRepresentative", out -> write(party, out)));
    }

    private static void write(Party party, FieldSink fields) {
        fields.text("name", party.name());
        party.tradingName().ifPresent(name -> fields.text("tradingName", name));
        if (!party.ids().isEmpty()) {
            fields.objects("ids", party.ids(), PartyFields::write);
        }
        party.legalId().ifPresent(id -> fields.object("legalId", out -> write(id, out)));
        party.vatId().ifPresent(id -> fields.text("vatId", id));
        party.taxRegistrationId().ifPresent(id -> fields.text("taxRegistrationId", id));
        party.legalInformation().ifPresent(text -> fields.text("legalInformation", text));
        party.electronicAddress().ifPresent(id -> fields.object("electronicAddress", out -> write(id, out)));
        party.address().ifPresent(address -> fields.object("address", out -> write(address, out)));
        party.contact().ifPresent(contact -> fields.object("contact", out -> write(contact, out)));
    }

    static void write(Identifier id, FieldSink fields) {
        id.scheme().ifPresent(scheme -> fields.text("scheme", scheme));
        fields.text("value", id.value());
    }

    private static void write(PostalAddress address, FieldSink fields) {
        fields.text("country", address.country());
        if (!address.lines().isEmpty()) {
            fields.texts("lines", address.lines());
        }
        address.city().ifPresent(city -> fields.text("city", city));
        address.postCode().ifPresent(code -> fields.text("postCode", code));
        address.subdivision().ifPresent(name -> fields.text("subdivision", name));
    }

    private static void write(Contact contact, FieldSink fields) {
        contact.name().ifPresent(name -> fields.text("name", name));
        contact.telephone().ifPresent(number -> fields.text("telephone", number));
        contact.email().ifPresent(address -> fields.text("email", address));
    }

    static void write(Delivery delivery, FieldSink fields) {
        delivery.date().ifPresent(day -> fields.text("date", day.toString()));
        delivery.name().ifPresent(name -> fields.text("name", name));
        delivery.location().ifPresent(id -> fields.object("location", out -> write(id, out)));
        delivery.address().ifPresent(address -> fields.object("address", out -> write(address, out)));
    }
}

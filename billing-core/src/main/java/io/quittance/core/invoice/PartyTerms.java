package io.quittance.core.invoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.party.Contact;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import java.util.List;

/** What parties say in the terms of EN 16931. */
final class PartyTerms {
    private static final List<String> SELLER_LINES = List.of("BT-35", "BT-36", "BT-162");
    private static final List<String> BUYER_LINES = List.of("BT-50", "BT-51", "BT-163");
    private static final List<String> REPRESENTATIVE_LINES = List.of("BT-64", "BT-65", "BT-164");
    private static final List<String> DELIVERY_LINES = List.of("BT-75", "BT-76", "BT-165");

    private PartyTerms() {}

    static void add(DocumentParties parties, BusinessGroup.Builder document) {
        document.add(seller(parties.seller())).add(buyer(parties.buyer()));
        parties.payee().ifPresent(payee -> document.add(payee(payee)));
        parties.taxRepresentative().ifPresent(party -> document.add(representative(party)));
    }

    private static BusinessGroup.Builder seller(Party party) {
        var seller = BusinessGroup.of("BG-4").put("BT-27", party.name()).put("BT-28", party.tradingName());
        party.ids().forEach(id -> put(seller, "BT-29", id));
        party.legalId().ifPresent(id -> put(seller, "BT-30", id));
        seller.put("BT-31", party.vatId())
                .put("BT-32", party.taxRegistrationId())
                .put("BT-33", party.legalInformation());
        party.electronicAddress().ifPresent(address -> put(seller, "BT-34", address));
        party.address()
                .ifPresent(
                        place -> seller.add(address("BG-5", place, SELLER_LINES, "BT-37", "BT-38", "BT-39", "BT-40")));
        party.contact().ifPresent(contact -> seller.add(contact("BG-6", contact, "BT-41", "BT-42", "BT-43")));
        return seller;
    }

    private static BusinessGroup.Builder buyer(Party party) {
        var buyer = BusinessGroup.of("BG-7").put("BT-44", party.name()).put("BT-45", party.tradingName());
        party.ids().forEach(id -> put(buyer, "BT-46", id));
        party.legalId().ifPresent(id -> put(buyer, "BT-47", id));
        buyer.put("BT-48", party.vatId());
        party.electronicAddress().ifPresent(address -> put(buyer, "BT-49", address));
        party.address()
                .ifPresent(place -> buyer.add(address("BG-8", place, BUYER_LINES, "BT-52", "BT-53", "BT-54", "BT-55")));
        party.contact().ifPresent(contact -> buyer.add(contact("BG-9", contact, "BT-56", "BT-57", "BT-58")));
        return buyer;
    }

    private static BusinessGroup.Builder payee(Party party) {
        var payee = BusinessGroup.of("BG-10").put("BT-59", party.name());
        party.ids().forEach(id -> put(payee, "BT-60", id));
        party.legalId().ifPresent(id -> put(payee, "BT-61", id));
        return payee;
    }

    private static BusinessGroup.Builder representative(Party party) {
        var representative =
                BusinessGroup.of("BG-11").put("BT-62", party.name()).put("BT-63", party.vatId());
        party.address()
                .ifPresent(place -> representative.add(
                        address("BG-12", place, REPRESENTATIVE_LINES, "BT-66", "BT-67", "BT-68", "BT-69")));
        return representative;
    }

    static BusinessGroup.Builder delivery(Delivery delivered) {
        var delivery = BusinessGroup.of("BG-13").put("BT-70", delivered.name());
        delivered.location().ifPresent(id -> put(delivery, "BT-71", id));
        delivery.put("BT-72", delivered.date().map(Object::toString));
        delivered
                .address()
                .ifPresent(place ->
                        delivery.add(address("BG-15", place, DELIVERY_LINES, "BT-77", "BT-78", "BT-79", "BT-80")));
        return delivery;
    }

    private static BusinessGroup.Builder address(
            String group,
            PostalAddress place,
            List<String> lines,
            String city,
            String postCode,
            String subdivision,
            String country) {
        var address = BusinessGroup.of(group);
        for (int i = 0; i < place.lines().size(); i++) {
            address.put(lines.get(i), place.lines().get(i));
        }
        return address.put(city, place.city())
                .put(postCode, place.postCode())
                .put(subdivision, place.subdivision())
                .put(country, place.country());
    }

    private static BusinessGroup.Builder contact(
            String group, Contact contact, String name, String telephone, String email) {
        return BusinessGroup.of(group)
                .put(name, contact.name())
                .put(telephone, contact.telephone())
                .put(email, contact.email());
    }

    static void put(BusinessGroup.Builder group, String term, Identifier id) {
        group.put(term, id.value(), id.scheme().orElse(null));
    }
}

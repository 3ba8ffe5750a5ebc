package io.quittance.examples.page;

import io.quittance.core.id.StructuredReference;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.party.Contact;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.Identifier;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody whom a page names.
 *
 * @param role as what
 * @param address the lines of an envelope below the name, the country last
 * @param facts numbers and contacts
 */
record PartyModel(String role, String name, List<String> address, List<Fact> facts) {

    static PartyModel of(String role, Party party, Words words) {
        var facts = new Fact.Facts(words).add("trading-name", party.tradingName());
        party.ids().forEach(id -> facts.add("party-id", written(id)));
        facts.add("vat-id", party.vatId())
                .add("tax-registration", party.taxRegistrationId())
                .add("legal-id", party.legalId().map(PartyModel::written))
                .add("electronic-address", party.electronicAddress().map(PartyModel::written))
                .add("contact", party.contact().flatMap(Contact::name))
                .add("telephone", party.contact().flatMap(Contact::telephone))
                .add("email", party.contact().flatMap(Contact::email))
                .add("legal-information", party.legalInformation());
        return new PartyModel(
                words.of(role),
                party.name(),
                party.address().map(address -> lines(address, words)).orElse(List.of()),
                facts.all());
    }

    /** Who else has to do with a document: whom to pay, who pays the tax, to whom it was delivered. */
    static List<PartyModel> others(Optional<DocumentParties> parties, Optional<Delivery> delivery, Words words) {
        var others = new ArrayList<PartyModel>();
        parties.flatMap(DocumentParties::payee).ifPresent(payee -> others.add(of("payee", payee, words)));
        parties.flatMap(DocumentParties::taxRepresentative)
                .ifPresent(representative -> others.add(of("tax-representative", representative, words)));
        delivery.filter(PartyModel::hasPlace).ifPresent(place -> others.add(delivered(place, words)));
        return List.copyOf(others);
    }

    private static boolean hasPlace(Delivery delivery) {
        return delivery.name().isPresent()
                || delivery.location().isPresent()
                || delivery.address().isPresent();
    }

    private static PartyModel delivered(Delivery delivery, Words words) {
        return new PartyModel(
                words.of("delivered-to"),
                delivery.name().orElse(""),
                delivery.address().map(address -> lines(address, words)).orElse(List.of()),
                new Fact.Facts(words)
                        .add("location", delivery.location().map(PartyModel::written))
                        .all());
    }

    private static List<String> lines(PostalAddress address, Words words) {
        var lines = new ArrayList<>(address.lines());
        String city = (address.postCode().orElse("") + " " + address.city().orElse("")).strip();
        if (!city.isEmpty()) {
            lines.add(city);
        }
        address.subdivision().ifPresent(lines::add);
        lines.add(words.country(address.country()));
        return List.copyOf(lines);
    }

    /** For example {@code 4000001000005 (0088)}. */
    static String written(Identifier id) {
        return id.value() + id.scheme().map(scheme -> " (" + scheme + ")").orElse("");
    }

    /** In groups where it is a creditor reference, as people copy it; else as it is. */
    static String written(String reference) {
        try {
            return new StructuredReference(StructuredReference.Scheme.CREDITOR, reference).written();
        } catch (IllegalArgumentException e) {
            return reference;
        }
    }
}

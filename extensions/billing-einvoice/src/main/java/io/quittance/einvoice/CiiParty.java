package io.quittance.einvoice;

import java.util.Optional;

/** A party of a CII document. */
final class CiiParty {
    private static final String VAT = "VA";
    private static final String LOCAL_TAX = "FC";

    private CiiParty() {}

    static void seller(Part seller) {
        ids(seller, "BT-29");
        seller.text("ram:Name", "BT-27");
        seller.text("ram:Description", "BT-33");
        legal(seller, "BT-30", Optional.of("BT-28"));
        contact(seller, "BG-6", "BT-41", "BT-42", "BT-43");
        address(seller, "BG-5", "BT-38 BT-35 BT-36 BT-162 BT-37 BT-40 BT-39");
        electronic(seller, "BT-34");
        tax(seller, "BT-31", VAT);
        tax(seller, "BT-32", LOCAL_TAX);
    }

    static void buyer(Part buyer) {
        ids(buyer, "BT-46");
        buyer.text("ram:Name", "BT-44");
        legal(buyer, "BT-47", Optional.of("BT-45"));
        contact(buyer, "BG-9", "BT-56", "BT-57", "BT-58");
        address(buyer, "BG-8", "BT-53 BT-50 BT-51 BT-163 BT-52 BT-55 BT-54");
        electronic(buyer, "BT-49");
        tax(buyer, "BT-48", VAT);
    }

    static void payee(Part payee) {
        ids(payee, "BT-60");
        payee.text("ram:Name", "BT-59");
        legal(payee, "BT-61", Optional.empty());
    }

    static void representative(Part representative) {
        representative.text("ram:Name", "BT-62");
        address(representative, "BG-12", "BT-67 BT-64 BT-65 BT-164 BT-66 BT-69 BT-68");
        tax(representative, "BT-63", VAT);
    }

    static void shipTo(Part delivery) {
        ids(delivery, "BT-71");
        delivery.text("ram:Name", "BT-70");
        address(delivery, "BG-15", "BT-78 BT-75 BT-76 BT-165 BT-77 BT-80 BT-79");
    }

    /** Identifiers without a scheme stand before those with one. */
    private static void ids(Part party, String term) {
        party.group().values(term).stream()
                .filter(id -> id.qualifier().isEmpty())
                .forEach(id -> party.put("ram:ID", id.text()));
        party.group().values(term).stream()
                .filter(id -> id.qualifier().isPresent())
                .forEach(id -> party.id("ram:GlobalID", id, "schemeID"));
    }

    private static void legal(Part party, String id, Optional<String> tradingName) {
        party.in("ram:SpecifiedLegalOrganization", () -> {
            party.id("ram:ID", id, "schemeID");
            tradingName.ifPresent(term -> party.text("ram:TradingBusinessName", term));
        });
    }

    private static void contact(Part party, String group, String name, String telephone, String email) {
        party.in("ram:DefinedTradeContact", group, contact -> {
            contact.text("ram:PersonName", name);
            contact.in("ram:TelephoneUniversalCommunication", () -> contact.text("ram:CompleteNumber", telephone));
            contact.in("ram:EmailURIUniversalCommunication", () -> contact.text("ram:URIID", email));
        });
    }

    /** The terms: post code, three lines, city, country, subdivision. */
    private static void address(Part party, String group, String terms) {
        String[] term = terms.split(" ", -1);
        party.in("ram:PostalTradeAddress", group, place -> {
            place.text("ram:PostcodeCode", term[0]);
            place.text("ram:LineOne", term[1]);
            place.text("ram:LineTwo", term[2]);
            place.text("ram:LineThree", term[3]);
            place.text("ram:CityName", term[4]);
            place.text("ram:CountryID", term[5]);
            place.text("ram:CountrySubDivisionName", term[6]);
        });
    }

    private static void electronic(Part party, String term) {
        party.in("ram:URIUniversalCommunication", () -> party.id("ram:URIID", term, "schemeID"));
    }

    private static void tax(Part party, String term, String scheme) {
        party.group()
                .text(term)
                .ifPresent(id ->
                        party.in("ram:SpecifiedTaxRegistration", () -> party.put("ram:ID", id, "schemeID", scheme)));
    }
}

package io.quittance.einvoice;

import java.util.Optional;

/** Whom a UBL document names, and where it was delivered. */
final class UblParties {
    private static final String VAT = "VAT";
    /** Any other than VAT marks a number of the local tax office. */
    private static final String LOCAL_TAX = "TAX";
    /** The scheme of the identifier by which a bank knows who debits (BT-90). */
    private static final String CREDITOR = "SEPA";

    private final Part document;

    UblParties(Part document) {
        this.document = document;
    }

    void write() {
        boolean sellerDebits = document.group().groups("BG-10").isEmpty();
        document.in(
                "cac:AccountingSupplierParty",
                () -> document.in("cac:Party", "BG-4", seller -> seller(seller, sellerDebits)));
        document.in("cac:AccountingCustomerParty", () -> document.in("cac:Party", "BG-7", UblParties::buyer));
        document.in("cac:PayeeParty", "BG-10", this::payee);
        document.in("cac:TaxRepresentativeParty", "BG-11", UblParties::representative);
    }

    private void seller(Part seller, boolean debits) {
        seller.id("cbc:EndpointID", "BT-34", "schemeID");
        ids(seller, "BT-29");
        if (debits) {
            creditor();
        }
        name(seller, "BT-28");
        address(seller, "BG-5", "BT-35 BT-36 BT-37 BT-38 BT-39 BT-162 BT-40");
        tax(seller, "BT-31", VAT);
        tax(seller, "BT-32", LOCAL_TAX);
        legal(seller, "BT-27", "BT-30", Optional.of("BT-33"));
        contact(seller, "BG-6", "BT-41", "BT-42", "BT-43");
    }

    private static void buyer(Part buyer) {
        buyer.id("cbc:EndpointID", "BT-49", "schemeID");
        ids(buyer, "BT-46");
        name(buyer, "BT-45");
        address(buyer, "BG-8", "BT-50 BT-51 BT-52 BT-53 BT-54 BT-163 BT-55");
        tax(buyer, "BT-48", VAT);
        legal(buyer, "BT-44", "BT-47", Optional.empty());
        contact(buyer, "BG-9", "BT-56", "BT-57", "BT-58");
    }

    private void payee(Part payee) {
        ids(payee, "BT-60");
        creditor();
        name(payee, "BT-59");
        payee.in("cac:PartyLegalEntity", () -> payee.id("cbc:CompanyID", "BT-61", "schemeID"));
    }

    private static void representative(Part representative) {
        name(representative, "BT-62");
        address(representative, "BG-12", "BT-64 BT-65 BT-66 BT-67 BT-68 BT-164 BT-69");
        tax(representative, "BT-63", VAT);
    }

    static void delivery(Part delivery) {
        delivery.text("cbc:ActualDeliveryDate", "BT-72");
        delivery.in("cac:DeliveryLocation", () -> {
            delivery.id("cbc:ID", "BT-71", "schemeID");
            addressAs("cac:Address", delivery, "BG-15", "BT-75 BT-76 BT-77 BT-78 BT-79 BT-165 BT-80");
        });
        delivery.in("cac:DeliveryParty", () -> name(delivery, "BT-70"));
    }

    private static void ids(Part party, String term) {
        party.group()
                .values(term)
                .forEach(id -> party.in("cac:PartyIdentification", () -> party.id("cbc:ID", id, "schemeID")));
    }

    /** The bank assigned creditor identifier stands with whoever is paid. */
    private void creditor() {
        document.each(
                "BG-16",
                payment -> payment.each(
                        "BG-19",
                        debit -> debit.group()
                                .text("BT-90")
                                .ifPresent(id -> debit.in(
                                        "cac:PartyIdentification",
                                        () -> debit.put("cbc:ID", id, "schemeID", CREDITOR)))));
    }

    private static void name(Part party, String term) {
        party.in("cac:PartyName", () -> party.text("cbc:Name", term));
    }

    private static void address(Part party, String group, String terms) {
        addressAs("cac:PostalAddress", party, group, terms);
    }

    /** The terms: two lines, city, post code, subdivision, the third line, country. */
    private static void addressAs(String element, Part party, String group, String terms) {
        String[] term = terms.split(" ", -1);
        party.in(element, group, place -> {
            place.text("cbc:StreetName", term[0]);
            place.text("cbc:AdditionalStreetName", term[1]);
            place.text("cbc:CityName", term[2]);
            place.text("cbc:PostalZone", term[3]);
            place.text("cbc:CountrySubentity", term[4]);
            place.in("cac:AddressLine", () -> place.text("cbc:Line", term[5]));
            place.in("cac:Country", () -> place.text("cbc:IdentificationCode", term[6]));
        });
    }

    private static void tax(Part party, String term, String scheme) {
        if (party.group().has(term)) {
            party.in("cac:PartyTaxScheme", () -> {
                party.text("cbc:CompanyID", term);
                UblAmounts.scheme(party, scheme);
            });
        }
    }

    private static void legal(Part party, String name, String id, Optional<String> information) {
        party.in("cac:PartyLegalEntity", () -> {
            party.text("cbc:RegistrationName", name);
            party.id("cbc:CompanyID", id, "schemeID");
            information.ifPresent(term -> party.text("cbc:CompanyLegalForm", term));
        });
    }

    private static void contact(Part party, String group, String name, String telephone, String email) {
        party.in("cac:Contact", group, contact -> {
            contact.text("cbc:Name", name);
            contact.text("cbc:Telephone", telephone);
            contact.text("cbc:ElectronicMail", email);
        });
    }
}

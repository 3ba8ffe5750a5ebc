package io.quittance.examples.monthend;

import io.quittance.core.id.CustomerId;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import java.util.List;
import java.util.Locale;

/**
 * Who buys: a business that is made up of the number of the customer. Names have that number in them, and no address or VAT id
 * can be anybody's: there are no post codes 00… in Germany and Z… in Ireland, and no Irish VAT id ends with Z.
 *
 * @param locale in which it reads documents
 */
record Buyer(Party party, Locale locale) {
    private static final List<String> WHAT = List.of("Birch", "Maple", "Rowan", "Alder", "Hazel", "Larch", "Juniper");
    private static final List<String> TRADE = List.of("Bakery", "Joinery", "Printing", "Cycles", "Nursery");
    private static final List<String> WAS =
            List.of("Birken", "Ahorn", "Erlen", "Hasel", "Linden", "Buchen", "Holunder");
    private static final List<String> GEWERBE =
            List.of("Bäckerei", "Tischlerei", "Druckerei", "Fahrräder", "Gärtnerei");
    private static final int COUNTRIES = 4;

    /** The business that a customer is; the id is a number of up to nine digits. */
    static Buyer of(CustomerId customer) {
        int number = Integer.parseInt(customer.value());
        return isAbroad(customer) ? irish(number) : german(number);
    }

    /** Whether a customer is in Ireland, as each fourth is. */
    static boolean isAbroad(CustomerId customer) {
        return Integer.parseInt(customer.value()) % COUNTRIES == 0;
    }

    private static Buyer german(int number) {
        Party party = Party.named(pick(WAS, number) + "-" + pick(GEWERBE, number) + " " + number + " GmbH")
                .at(PostalAddress.in("DE")
                        .withLines("Musterweg " + number)
                        .withPostCode(String.format(Locale.ROOT, "00%03d", number % 1000))
                        .withCity("Musterstadt"))
                .reachedAt(Gln.of(number));
        return new Buyer(party, Locale.GERMANY);
    }

    private static Buyer irish(int number) {
        Party party = Party.named(pick(WHAT, number) + " " + pick(TRADE, number) + " " + number + " Ltd")
                .at(PostalAddress.in("IE")
                        .withLines(number + " Sample Street")
                        .withPostCode(String.format(Locale.ROOT, "Z00 Z%03d", number % 1000))
                        .withCity("Sampletown"))
                .withVatId(String.format(Locale.ROOT, "IE%07dZ", number))
                .reachedAt(Gln.of(number));
        return new Buyer(party, Locale.forLanguageTag("en-IE"));
    }

    private static String pick(List<String> names, int number) {
        return names.get(number % names.size());
    }
}

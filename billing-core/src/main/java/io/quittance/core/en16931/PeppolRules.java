package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules of Peppol BIS Billing 3.0 about the document as a whole. */
final class PeppolRules {
    private static final String PREFIX = "PEPPOL-EN16931-";
    private static final String SPECIFICATION =
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final Pattern PROCESS = Pattern.compile("urn:fdc:peppol.eu:2017:poacc:billing:[0-9]{2}:1\\.0");
    private static final Set<String> INVOICES = Set.of(
            ("71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393" + " 395 553 575 623 780 817 870 875 876 877")
                    .split(" ", -1));
    private static final Set<String> CREDITS = Set.of("381", "396", "81", "83", "532");
    /** Those that UBL writes as credit notes, of which Peppol knows some (BR-CL-01). */
    private static final Set<String> WRITTEN_AS_CREDITS =
            Set.of("81 83 261 262 296 308 381 396 420 458 502 503 532".split(" ", -1));

    private static final Set<String> GERMAN_ONLY = Set.of("326", "384");
    private static final Set<String> DEBITS = Set.of("49", "59");

    private PeppolRules() {}

    static List<DocumentRule> all() {
        return List.of(
                required("R001", "BG-2/BT-23"),
                required("R003", "BT-10", "BT-13"),
                required("R004", "BG-2/BT-24"),
                form("R004", "BT-24", SPECIFICATION::equals, SPECIFICATION),
                form(
                        "R007",
                        "BT-23",
                        text -> PROCESS.matcher(text).matches(),
                        "urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0"),
                onDocument("R002", "BG-1", PeppolRules::oneNote),
                required("R010", "BG-7/BT-49"),
                required("R020", "BG-4/BT-34"),
                onDocument("R005", "BT-6", PeppolRules::otherTaxCurrency),
                onDocument("R061", "BG-16/BG-19/BT-89", PeppolRules::mandate),
                onDocument("P0100", "BT-3", document -> typeCode(document, false, INVOICES)),
                onDocument("P0101", "BT-3", document -> typeCode(document, true, CREDITS)),
                onDocument("P0112", "BT-3", PeppolRules::germanOnly),
                exemption("P0104", "VATEX-EU-G", "G"),
                exemption("P0105", "VATEX-EU-O", "O"),
                exemption("P0106", "VATEX-EU-IC", "K"),
                exemption("P0107", "VATEX-EU-AE", "AE"),
                exemption("P0108", "VATEX-EU-D", "E"),
                exemption("P0109", "VATEX-EU-F", "E"),
                exemption("P0110", "VATEX-EU-I", "E"),
                exemption("P0111", "VATEX-EU-J", "E"));
    }

    private static DocumentRule required(String number, String... anyOf) {
        return PresenceRules.of(PREFIX + number, Vocabulary.DOCUMENT, anyOf);
    }

    private static DocumentRule onDocument(String number, String path, PlaceRule.DocumentTest test) {
        return PlaceRule.onDocument(PREFIX + number, path, test);
    }

    private static DocumentRule form(String number, String term, Predicate<String> kept, String expected) {
        return new PlaceRule(
                PREFIX + number,
                "BG-2",
                term,
                (process, document) ->
                        process.text(term).filter(text -> !kept.test(text)).map(text -> Wrong.form(expected)));
    }

    private static boolean isGerman(BusinessGroup document) {
        return Stream.of(
                        TaxRules.country(document, "BG-4", "BG-5", "BT-40"),
                        TaxRules.country(document, "BG-7", "BG-8", "BT-55"))
                .allMatch(country -> country.filter("DE"::equals).isPresent());
    }

    private static Optional<Explanation> oneNote(BusinessGroup document) {
        int notes = document.groups("BG-1").size();
        return Wrong.unless(notes <= 1 || isGerman(document), Wrong.count("BG-1", "0-1", notes));
    }

    private static Optional<Explanation> otherTaxCurrency(BusinessGroup document) {
        return document.text("BT-6")
                .filter(code -> document.text("BT-5").filter(code::equals).isPresent())
                .map(code -> Wrong.given("BT-6"));
    }

    private static Optional<Explanation> mandate(BusinessGroup document) {
        boolean debit = document.group("BG-16")
                .flatMap(instruction -> instruction.text("BT-81"))
                .filter(DEBITS::contains)
                .isPresent();
        boolean known = document.group("BG-16")
                .flatMap(instruction -> instruction.group("BG-19"))
                .filter(agreed -> agreed.has("BT-89"))
                .isPresent();
        return Wrong.unless(!debit || known, Wrong.missing("BT-89"));
    }

    /** As what the document is written: that, or what its type says. */
    private static boolean isCredit(BusinessGroup document) {
        return document.text("syntax-kind")
                .map("credit_note"::equals)
                .orElseGet(() -> document.text("BT-3")
                        .filter(WRITTEN_AS_CREDITS::contains)
                        .isPresent());
    }

    private static Optional<Explanation> typeCode(BusinessGroup document, boolean credits, Set<String> codes) {
        return document.text("BT-3")
                .filter(code -> isCredit(document) == credits && !codes.contains(code))
                .map(code -> Wrong.form("a type code that Peppol knows"));
    }

    private static Optional<Explanation> germanOnly(BusinessGroup document) {
        return document.text("BT-3")
                .filter(code -> GERMAN_ONLY.contains(code) && !isGerman(document))
                .map(code -> Wrong.form("another type code, since not both parties are in Germany"));
    }

    private static DocumentRule exemption(String number, String reason, String category) {
        return new PlaceRule(
                PREFIX + number,
                "BG-23",
                "BT-118",
                (group, document) -> group.values("BT-121").stream()
                                .anyMatch(value -> value.text().equalsIgnoreCase(reason))
                        ? Wrong.unless(
                                group.text("BT-118").filter(category::equals).isPresent(), Wrong.form(category))
                        : Optional.empty());
    }
}

package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.BusinessGroup.Value;
import io.quittance.core.en16931.DocumentRule;
import io.quittance.core.explain.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Codes are on their lists (BR-CL), those beside an identifier too. */
final class CodeRules {
    private static final CodeList CURRENCY = new CodeList("currency", "a currency of ISO 4217");
    private static final CodeList COUNTRY = new CodeList("country", "a country of ISO 3166-1");
    private static final CodeList CATEGORY = new CodeList("tax-category", "a tax category that EN 16931 knows");
    private static final CodeList SCHEME =
            new CodeList("identifier-scheme", "an identifier scheme of ISO/IEC 6523, such as 0088");

    /** The terms of each rule; {@code @} is the scheme beside a term. */
    static final List<DocumentRule> ALL = List.of(
            rule("BR-CL-01", new CodeList("document-type", "a document type that EN 16931 knows"), "BT-3"),
            rule("BR-CL-04", CURRENCY, "BT-5"),
            rule("BR-CL-05", CURRENCY, "BT-6"),
            rule("BR-CL-06", new CodeList("tax-point", "an event of UNCL 2005: 3, 35 or 432"), "BT-8"),
            rule("BR-CL-07", new CodeList("object-scheme", "a kind of reference of UNCL 1153"), "BT-18@", "BT-128@"),
            rule("BR-CL-08", new CodeList("note-subject", "a subject of UNCL 4451"), "BT-21"),
            rule("BR-CL-10", SCHEME, "BT-29@", "BT-46@", "BT-60@"),
            rule("BR-CL-11", SCHEME, "BT-30@", "BT-47@", "BT-61@"),
            rule("BR-CL-13", new CodeList("classification-list", "a classification of UNCL 7143"), "BT-158@"),
            rule("BR-CL-14", COUNTRY, "BT-40", "BT-55", "BT-69", "BT-80"),
            rule("BR-CL-15", COUNTRY, "BT-159"),
            rule("BR-CL-16", new CodeList("payment-means", "a payment means of UNCL 4461"), "BT-81"),
            rule("BR-CL-17", CATEGORY, "BT-95", "BT-102", "BT-118"),
            rule("BR-CL-18", CATEGORY, "BT-151"),
            rule("BR-CL-19", new CodeList("allowance-reason", "a reason of UNCL 5189"), "BT-98", "BT-140"),
            rule("BR-CL-20", new CodeList("charge-reason", "a reason of UNCL 7161"), "BT-105", "BT-145"),
            rule("BR-CL-21", SCHEME, "BT-157@"),
            rule("BR-CL-22", new CodeList("exemption-reason", "a reason of the list VATEX"), "BT-121"),
            rule("BR-CL-23", CodeList.UNIT, "BT-130", "BT-150"),
            rule("BR-CL-24", new CodeList("media-type", "a type such as application/pdf"), "BT-125-1"),
            rule(
                    "BR-CL-25",
                    new CodeList("electronic-address-scheme", "an electronic address scheme, such as 0088"),
                    "BT-34@",
                    "BT-49@"),
            rule("BR-CL-26", SCHEME, "BT-71@"));

    /** Of the electronic addresses, those to which Peppol delivers. */
    static final DocumentRule PEPPOL_ADDRESSES = rule(
            "PEPPOL-EN16931-CL008",
            new CodeList("peppol-electronic-address-scheme", "an electronic address scheme of Peppol, such as 0088"),
            "BT-34@",
            "BT-49@");

    private CodeRules() {}

    private static DocumentRule rule(String id, CodeList list, String... places) {
        List<String> all = List.of(places);
        return new GroupRule(id, (group, document, wrong) -> all.forEach(place -> check(group, place, list, wrong)));
    }

    private static void check(BusinessGroup group, String place, CodeList list, BiConsumer<String, Explanation> wrong) {
        boolean beside = place.endsWith("@");
        String term = beside ? place.substring(0, place.length() - 1) : place;
        for (Value value : group.values(term)) {
            Optional<String> code = beside ? value.qualifier() : Optional.of(value.text());
            code.filter(one -> !list.has(one))
                    .ifPresent(one -> wrong.accept(
                            place, Explanation.of("einvoice.code", "must be {0}, not {1}", list.what(), one)));
        }
    }
}

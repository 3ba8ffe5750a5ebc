package io.quittance.core.en16931;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules for which the conformance cases have no fragment, and what a violation says. */
class RuleSetTest {
    /** 100.00 at 19 %, all that the standard asks for. */
    private static BusinessGroup.Builder header() {
        return BusinessGroup.document()
                .put("BT-1", "R-7")
                .put("BT-2", "2026-03-31")
                .put("BT-3", "380")
                .put("BT-5", "EUR")
                .put("BT-9", "2026-04-30")
                .add(BusinessGroup.of("BG-2").put("BT-24", "urn:cen.eu:en16931:2017"))
                .add(BusinessGroup.of("BG-4")
                        .put("BT-27", "Seller")
                        .put("BT-31", "DE123456789")
                        .add(BusinessGroup.of("BG-5").put("BT-40", "DE")))
                .add(BusinessGroup.of("BG-7")
                        .put("BT-44", "Buyer")
                        .add(BusinessGroup.of("BG-8").put("BT-55", "DE")));
    }

    private static BusinessGroup.Builder totals() {
        return BusinessGroup.of("BG-22")
                .put("BT-106", "100.00", "EUR")
                .put("BT-109", "100.00", "EUR")
                .put("BT-110", "19.00", "EUR")
                .put("BT-112", "119.00", "EUR")
                .put("BT-115", "119.00", "EUR");
    }

    private static BusinessGroup.Builder tax() {
        return BusinessGroup.of("BG-23")
                .put("BT-116", "100.00", "EUR")
                .put("BT-117", "19.00", "EUR")
                .put("BT-118", "S")
                .put("BT-119", "19");
    }

    private static BusinessGroup.Builder line() {
        return BusinessGroup.of("BG-25")
                .put("BT-126", "1")
                .put("BT-129", "2")
                .put("BT-130", "C62")
                .put("BT-131", "100.00", "EUR")
                .add(BusinessGroup.of("BG-29").put("BT-146", "50"))
                .add(BusinessGroup.of("BG-30").put("BT-151", "S").put("BT-152", "19"))
                .add(BusinessGroup.of("BG-31").put("BT-153", "Goods"));
    }

    private static BusinessGroup.Builder complete() {
        return header().add(totals()).add(tax()).add(line());
    }

    private static List<String> broken(RuleSet rules, UnaryOperator<BusinessGroup.Builder> change) {
        return rules.check(change.apply(complete()).build()).stream()
                .map(RuleViolation::rule)
                .toList();
    }

    private static List<String> broken(UnaryOperator<BusinessGroup.Builder> change) {
        return broken(RuleSet.EN16931, change);
    }

    @Test
    void findsNothingWrongWithACompleteDocument() {
        assertThat(RuleSet.EN16931.check(complete().build())).isEmpty();
    }

    /** An empty document breaks what is said of every document, and nothing that is said of its parts. */
    @Test
    void namesAllThatIsMissing() {
        assertThat(RuleSet.EN16931.check(BusinessGroup.document().build()))
                .extracting(RuleViolation::rule)
                .containsExactly(
                        "BR-01",
                        "BR-02",
                        "BR-03",
                        "BR-04",
                        "BR-05",
                        "BR-06",
                        "BR-07",
                        "BR-08",
                        "BR-10",
                        "BR-12",
                        "BR-13",
                        "BR-14",
                        "BR-15",
                        "BR-16",
                        "BR-CO-18");
    }

    @Test
    void saysWhereAndWhat() {
        BusinessGroup wrong = header().add(totals())
                .add(tax())
                .add(line())
                .add(line().add(BusinessGroup.of("BG-27").put("BT-136", "1.005", "EUR")))
                .build();
        List<RuleViolation> violations = RuleSet.EN16931.check(wrong);
        assertThat(violations)
                .extracting(RuleViolation::toString)
                .contains(
                        "BR-42 at BG-25[2]/BG-27[1]/BT-139: BT-139 (invoice line allowance reason) / BT-140"
                                + " (invoice line allowance reason code) must be given",
                        "BR-DEC-24 at BG-25[2]/BG-27[1]/BT-136: must have at most 2 decimal places",
                        "BR-CO-10 at BG-22/BT-106: must be 200.00, not 100.00");
        assertThat(violations)
                .filteredOn(violation -> violation.rule().equals("BR-CO-10"))
                .extracting(violation -> violation.explanation().text(Locale.GERMAN))
                .containsExactly("muss 200.00 sein, nicht 100.00");
    }

    /** BR-S-08: a group of 7 % without anything at 7 % hides what is taxed at 19 %, though all sums are right. */
    @Test
    void aGroupNeedsSomethingThatIsTaxedAtItsRate() {
        BusinessGroup untaxed = header().add(BusinessGroup.of("BG-22")
                        .put("BT-106", "100.00", "EUR")
                        .put("BT-109", "100.00", "EUR")
                        .put("BT-110", "0.00", "EUR")
                        .put("BT-112", "100.00", "EUR")
                        .put("BT-115", "100.00", "EUR"))
                .add(group("0.00", "0.00", "7"))
                .add(line())
                .build();
        assertThat(RuleSet.EN16931.check(untaxed))
                .extracting(RuleViolation::toString)
                .containsExactly(
                        "BR-S-08 at BG-23[1]/BT-116: nothing is taxed in category S at 7 %",
                        "BR-S-08 at BG-25[1]/BG-30[1]/BT-152: BG-23 (VAT breakdown) of category S at 19 % must be given");
    }

    /** Semantics, section 3: one group for each rate. Of lines at 19 % and 7 % only the second has one. */
    @Test
    void eachRateHasItsGroup() {
        BusinessGroup half = header().add(BusinessGroup.of("BG-22")
                        .put("BT-106", "200.00", "EUR")
                        .put("BT-109", "200.00", "EUR")
                        .put("BT-110", "7.00", "EUR")
                        .put("BT-112", "207.00", "EUR")
                        .put("BT-115", "207.00", "EUR"))
                .add(group("100.00", "7.00", "7"))
                .add(line())
                .add(BusinessGroup.of("BG-25")
                        .put("BT-126", "2")
                        .put("BT-129", "2")
                        .put("BT-130", "C62")
                        .put("BT-131", "100.00", "EUR")
                        .add(BusinessGroup.of("BG-29").put("BT-146", "50"))
                        .add(BusinessGroup.of("BG-30").put("BT-151", "S").put("BT-152", "7"))
                        .add(BusinessGroup.of("BG-31").put("BT-153", "Goods")))
                .build();
        List<RuleViolation> violations = RuleSet.EN16931.check(half);
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("BR-S-08");
            assertThat(violation.path()).isEqualTo("BG-25[1]/BG-30[1]/BT-152");
            assertThat(violation.explanation().text(Locale.GERMAN))
                    .endsWith("der Kategorie S zu 19 % muss angegeben sein");
        });
    }

    private static BusinessGroup.Builder group(String taxable, String tax, String rate) {
        return BusinessGroup.of("BG-23")
                .put("BT-116", taxable, "EUR")
                .put("BT-117", tax, "EUR")
                .put("BT-118", "S")
                .put("BT-119", rate);
    }

    /** As it is written: 10.000 has three decimal places. */
    @ParameterizedTest
    @CsvSource({"BR-DEC-16, BT-113", "BR-DEC-17, BT-114", "BR-DEC-15, BT-111", "BR-DEC-10, BT-107", "BR-DEC-11, BT-108"
    })
    void amountsHaveTwoDecimalPlaces(String rule, String term) {
        UnaryOperator<BusinessGroup.Builder> three = document ->
                header().add(totals().put(term, "0.000", "EUR")).add(tax()).add(line());
        assertThat(broken(three)).containsExactly(rule);
    }

    @Test
    void numbersForTaxBeginWithACountry() {
        for (String right : List.of("EL123", "XI123", "1A123", "ATU123")) {
            assertThat(broken(document -> document.add(representative(right)))).doesNotContain("BR-CO-09");
        }
        for (String wrong : List.of("123", "U", "de123", "ZZ123")) {
            assertThat(broken(document -> document.add(representative(wrong)))).containsExactly("BR-CO-09");
        }
    }

    private static BusinessGroup.Builder representative(String vatId) {
        return BusinessGroup.of("BG-11")
                .put("BT-62", "Representative")
                .put("BT-63", vatId)
                .add(BusinessGroup.of("BG-12").put("BT-69", "AT"));
    }

    @Test
    void partiesAndItemsNameTheirSchemes() {
        assertThat(broken(document -> header().add(totals())
                        .add(tax())
                        .add(line().add(BusinessGroup.of("BG-31")
                                .put("BT-153", "Goods")
                                .put("BT-157", "4012345678901")
                                .put("BT-158", "43", "STI")
                                .put("BT-158", "44")))))
                .containsExactly("BR-64", "BR-65");
        RuleSet rules = RuleSet.EN16931;
        BusinessGroup addresses = BusinessGroup.document()
                .add(BusinessGroup.of("BG-4").put("BT-34", "a"))
                .add(BusinessGroup.of("BG-7").put("BT-49", "b"))
                .build();
        assertThat(rules.check(addresses)).extracting(RuleViolation::rule).contains("BR-62", "BR-63");
    }

    @Test
    void aTransferNamesAnAccountAndACardIsNotShownInFull() {
        assertThat(broken(document -> document.add(BusinessGroup.of("BG-16").put("BT-81", "58"))))
                .containsExactly("BR-61");
        assertThat(broken(document -> document.add(BusinessGroup.of("BG-16").put("BT-81", "10"))))
                .isEmpty();
        assertThat(broken(document -> document.add(BusinessGroup.of("BG-16")
                        .put("BT-81", "30")
                        .add(BusinessGroup.of("BG-17").put("BT-84", "DE02120300000000202051")))))
                .isEmpty();
        assertThat(broken(document -> document.add(
                        BusinessGroup.of("BG-16").put("BT-81", "30").add(BusinessGroup.of("BG-17")))))
                .containsExactly("BR-50", "BR-61");
        assertThat(broken(document -> document.add(BusinessGroup.of("BG-16")
                        .put("BT-81", "48")
                        .add(BusinessGroup.of("BG-18").put("BT-87", "4111 1111 1111 1111")))))
                .containsExactly("BR-51");
        assertThat(broken(document -> document.add(BusinessGroup.of("BG-16")
                        .put("BT-81", "48")
                        .add(BusinessGroup.of("BG-18").put("BT-87", "411111XXXXXX1111")))))
                .isEmpty();
    }

    @Test
    void whatIsDueSaysWhen() {
        BusinessGroup noDate = BusinessGroup.document().add(totals()).build();
        assertThat(RuleSet.EN16931.check(noDate))
                .extracting(RuleViolation::rule)
                .contains("BR-CO-25");
        BusinessGroup terms = BusinessGroup.document()
                .put("BT-20", "on receipt")
                .add(totals())
                .build();
        assertThat(RuleSet.EN16931.check(terms)).extracting(RuleViolation::rule).doesNotContain("BR-CO-25");
    }

    @Test
    void splitPaymentIsItalianAndAlone() {
        BusinessGroup split = header().add(totals())
                .add(BusinessGroup.of("BG-23").put("BT-118", "B"))
                .add(line())
                .build();
        assertThat(RuleSet.EN16931.check(split)).extracting(RuleViolation::rule).contains("BR-B-01", "BR-B-02");
        BusinessGroup italian = BusinessGroup.document()
                .add(BusinessGroup.of("BG-4").add(BusinessGroup.of("BG-5").put("BT-40", "IT")))
                .add(BusinessGroup.of("BG-7").add(BusinessGroup.of("BG-8").put("BT-55", "IT")))
                .add(BusinessGroup.of("BG-25").add(BusinessGroup.of("BG-30").put("BT-151", "B")))
                .build();
        assertThat(RuleSet.EN16931.check(italian))
                .extracting(RuleViolation::rule)
                .doesNotContain("BR-B-01", "BR-B-02");
    }

    @Test
    void outsideTheTaxNothingElseStands() {
        BusinessGroup.Builder outside = BusinessGroup.document()
                .add(BusinessGroup.of("BG-23").put("BT-118", "O"))
                .add(BusinessGroup.of("BG-25").add(BusinessGroup.of("BG-30").put("BT-151", "S")))
                .add(BusinessGroup.of("BG-20").put("BT-95", "S"))
                .add(BusinessGroup.of("BG-21").put("BT-102", "S"));
        assertThat(RuleSet.EN16931.check(outside.build()))
                .extracting(violation -> violation.rule() + " " + violation.path())
                .contains("BR-O-12 BG-25[1]/BG-30[1]/BT-151", "BR-O-13 BG-20[1]/BT-95", "BR-O-14 BG-21[1]/BT-102");
    }

    /** 1.5 % of 99 yen are 1.485, rounded to 1: yen have no minor unit. */
    @Test
    void roundsToTheMinorUnitOfTheCurrency() {
        BusinessGroup yen = BusinessGroup.document()
                .put("BT-5", "JPY")
                .add(tax("99", "1", "1.5"))
                .build();
        assertThat(RuleSet.EN16931.check(yen)).extracting(RuleViolation::rule).doesNotContain("BR-CO-17");
        BusinessGroup unknown = BusinessGroup.document()
                .put("BT-5", "???")
                .add(tax("99", "1.49", "1.5"))
                .build();
        assertThat(RuleSet.EN16931.check(unknown))
                .extracting(RuleViolation::rule)
                .doesNotContain("BR-CO-17");
        BusinessGroup off =
                BusinessGroup.document().add(tax("99", "1.48", "1.5")).build();
        assertThat(RuleSet.EN16931.check(off)).extracting(RuleViolation::rule).contains("BR-CO-17");
    }

    private static BusinessGroup.Builder tax(String taxable, String tax, String rate) {
        return BusinessGroup.of("BG-23")
                .put("BT-116", taxable)
                .put("BT-117", tax)
                .put("BT-119", rate);
    }

    /** Peppol wants more: process, specification, addresses, an order or a reference. */
    @Test
    void peppolAsksForMore() {
        assertThat(broken(RuleSet.PEPPOL_BIS3, document -> document))
                .containsExactly(
                        "PEPPOL-EN16931-R001",
                        "PEPPOL-EN16931-R003",
                        "PEPPOL-EN16931-R004",
                        "PEPPOL-EN16931-R010",
                        "PEPPOL-EN16931-R020");
    }

    @Test
    void peppolKnowsItsProcesses() {
        BusinessGroup other = BusinessGroup.document()
                .add(BusinessGroup.of("BG-2").put("BT-23", "urn:x").put("BT-24", "urn:x"))
                .build();
        assertThat(RuleSet.PEPPOL_BIS3.check(other))
                .extracting(RuleViolation::rule)
                .contains("PEPPOL-EN16931-R004", "PEPPOL-EN16931-R007")
                .doesNotContain("PEPPOL-EN16931-R001");
        BusinessGroup right = BusinessGroup.document()
                .add(BusinessGroup.of("BG-2")
                        .put("BT-23", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0")
                        .put("BT-24", "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"))
                .build();
        assertThat(RuleSet.PEPPOL_BIS3.check(right))
                .extracting(RuleViolation::rule)
                .doesNotContain("PEPPOL-EN16931-R004", "PEPPOL-EN16931-R007");
    }

    @Test
    void peppolAllowsOneNoteAndDebitsWithAMandate() {
        BusinessGroup.Builder notes = BusinessGroup.document()
                .add(BusinessGroup.of("BG-1").put("BT-22", "a"))
                .add(BusinessGroup.of("BG-1").put("BT-22", "b"))
                .add(BusinessGroup.of("BG-16").put("BT-81", "59").add(BusinessGroup.of("BG-19")));
        assertThat(RuleSet.PEPPOL_BIS3.check(notes.build()))
                .extracting(RuleViolation::rule)
                .contains("PEPPOL-EN16931-R002", "PEPPOL-EN16931-R061");
        assertThat(broken(
                        RuleSet.PEPPOL_BIS3,
                        document -> document.add(BusinessGroup.of("BG-1").put("BT-22", "a"))
                                .add(BusinessGroup.of("BG-1").put("BT-22", "b"))
                                .add(BusinessGroup.of("BG-16")
                                        .put("BT-81", "59")
                                        .add(BusinessGroup.of("BG-19").put("BT-89", "M-1")))))
                .doesNotContain("PEPPOL-EN16931-R002", "PEPPOL-EN16931-R061");
    }

    @Test
    void aCreditNoteHasOtherTypes() {
        BusinessGroup credit = BusinessGroup.document().put("BT-3", "381").build();
        assertThat(RuleSet.PEPPOL_BIS3.check(credit))
                .extracting(RuleViolation::rule)
                .doesNotContain("PEPPOL-EN16931-P0100", "PEPPOL-EN16931-P0101");
        BusinessGroup wrong = BusinessGroup.document()
                .put("BT-3", "380")
                .put("syntax-kind", "credit_note")
                .build();
        assertThat(RuleSet.PEPPOL_BIS3.check(wrong))
                .extracting(RuleViolation::rule)
                .contains("PEPPOL-EN16931-P0101");
        BusinessGroup corrected = BusinessGroup.document().put("BT-3", "384").build();
        assertThat(RuleSet.PEPPOL_BIS3.check(corrected))
                .extracting(RuleViolation::rule)
                .contains("PEPPOL-EN16931-P0112");
        assertThat(broken(RuleSet.PEPPOL_BIS3, document -> document.put("syntax-kind", "invoice")))
                .doesNotContain("PEPPOL-EN16931-P0100");
    }

    @Test
    void aHostAddsRulesOfItsOwn() {
        DocumentRule house = new DocumentRule() {
            @Override
            public String id() {
                return "HOUSE-1";
            }

            @Override
            public List<RuleViolation> violations(BusinessGroup document) {
                return document.has("BT-13")
                        ? List.of()
                        : List.of(new RuleViolation(id(), "BT-13", Explanation.of("house.order", "order missing")));
            }
        };
        RuleSet rules = RuleSet.EN16931.with("our invoices", house);
        assertThat(rules.name()).isEqualTo("our invoices");
        assertThat(rules).hasToString("our invoices");
        assertThat(rules.ruleIds()).endsWith("HOUSE-1").doesNotHaveDuplicates();
        assertThat(broken(rules, document -> document)).containsExactly("HOUSE-1");
        assertThat(broken(rules, document -> document.put("BT-13", "PO-1"))).isEmpty();
    }

    @Test
    void checksWholeDocumentsOnly() {
        BusinessGroup line = line().build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleSet.EN16931.check(line))
                .withMessage("document must be a whole document, but was BG-25");
    }

    /** The artefacts have these families; what is left out stands in the Javadoc of RuleSet. */
    @Test
    void knowsItsRules() {
        assertThat(RuleSet.EN16931.ruleIds()).hasSizeGreaterThan(190).doesNotHaveDuplicates();
        assertThat(RuleSet.PEPPOL_BIS3.ruleIds()).containsAll(RuleSet.EN16931.ruleIds());
    }
}

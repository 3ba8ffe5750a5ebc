package io.quittance.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.invoice.Invoice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published documents, built here from their facts, are valid by the official schemas and rules in both syntaxes. */
class OfficialCasesTest {
    private static final Map<String, Integer> VALIDATED = new TreeMap<>();

    static List<ConformanceCase> cases() {
        return ConformanceCase.all();
    }

    private static void count(ConformanceCase one, OfficialRules rules) {
        VALIDATED.merge(one.regime() + " " + rules, 1, Integer::sum);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isValidAsUbl(ConformanceCase one) {
        EInvoice document = EInvoice.of(CaseInvoice.of(one, one.preceding()), Profile.EN16931.flattened());
        assertThat(document.terms()
                        .group("BG-22")
                        .orElseThrow()
                        .number("BT-115")
                        .orElseThrow())
                .isEqualByComparingTo(one.expected().get("payable").asString());
        assertThat(document.problems(Syntax.UBL)).isEmpty();
        assertThat(OfficialRules.EN16931_UBL.broken(document.bytes(Syntax.UBL))).isEmpty();
        count(one, OfficialRules.EN16931_UBL);
    }

    /** Of several preceding invoices CII carries one, and says so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isValidAsCii(ConformanceCase one) {
        Profile profile = Profile.EN16931.flattened();
        if (one.preceding() > 1) {
            assertThat(EInvoice.of(CaseInvoice.of(one, one.preceding()), profile)
                            .problems(Syntax.CII))
                    .extracting(RuleViolation::rule)
                    .containsExactly("einvoice.preceding");
        }
        EInvoice document = EInvoice.of(CaseInvoice.of(one, Math.min(one.preceding(), 1)), profile);
        assertThat(document.problems(Syntax.CII)).isEmpty();
        assertThat(OfficialRules.EN16931_CII.broken(document.bytes(Syntax.CII))).isEmpty();
        count(one, OfficialRules.EN16931_CII);
    }

    /** What the Peppol network takes is valid there; what it does not take, for its type, is refused by the rule that says so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isValidInPeppolOrRefused(ConformanceCase one) {
        Invoice invoice = CaseInvoice.of(one, one.preceding());
        EInvoice document = EInvoice.of(invoice, Profile.PEPPOL_BIS3.flattened());
        List<RuleViolation> problems = document.problems(Syntax.UBL);
        if (problems.isEmpty()) {
            assertThat(OfficialRules.PEPPOL_UBL.broken(document.bytes(Syntax.UBL)))
                    .isEmpty();
            count(one, OfficialRules.PEPPOL_UBL);
        } else {
            List<String> rules = problems.stream().map(RuleViolation::rule).toList();
            assertThat(rules).isSubsetOf("PEPPOL-EN16931-P0100", "PEPPOL-EN16931-P0101");
            assertThat(OfficialRules.PEPPOL_UBL.broken(Unchecked.bytes(document, Syntax.UBL)))
                    .containsExactlyElementsOf(rules);
            VALIDATED.merge("refused for Peppol by " + rules.get(0), 1, Integer::sum);
        }
    }

    /** None is left out. */
    @Test
    void thereAreAsManyCasesAsWerePublished() {
        Map<String, Long> regimes =
                cases().stream().collect(Collectors.groupingBy(ConformanceCase::regime, Collectors.counting()));
        assertThat(regimes)
                .containsOnly(
                        Map.entry("EN16931", 37L),
                        Map.entry("FACTURX", 32L),
                        Map.entry("MUSTANG-TEST", 24L),
                        Map.entry("PEPPOL-BIS3", 17L),
                        Map.entry("UBL.BE", 14L),
                        Map.entry("XRECHNUNG", 34L));
    }

    /** The types that Peppol does not take: self-billed documents, mostly. */
    @Test
    void peppolRefusesThirteen() {
        Map<String, Long> types = cases().stream()
                .filter(one -> !EInvoice.of(CaseInvoice.of(one, one.preceding()), Profile.PEPPOL_BIS3.flattened())
                        .problems(Syntax.UBL)
                        .isEmpty())
                .map(one -> one.input().get("type_code").asString())
                .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
        assertThat(types)
                .containsOnly(Map.entry("261", 1L), Map.entry("387", 1L), Map.entry("389", 10L), Map.entry("527", 1L));
    }

    @AfterAll
    static void tell() {
        VALIDATED.forEach((what, count) -> System.out.println("official rules: " + what + ": " + count));
    }
}

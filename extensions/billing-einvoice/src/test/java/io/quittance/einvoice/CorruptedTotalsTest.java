package io.quittance.einvoice;

import static io.quittance.einvoice.Samples.EUR;
import static io.quittance.einvoice.Samples.empty;
import static io.quittance.einvoice.Samples.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.UnitPrice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One wrong figure in a valid document is rejected by the rule that is about it: by the official rules where they look closely enough,
 * and always before anything is written.
 *
 * <p>The document: 10 × (20.00 − 1.50) = 185.00, less an allowance of 5.00, with a charge of 8.90: 188.90 without tax, 35.89 of tax
 * at 19 %, 224.79 with it.
 */
@Tag("exhaustive")
class CorruptedTotalsTest {
    private static final Invoice INVOICE = issued(empty().line(InvoiceLine.priced(
                            "hosting",
                            BigDecimal.TEN,
                            "C62",
                            UnitPrice.of(eur("20.00")).less(eur("1.50")),
                            Rounding.halfUp(2))
                    .taxed(TaxTreatment.standard("19")))
            .allowanceCharge(
                    AllowanceCharge.allowance(eur("5.00")).because("loyalty").taxed(TaxTreatment.standard("19")))
            .allowanceCharge(
                    AllowanceCharge.charge(eur("8.90")).because("freight").taxed(TaxTreatment.standard("19"))));

    private static Amount eur(String amount) {
        return Amount.of(amount, EUR);
    }

    @ParameterizedTest
    @EnumSource
    void isValidAsItWas(Syntax syntax) {
        EInvoice document = EInvoice.of(INVOICE, Profile.EN16931.exact());
        assertThat(OfficialRules.en16931(syntax).broken(document.bytes(syntax))).isEmpty();
    }

    /** The official rules that reject it as UBL and as CII, and as UBL in Peppol; a hyphen where none does. */
    @ParameterizedTest(name = "{1} of {0} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # group | term | wrong | UBL | CII | Peppol
            BG-23 | BT-117 | 35.90  | BR-CO-14 | BR-CO-14 | BR-CO-14
            BG-23 | BT-117 | 36.89  | BR-CO-14 BR-CO-17 BR-S-09 | BR-CO-14 BR-S-09 | BR-CO-14 BR-CO-17 BR-S-09
            BG-23 | BT-116 | 188.91 | - | BR-S-08 | -
            BG-23 | BT-116 | 189.90 | BR-S-08 | BR-S-08 | BR-S-08
            BG-25 | BT-131 | 185.01 | BR-CO-10 | BR-CO-10 BR-S-08 | BR-CO-10
            BG-25 | BT-131 | 185.03 | BR-CO-10 | BR-CO-10 BR-S-08 | BR-CO-10 PEPPOL-EN16931-R120
            BG-25 | BT-131 | 185.000 | BR-DEC-23 UBL-DT-01 | BR-DEC-23 | BR-DEC-23 UBL-DT-01
            BG-22 | BT-106 | 185.01 | BR-CO-10 BR-CO-13 | BR-CO-10 BR-CO-13 | BR-CO-10 BR-CO-13
            BG-22 | BT-107 | 5.01   | BR-CO-11 BR-CO-13 | BR-CO-11 BR-CO-13 | BR-CO-11 BR-CO-13
            BG-22 | BT-108 | 8.91   | BR-CO-12 BR-CO-13 | BR-CO-12 BR-CO-13 | BR-CO-12 BR-CO-13
            BG-22 | BT-109 | 188.91 | BR-CO-13 BR-CO-15 | BR-CO-13 BR-CO-15 | BR-CO-13 BR-CO-15
            BG-22 | BT-110 | 35.90  | BR-CO-14 BR-CO-15 | BR-CO-14 BR-CO-15 | BR-CO-14 BR-CO-15
            BG-22 | BT-112 | 224.80 | BR-CO-15 BR-CO-16 | BR-CO-15 BR-CO-16 | BR-CO-15 BR-CO-16
            BG-22 | BT-115 | 224.80 | BR-CO-16 | BR-CO-16 | BR-CO-16
            BG-29 | BT-146 | 18.51  | - | - | PEPPOL-EN16931-R046 PEPPOL-EN16931-R120
            """)
    void aWrongFigureIsRejected(String group, String term, String wrong, String ubl, String cii, String peppol) {
        BusinessGroup corrupted = Corrupted.terms(INVOICE.terms(), group, term, wrong);
        EInvoice document = EInvoice.of(corrupted, Profile.EN16931);
        assertThat(broken(OfficialRules.EN16931_UBL, document, Syntax.UBL)).isEqualTo(rules(ubl));
        assertThat(broken(OfficialRules.EN16931_CII, document, Syntax.CII)).isEqualTo(rules(cii));
        EInvoice inPeppol = EInvoice.of(corrupted, Profile.PEPPOL_BIS3);
        assertThat(broken(OfficialRules.PEPPOL_UBL, inPeppol, Syntax.UBL)).isEqualTo(rules(peppol));

        List<String> ours = RuleSet.PEPPOL_BIS3.check(inPeppol.terms()).stream()
                .map(RuleViolation::rule)
                .toList();
        assertThat(ours)
                .isNotEmpty()
                .containsAll(rules(ubl).stream()
                        .filter(rule -> !rule.startsWith("UBL-"))
                        .toList())
                .containsAll(rules(cii))
                .containsAll(rules(peppol).stream()
                        .filter(rule -> !rule.startsWith("UBL-"))
                        .toList());
        assertThatExceptionOfType(EInvoiceRefusedException.class)
                .isThrownBy(() ->
                        EInvoice.of(corrupted, Profile.PEPPOL_BIS3.exact()).bytes(Syntax.UBL))
                .withMessageContaining(term);
    }

    /** A cent in the tax of a group, taken along by all totals, is what no official rule sees; the library tells it. */
    @Test
    void aCentOfTaxThatAllTotalsTakeAlongIsARemark() {
        BusinessGroup corrupted = INVOICE.terms();
        for (String[] change : new String[][] {
            {"BG-23", "BT-117", "35.90"},
            {"BG-22", "BT-110", "35.90"},
            {"BG-22", "BT-112", "224.80"},
            {"BG-22", "BT-115", "224.80"}
        }) {
            corrupted = Corrupted.terms(corrupted, change[0], change[1], change[2]);
        }
        EInvoice document = EInvoice.of(corrupted, Profile.EN16931);
        assertThat(document.problems(Syntax.CII)).isEmpty();
        assertThat(document.remarks())
                .extracting(Object::toString)
                .containsExactly(
                        "BR-CO-17 at BG-23[1]/BT-117: must be 35.89, not 35.90",
                        "BR-S-09 at BG-23[1]/BT-117: must be 35.89, not 35.90");
        assertThat(broken(OfficialRules.EN16931_UBL, document, Syntax.UBL)).isEmpty();
        assertThat(broken(OfficialRules.EN16931_CII, document, Syntax.CII)).isEmpty();
    }

    /** The rules judge the XML that was written, not only the terms. */
    @Test
    void aFigureThatIsChangedInTheXmlIsRejected() {
        String xml = new String(EInvoice.of(INVOICE, Profile.EN16931).bytes(Syntax.UBL), StandardCharsets.UTF_8);
        String changed = xml.replace(">224.79</cbc:PayableAmount>", ">224.78</cbc:PayableAmount>");
        assertThat(changed).isNotEqualTo(xml);
        assertThat(OfficialRules.EN16931_UBL.broken(changed.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("BR-CO-16");
    }

    private static Set<String> broken(OfficialRules rules, EInvoice document, Syntax syntax) {
        return new TreeSet<>(rules.broken(Unchecked.bytes(document, syntax)));
    }

    private static Set<String> rules(String listed) {
        return listed.equals("-") ? new TreeSet<>() : new TreeSet<>(List.of(listed.split(" ", -1)));
    }
}

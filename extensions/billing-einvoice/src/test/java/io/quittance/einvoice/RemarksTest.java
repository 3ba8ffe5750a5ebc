package io.quittance.einvoice;

import static io.quittance.einvoice.Samples.empty;
import static io.quittance.einvoice.Samples.issued;
import static io.quittance.einvoice.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxPerLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that are broken by no more than the official artefacts let pass are told, and do not stop a document. */
class RemarksTest {
    /** Three lines of 0.13 at 19 %: 0.06 where each is rounded, 0.07 by EN 16931. */
    private static final Invoice PER_LINE = issued(empty().taxPolicy(new TaxPerLine(Rounding.halfUp(2)))
            .line(line("1", "0.13"))
            .line(line("1", "0.13"))
            .line(line("1", "0.13")));

    @ParameterizedTest
    @EnumSource
    void taxRoundedOnEveryLineIsOfficiallyValid(Syntax syntax) {
        EInvoice document = EInvoice.of(PER_LINE, Profile.EN16931);
        assertThat(document.problems(syntax)).isEmpty();
        assertThat(document.remarks())
                .extracting(Object::toString)
                .containsExactly(
                        "BR-CO-17 at BG-23[1]/BT-117: must be 0.07, not 0.06",
                        "BR-S-09 at BG-23[1]/BT-117: must be 0.07, not 0.06");
        assertThat(OfficialRules.en16931(syntax).broken(document.bytes(syntax))).isEmpty();
    }

    @Test
    void anExactProfileRefusesThem() {
        EInvoice document = EInvoice.of(PER_LINE, Profile.EN16931.exact());
        assertThat(document.remarks()).isEmpty();
        assertThatExceptionOfType(EInvoiceRefusedException.class)
                .isThrownBy(() -> document.bytes(Syntax.UBL))
                .withMessageContaining("BR-CO-17 at BG-23[1]/BT-117: must be 0.07, not 0.06");
    }

    /** What is taxable may be off by less than 1.00 in UBL, and not in CII: it is a problem in both. */
    @Test
    void whatIsTaxableIsExact() {
        BusinessGroup document =
                Corrupted.terms(issued(empty().line(line("1", "100.00"))).terms(), "BG-23", "BT-116", "100.01");
        EInvoice corrupted = EInvoice.of(document, Profile.EN16931);
        assertThat(corrupted.problems(Syntax.UBL))
                .extracting(Object::toString)
                .containsExactly("BR-S-08 at BG-23[1]/BT-116: must be 100.00, not 100.01");
        assertThat(OfficialRules.EN16931_UBL.broken(Unchecked.bytes(corrupted, Syntax.UBL)))
                .isEmpty();
        assertThat(OfficialRules.EN16931_CII.broken(Unchecked.bytes(corrupted, Syntax.CII)))
                .containsExactly("BR-S-08");
    }

    @ParameterizedTest(name = "a tax of {0} instead of 19.00")
    @CsvSource({"19.99, true", "18.01, true", "20.00, false", "18.00, false"})
    void theTaxOfAGroupMayBeOffByLessThanOne(String tax, boolean remark) {
        BusinessGroup document = BusinessGroup.document()
                .add(BusinessGroup.of("BG-23")
                        .put("BT-116", "100.00")
                        .put("BT-117", tax)
                        .put("BT-118", "S")
                        .put("BT-119", "19"))
                .build();
        assertThat(RuleSet.EN16931.check(document).stream()
                        .filter(violation -> violation.rule().equals("BR-CO-17")))
                .singleElement()
                .satisfies(violation -> assertThat(Slack.covers(violation)).isEqualTo(remark));
    }
}

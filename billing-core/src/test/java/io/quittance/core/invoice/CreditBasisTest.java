package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.eur;
import static io.quittance.core.tax.TaxTreatment.exempt;
import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.tax.TaxTreatment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Which lines bear an allowance or charge of the document: docs/invoices.md, what was invoiced is what is given back.
 */
class CreditBasisTest {
    private static final InvoiceLine INFORMATION =
            line("99", standard("19")).withStatus(InvoiceLine.Status.INFORMATION);

    private static InvoiceLine line(String amount, TaxTreatment... taxes) {
        return InvoiceLine.billed("Goods", Fraction.ONE, "C62", eur(amount), List.of())
                .taxed(taxes);
    }

    private static Map<Integer, Fraction> basis(TaxTreatment treatment, InvoiceLine... lines) {
        return CreditBasis.of(List.of(lines), CreditFigures.treatment(List.of(treatment)));
    }

    /** By their amounts; not what is taxed otherwise, is nothing, gives back, or does not count. */
    @Test
    void linesThatAreTaxedSoBearIt() {
        assertThat(basis(
                        standard("19"),
                        line("100", standard("19")),
                        line("50", standard("7")),
                        line("0", standard("19")),
                        line("-20", standard("19")),
                        line("30", standard("19")),
                        line("10", standard("19").in("state"), standard("2").in("city")),
                        INFORMATION))
                .isEqualTo(Map.of(0, Fraction.of(100), 4, Fraction.of(30)));
    }

    /** The reason for which nothing is taxed makes no other tax. */
    @Test
    void reasonsDoNotMatter() {
        assertThat(basis(exempt("training"), line("100", exempt("insurance")), line("50", standard("19"))))
                .isEqualTo(Map.of(0, Fraction.of(100)));
    }

    @Test
    void whereNoLineIsTaxedSoAllBearItThatCharge() {
        assertThat(basis(
                        reverseCharge(),
                        line("100", standard("19")),
                        line("50", standard("7")),
                        line("0", standard("19")),
                        line("-20", reverseCharge()),
                        INFORMATION))
                .isEqualTo(Map.of(0, Fraction.of(100), 1, Fraction.of(50)));
    }

    @Test
    void linesThatGiveBackBearItWhereNoLineCharges() {
        assertThat(basis(standard("19"), line("-20", standard("19")), line("0", standard("19")), INFORMATION))
                .isEqualTo(Map.of(0, Fraction.of(20)));
    }

    @Test
    void linesOfNothingBearItAlikeAndWhatDoesNotCountNever() {
        assertThat(basis(standard("19"), line("0", standard("19")), line("0"), INFORMATION))
                .isEqualTo(Map.of(0, Fraction.ONE, 1, Fraction.ONE));
        assertThat(basis(standard("19"), INFORMATION)).isEmpty();
    }
}

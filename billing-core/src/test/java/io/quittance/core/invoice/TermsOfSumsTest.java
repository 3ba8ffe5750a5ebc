package io.quittance.core.invoice;

import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** Sums of allowances and charges are stated where there are any (BR-CO-11, BR-CO-12). */
class TermsOfSumsTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");

    private static InvoiceDraft.Builder draft() {
        return InvoiceDraft.builder(new CustomerId("buyer"), EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.billed("hosting", Fraction.ONE, "C62", Amount.of("10.00", EUR), List.of())
                        .taxed(standard("19")));
    }

    private static BusinessGroup totals(InvoiceDraft draft) {
        return draft.terms().group("BG-22").orElseThrow();
    }

    @Test
    void statesSumsThatAreZero() {
        InvoiceDraft draft = draft().allowanceCharge(AllowanceCharge.allowance(Amount.of("0.00", EUR))
                        .because("none")
                        .taxed(standard("19")))
                .allowanceCharge(AllowanceCharge.charge(Amount.of("0.00", EUR))
                        .because("none")
                        .taxed(standard("19")))
                .build();
        assertThat(totals(draft).text("BT-107")).contains("0.00");
        assertThat(totals(draft).text("BT-108")).contains("0.00");
    }

    @Test
    void statesNoSumOfNothing() {
        assertThat(totals(draft().build()).terms()).doesNotContain("BT-107", "BT-108");
    }

    /** An allowance of 1.00 has a sum of allowances, and none of charges; and the other way round. */
    @Test
    void statesTheSumOfItsOwnKindOnly() {
        InvoiceDraft less = draft().allowanceCharge(
                        AllowanceCharge.allowance(Amount.of("1.00", EUR)).taxed(standard("19")))
                .build();
        assertThat(totals(less).text("BT-107")).contains("1.00");
        assertThat(totals(less).terms()).doesNotContain("BT-108");
        InvoiceDraft more = draft().allowanceCharge(
                        AllowanceCharge.charge(Amount.of("1.00", EUR)).taxed(standard("19")))
                .build();
        assertThat(totals(more).text("BT-108")).contains("1.00");
        assertThat(totals(more).terms()).doesNotContain("BT-107");
    }

    @Test
    void aSumThatIsZeroIsMissed() {
        BusinessGroup document = BusinessGroup.document()
                .add(BusinessGroup.of("BG-20").put("BT-92", "0.00"))
                .add(BusinessGroup.of("BG-21").put("BT-99", "0.00"))
                .add(BusinessGroup.of("BG-22").put("BT-106", "1.00"))
                .build();
        assertThat(RuleSet.EN16931.check(document))
                .extracting(Object::toString)
                .contains(
                        "BR-CO-11 at BG-22/BT-107: BT-107 (sum of allowances on document level) must be given",
                        "BR-CO-12 at BG-22/BT-108: BT-108 (sum of charges on document level) must be given");
    }

    /** The tax in the currency of the document is stated once (BR-CO-15). */
    @Test
    void aSecondCurrencyIsNotTheFirst() {
        BusinessGroup.Builder document = BusinessGroup.document().put("BT-5", "EUR");
        BusinessGroup.Builder totals = BusinessGroup.of("BG-22")
                .put("BT-109", "10.00")
                .put("BT-110", "1.90")
                .put("BT-111", "1.90")
                .put("BT-112", "11.90");
        assertThat(RuleSet.EN16931.check(document.put("BT-6", "EUR").add(totals).build()))
                .extracting(Object::toString)
                .contains("BR-CO-15 at BG-22/BT-112: tax-total (tax total) must occur 1 times, not 2");
        BusinessGroup other = BusinessGroup.document()
                .put("BT-5", "EUR")
                .put("BT-6", "SEK")
                .add(totals)
                .build();
        assertThat(RuleSet.EN16931.check(other)).extracting(RuleViolation::rule).doesNotContain("BR-CO-15");
    }
}

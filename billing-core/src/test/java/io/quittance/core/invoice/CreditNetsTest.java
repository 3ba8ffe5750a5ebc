package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.eur;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.invoice.CreditNets.Item;
import io.quittance.core.money.Fraction;
import io.quittance.core.tax.TaxTreatment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is credited without tax of prices with tax, where notes were drafted side by side or lines give back. */
class CreditNetsTest {
    private static final Set<TaxTreatment> FULL = Set.of(standard("19"));
    private static final Set<TaxTreatment> REDUCED = Set.of(standard("7"));
    private static final Fraction HALF = Fraction.of(1, 2);

    /** Half of 1.00 is 0.50, and 0.60 are credited: nothing more, and nothing back; 0.50 of the other. */
    @Test
    void whatWasCreditedBeforeIsNotTakenBack() {
        assertThat(CreditNets.of(List.of(
                        new Item(FULL, eur("1.00"), eur("0.60"), HALF, true),
                        new Item(FULL, eur("1.00"), eur("0"), HALF, true))))
                .containsExactly(eur("0.60"), eur("0.50"));
    }

    /**
     * Two thirds of 1.00 are 0.67, of which two notes side by side had 0.33 each: that cent is for a note that has the
     * line.
     */
    @Test
    void whatIsNotInTheNoteStaysAsItWas() {
        assertThat(CreditNets.of(List.of(
                        new Item(FULL, eur("1.00"), eur("0.66"), Fraction.of(2, 3), false),
                        new Item(FULL, eur("1.00"), eur("0"), HALF, true))))
                .containsExactly(eur("0.66"), eur("0.50"));
    }

    /** 1.00 less 0.60 are 0.40, so 0.50 are 0.10 too much; what is taxed otherwise has no part in that. */
    @Test
    void whatIsTooMuchComesOffWhatIsTaxedAlike() {
        assertThat(CreditNets.of(List.of(
                        new Item(FULL, eur("1.00"), eur("0"), HALF, true),
                        new Item(FULL, eur("-0.60"), eur("0"), Fraction.ZERO, false),
                        new Item(REDUCED, eur("1.00"), eur("0"), HALF, true))))
                .containsExactly(eur("0.40"), eur("0"), eur("0.50"));
    }

    /**
     * 1.00 and 0.05 of 0.10 are more than 1.00 − 0.60 + 0.10 = 0.50: the line that ends here keeps what is left of it.
     */
    @Test
    void whatIsCreditedToItsEndIsNotLimited() {
        assertThat(CreditNets.of(List.of(
                        new Item(FULL, eur("1.00"), eur("0"), Fraction.ONE, true),
                        new Item(FULL, eur("-0.60"), eur("0"), Fraction.ZERO, false),
                        new Item(FULL, eur("0.10"), eur("0"), HALF, true))))
                .containsExactly(eur("1.00"), eur("0"), eur("0"));
    }
}

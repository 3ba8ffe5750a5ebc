package io.quittance.core.tax;

import static io.quittance.core.tax.TaxTreatment.exempt;
import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class TaxBreakdownTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final TaxPolicy PER_GROUP = new TaxPerGroup(CENTS);
    private static final TaxPolicy PER_LINE = new TaxPerLine(CENTS);
    private static final TaxPolicy ON_TOTAL = new TaxOnTotal(CENTS);

    private static Amount eur(String number) {
        return Amount.of(number, EUR);
    }

    private static TaxedAmount taxed(String number, TaxTreatment... taxes) {
        return new TaxedAmount(eur(number), List.of(taxes));
    }

    private static TaxBreakdown on(TaxPolicy policy, TaxedAmount... amounts) {
        return TaxBreakdown.on(List.of(amounts), EUR, policy);
    }

    private static TaxBreakdown within(TaxPolicy policy, TaxedAmount... amounts) {
        return TaxBreakdown.within(List.of(amounts), EUR, policy);
    }

    /** The numbers of the class comment. */
    @Test
    void taxesEachGroupOnce() {
        TaxBreakdown taxes =
                on(PER_GROUP, taxed("60", standard("19")), taxed("50", standard("7")), taxed("40", standard("19.0")));
        assertThat(taxes.subtotals().stream().map(TaxSubtotal::toString))
                .containsExactly("S 19% of EUR 100.00: EUR 19.00", "S 7% of EUR 50.00: EUR 3.50");
        assertThat(taxes.taxes()).containsExactly(eur("11.40"), eur("3.50"), eur("7.60"));
        assertThat(taxes.total()).isEqualTo(eur("22.50"));
        assertThat(taxes.subtotals().get(0).explanations().get(0).text()).isEqualTo("S 19% of 100: 19, exactly 19");
    }

    /** EN 16931, BR-CO-17. */
    @Test
    void theTaxOfAGroupIsTheRateOfItsBaseWhereItIsRoundedOnceForTheGroup() {
        assertThat(PER_GROUP.isRateOfBase()).isTrue();
        assertThat(PER_LINE.isRateOfBase()).isFalse();
        assertThat(ON_TOTAL.isRateOfBase()).isFalse();
    }

    /** 0.03 x 19/119 = 0.0048 and 0.03 x 19/121 = 0.0047 are nothing each; rounded together they would be 0.01. */
    @Test
    void whatIsTaxedByMoreAuthoritiesIsRoundedApart() {
        TaxTreatment state = standard("19").in("state");
        TaxBreakdown taxes = within(
                PER_GROUP,
                taxed("0.03", state),
                taxed("0.03", state, standard("2").in("city")));
        assertThat(taxes.subtotals().get(0).tax()).isEqualTo(eur("0"));
        assertThat(taxes.total()).isEqualTo(eur("0"));
    }

    /** 3 x 0.10 x 19 % = 0.057; 3 x 0.13 x 19 % = 0.0741, by the line 0.0247 each. */
    @Test
    void policiesRoundAtOtherPlaces() {
        TaxedAmount ten = taxed("0.10", standard("19"));
        TaxedAmount thirteen = taxed("0.13", standard("19"));
        assertThat(on(PER_GROUP, ten, ten, ten).total()).isEqualTo(eur("0.06"));
        assertThat(on(PER_LINE, ten, ten, ten).total()).isEqualTo(eur("0.06"));
        assertThat(on(PER_GROUP, thirteen, thirteen, thirteen).taxes())
                .containsExactly(eur("0.03"), eur("0.02"), eur("0.02"));
        assertThat(on(PER_LINE, thirteen, thirteen, thirteen).taxes())
                .containsExactly(eur("0.02"), eur("0.02"), eur("0.02"));
        assertThat(on(PER_LINE, thirteen, thirteen, thirteen).subtotals().get(0).tax())
                .isEqualTo(eur("0.06"));
    }

    /** 0.05 x 10 % = 0.005 in two groups: 0.01 each by the group, 0.01 together on the total. */
    @Test
    void theTotalIsRoundedOnce() {
        TaxedAmount one = taxed("0.05", standard("10"));
        TaxedAmount other = taxed("0.10", standard("5"));
        assertThat(on(PER_GROUP, one, other).total()).isEqualTo(eur("0.02"));
        assertThat(on(ON_TOTAL, one, other).taxes()).containsExactly(eur("0.01"), eur("0"));
    }

    /** State and city: 99.99 at 8.875 %, 2.125 % and 0.5 % is 8.87 + 2.12 + 0.50 = 11.49 (Fineract's tax components). */
    @Test
    void severalAuthoritiesTaxOneAmount() {
        TaxBreakdown taxes = on(
                PER_GROUP,
                taxed(
                        "99.99",
                        standard("8.875").in("state"),
                        standard("2.125").in("county"),
                        standard("0.5").in("city")));
        assertThat(taxes.subtotals().stream().map(TaxSubtotal::tax))
                .containsExactly(eur("8.87"), eur("2.12"), eur("0.50"));
        assertThat(taxes.taxes()).containsExactly(eur("11.49"));
    }

    /** Two equal rates are two taxes where two authorities take them. */
    @Test
    void jurisdictionsAreGroupsOfTheirOwn() {
        TaxBreakdown taxes = on(
                PER_GROUP,
                taxed("100", standard("5").in("state"), standard("5").in("city")),
                taxed("50", standard("5").in("state")));
        assertThat(taxes.subtotals().stream().map(TaxSubtotal::toString))
                .containsExactly("state S 5% of EUR 150.00: EUR 7.50", "city S 5% of EUR 100.00: EUR 5.00");
        assertThat(taxes.taxes()).containsExactly(eur("10"), eur("2.5"));
    }

    /** 364 x 51.78 + 52.08 = 18900.00 at 6 %: 18900 - 18900 / 1.06 = 1069.811..., whatever the lines are. */
    @Test
    void extractsTheTaxOfGrossAmounts() {
        TaxBreakdown taxes = within(PER_GROUP, taxed("18847.92", standard("6")), taxed("52.08", standard("6")));
        assertThat(taxes.subtotals().get(0).tax()).isEqualTo(eur("1069.81"));
        assertThat(taxes.subtotals().get(0).taxable()).isEqualTo(eur("17830.19"));
        assertThat(taxes.taxes()).containsExactly(eur("1066.86"), eur("2.95"));
        assertThat(taxes.subtotals().get(0).explanations().get(0).text())
                .startsWith("S 6% within 18900: 1069.81, exactly ");
    }

    /** 121.00 = 100.00 + 19.00 + 2.00, beside 119.00 = 100.00 + 19.00. */
    @Test
    void extractsTheTaxesOfSeveralAuthorities() {
        TaxTreatment state = standard("19").in("state");
        TaxBreakdown taxes = within(PER_GROUP, taxed("121", state, standard("2").in("city")), taxed("119", state));
        assertThat(taxes.subtotals().stream().map(TaxSubtotal::toString))
                .containsExactly("state S 19% of EUR 200.00: EUR 38.00", "city S 2% of EUR 100.00: EUR 2.00");
        assertThat(taxes.taxes()).containsExactly(eur("21"), eur("19"));
    }

    /** What is given back and charged in one group adds up, and no line is lifted over its exact tax by a unit or more. */
    @Test
    void linesOfBothSignsAddUp() {
        TaxBreakdown taxes = on(
                PER_GROUP,
                taxed("-0.13", standard("19")),
                taxed("0.13", standard("19")),
                taxed("0.13", standard("19")));
        assertThat(taxes.total()).isEqualTo(eur("0.02"));
        // -0.0247, 0.0247, 0.0247: cut off to -0.03, 0.02, 0.02; the largest remainder, 0.0053, is the first's
        assertThat(taxes.taxes()).containsExactly(eur("-0.02"), eur("0.02"), eur("0.02"));
    }

    /** EN 16931 of 2017 has one group for each category that charges nothing: all reasons stand there. */
    @Test
    void reasonsOfOneCategoryStandTogether() {
        TaxBreakdown taxes = on(
                PER_GROUP,
                taxed("10", exempt("insurance")),
                taxed("20", exempt("education")),
                taxed("30", exempt("insurance")),
                taxed("5", reverseCharge()));
        assertThat(taxes.subtotals()).hasSize(2);
        assertThat(taxes.subtotals().get(0).reasons()).containsExactly("insurance", "education");
        assertThat(taxes.subtotals().get(0).taxable()).isEqualTo(eur("60"));
        assertThat(taxes.subtotals().get(1).reasonCodes()).containsExactly("VATEX-EU-AE");
        assertThat(taxes.total()).isEqualTo(eur("0"));
    }

    @Test
    void anAmountThatNobodyTaxesBearsNothing() {
        TaxBreakdown taxes = on(PER_GROUP, taxed("10"), taxed("10", standard("19")));
        assertThat(taxes.taxes()).containsExactly(eur("0"), eur("1.90"));
        assertThat(on(PER_GROUP).total()).isEqualTo(eur("0"));
        assertThat(on(ON_TOTAL).subtotals()).isEmpty();
    }

    @Test
    void refusesAmountsOfAnotherCurrencyOrTooFine() {
        var foreign = new TaxedAmount(Amount.of("1", "USD"), List.of());
        assertThatThrownBy(() -> on(PER_GROUP, taxed("1"), foreign))
                .isInstanceOf(CurrencyMismatchException.class)
                .hasMessage("amounts[1] must be in EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> on(PER_GROUP, taxed("1.005", standard("19"))))
                .withMessageStartingWith("amounts[0] ");
    }

    @Test
    void refusesOneTaxTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> taxed("1", standard("19"), standard("19.00")))
                .withMessage("taxes must each be another, but was S 19.00%");
    }

    @Test
    void refusesAPolicyThatDoesNotAnswer() {
        TaxedAmount one = taxed("1", standard("19"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> on((exact, currency) -> List.of(), one))
                .withMessage("policy must answer each of 1 groups, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> on((exact, currency) -> List.of(List.of()), one))
                .withMessage("policy must answer each of 1 amounts, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> on((exact, currency) -> List.of(List.of(Amount.of("1", "USD"))), one))
                .withMessageStartingWith("policy must answer in EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> on((exact, currency) -> List.of(List.of(eur("0.005"))), one))
                .withMessageStartingWith("policy ");
    }
}

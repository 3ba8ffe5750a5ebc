package io.quittance.core.tax;

import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Taxes that somebody else has determined. */
class GivenTaxesTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");

    private static Amount eur(String number) {
        return Amount.of(number, EUR);
    }

    private static TaxedAmount taxed(String amount, TaxTreatment... taxes) {
        return new TaxedAmount(eur(amount), List.of(taxes));
    }

    private static TaxSubtotal subtotal(TaxTreatment treatment, String taxable, Amount tax) {
        return new TaxSubtotal(treatment, eur(taxable), tax, List.of(), List.of(), List.of());
    }

    /** 19 % of 11.11 and 22.22 are 2.1109 and 4.2218; of 6.34 the 0.0073 that are more go to them as 1 to 2. */
    @Test
    void eachAmountBearsItsPartOfWhatIsGiven() {
        TaxSubtotal given = subtotal(standard("19"), "33.33", eur("6.34"));
        TaxBreakdown taxes = TaxBreakdown.given(
                List.of(taxed("11.11", standard("19")), taxed("22.22", standard("19"))), List.of(given), EUR);
        assertThat(taxes.taxes()).containsExactly(eur("2.11"), eur("4.23"));
        assertThat(taxes.subtotals()).containsExactly(given);
        assertThat(taxes.total()).isEqualTo(eur("6.34"));
    }

    /** 19 % of 100.00 − 40.00 are 11.40; 12.10 are 0.70 more, of which 0.50 go to 100.00 and 0.20 to −40.00. */
    @Test
    void whatIsOffBearsItsPartToo() {
        TaxBreakdown taxes = TaxBreakdown.given(
                List.of(taxed("100", standard("19")), taxed("-40", standard("19"))),
                List.of(subtotal(standard("19"), "60", eur("12.10"))),
                EUR);
        assertThat(taxes.taxes()).containsExactly(eur("19.50"), eur("-7.40"));
    }

    @Test
    void amountsOfNothingShareEvenly() {
        TaxBreakdown taxes = TaxBreakdown.given(
                List.of(taxed("0", standard("19")), taxed("0", standard("19")), taxed("5")),
                List.of(subtotal(standard("19"), "0", eur("0.03"))),
                EUR);
        assertThat(taxes.taxes()).containsExactly(eur("0.02"), eur("0.01"), eur("0"));
    }

    @Test
    void anAmountBearsTheTaxesOfAllItsAuthorities() {
        TaxTreatment state = standard("4").in("state");
        TaxTreatment city = standard("2").in("city");
        TaxBreakdown taxes = TaxBreakdown.given(
                List.of(taxed("100", state, city), taxed("50", city)),
                List.of(subtotal(city, "150", eur("3.01")), subtotal(state, "100", eur("4"))),
                EUR);
        assertThat(taxes.taxes()).containsExactly(eur("6.01"), eur("1.00"));
        assertThat(taxes.total()).isEqualTo(eur("7.01"));
    }

    @Test
    void refusesSubtotalsOfOtherAmounts() {
        List<TaxedAmount> amounts = List.of(taxed("100", standard("19")));
        TaxSubtotal right = subtotal(standard("19"), "100", eur("19"));
        TaxSubtotal other = subtotal(standard("7"), "100", eur("7"));
        refused(amounts, List.of(), "subtotals must have one for each treatment, but was [S 19%]");
        refused(
                amounts,
                List.of(right, other),
                "subtotals[1].treatment must be one that an amount has, each once, but was S 7%");
        refused(
                amounts,
                List.of(right, right),
                "subtotals[1].treatment must be one that an amount has, each once, but was S 19%");
        refused(
                amounts,
                List.of(subtotal(standard("19"), "99", eur("19"))),
                "subtotals[0].taxable must be what its amounts add up to, EUR 100.00, but was EUR 99.00");
        refused(
                amounts,
                List.of(subtotal(standard("19"), "100", eur("19.001"))),
                "subtotals[0].tax must have at most 2 decimal places, but was EUR 19.001");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> TaxBreakdown.given(
                        amounts, List.of(subtotal(standard("19"), "100", Amount.of("19", "USD"))), EUR))
                .withMessage("subtotals[0].tax must be in EUR, but was USD");
    }

    private static void refused(List<TaxedAmount> amounts, List<TaxSubtotal> subtotals, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxBreakdown.given(amounts, subtotals, EUR))
                .withMessage(message);
    }

    @Property
    void whatTheAmountsBearIsWhatIsGiven(
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = -10_000, max = 10_000) Long> cents,
            @ForAll @LongRange(min = -5_000, max = 5_000) long tax) {
        List<TaxedAmount> amounts = cents.stream()
                .map(amount -> TaxedAmount.of(Amount.ofMinor(amount, EUR), standard("19")))
                .toList();
        long sum = cents.stream().mapToLong(Long::longValue).sum();
        var given = new TaxSubtotal(
                standard("19"), Amount.ofMinor(sum, EUR), Amount.ofMinor(tax, EUR), List.of(), List.of(), List.of());
        TaxBreakdown taxes = TaxBreakdown.given(amounts, List.of(given), EUR);
        assertThat(taxes.taxes().stream().reduce(Amount.zero(EUR), Amount::add))
                .isEqualTo(taxes.total())
                .isEqualTo(given.tax());
    }
}

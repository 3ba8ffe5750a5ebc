package io.quittance.core.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every policy keeps, on net and on gross amounts. */
class TaxLawsTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static Amount sum(Iterable<Amount> amounts) {
        Amount sum = Amount.zero(EUR);
        for (Amount amount : amounts) {
            sum = sum.add(amount);
        }
        return sum;
    }

    @Property
    void theTaxesOfAmountsAndOfGroupsAddUp(
            @ForAll("amounts") List<TaxedAmount> amounts, @ForAll("policies") TaxPolicy policy) {
        for (TaxBreakdown taxes :
                List.of(TaxBreakdown.on(amounts, EUR, policy), TaxBreakdown.within(amounts, EUR, policy))) {
            assertThat(sum(taxes.taxes())).isEqualTo(taxes.total());
            assertThat(sum(taxes.subtotals().stream().map(TaxSubtotal::tax).toList()))
                    .isEqualTo(taxes.total());
            assertThat(taxes.taxes()).hasSameSizeAs(amounts);
        }
    }

    /** By the definition: base times rate, rounded once; bases counted here by walking over the amounts for each group. */
    @Property
    void aGroupIsTheRateTimesItsBase(
            @ForAll("amounts") List<TaxedAmount> amounts, @ForAll("roundings") Rounding cents) {
        for (TaxSubtotal group :
                TaxBreakdown.on(amounts, EUR, new TaxPerGroup(cents)).subtotals()) {
            BigDecimal base = BigDecimal.ZERO;
            for (TaxedAmount amount : amounts) {
                if (amount.taxes().contains(group.treatment())) {
                    base = base.add(amount.amount().toBigDecimal());
                }
            }
            assertThat(group.taxable().toBigDecimal()).isEqualByComparingTo(base);
            assertThat(group.tax().toBigDecimal())
                    .isEqualByComparingTo(
                            base.multiply(group.treatment().rateOrZero().percent())
                                    .movePointLeft(2)
                                    .setScale(2, cents.mode()));
        }
    }

    /** A gross amount is its net amount and its tax, never altered by rounding. */
    @Property
    void netAndTaxOfAGrossGroupAreTheGross(
            @ForAll("taxedOnce") List<TaxedAmount> amounts, @ForAll("policies") TaxPolicy policy) {
        TaxBreakdown taxes = TaxBreakdown.within(amounts, EUR, policy);
        Amount net = sum(taxes.subtotals().stream().map(TaxSubtotal::taxable).toList());
        assertThat(net.add(taxes.total()))
                .isEqualTo(sum(amounts.stream().map(TaxedAmount::amount).toList()));
    }

    /** What a line is shown to bear is within a cent of its exact tax. */
    @Property
    void noAmountBearsACentMoreThanItsTax(
            @ForAll("taxedOnce") List<TaxedAmount> amounts, @ForAll("roundings") Rounding cents) {
        for (TaxPolicy policy : List.of(new TaxPerGroup(cents), new TaxPerLine(cents))) {
            TaxBreakdown taxes = TaxBreakdown.on(amounts, EUR, policy);
            for (int i = 0; i < amounts.size(); i++) {
                TaxedAmount amount = amounts.get(i);
                Fraction exact =
                        amount.taxes().get(0).rateOrZero().on(amount.amount().toFraction());
                Fraction gap = taxes.taxes().get(i).toFraction().minus(exact);
                assertThat(gap.max(gap.negated())).isLessThan(Fraction.of(CENT));
            }
        }
    }

    @Property
    void whatIsGivenBackMirrorsWhatWasCharged(
            @ForAll("taxedOnce") List<TaxedAmount> amounts, @ForAll("symmetric") Rounding cents) {
        List<TaxedAmount> back = amounts.stream()
                .map(amount -> new TaxedAmount(amount.amount().negate(), amount.taxes()))
                .toList();
        for (TaxPolicy policy : List.of(new TaxPerGroup(cents), new TaxPerLine(cents), new TaxOnTotal(cents))) {
            assertThat(TaxBreakdown.on(back, EUR, policy).total())
                    .isEqualTo(TaxBreakdown.on(amounts, EUR, policy).total().negate());
            assertThat(TaxBreakdown.within(back, EUR, policy).total())
                    .isEqualTo(TaxBreakdown.within(amounts, EUR, policy).total().negate());
        }
    }

    @Provide
    Arbitrary<TaxPolicy> policies() {
        return roundings()
                .flatMap(cents -> Arbitraries.of(new TaxPerGroup(cents), new TaxPerLine(cents), new TaxOnTotal(cents)));
    }

    @Provide
    Arbitrary<Rounding> roundings() {
        return Arbitraries.of(RoundingMode.class)
                .filter(mode -> mode != RoundingMode.UNNECESSARY)
                .map(mode -> Rounding.of(2, mode));
    }

    @Provide
    Arbitrary<Rounding> symmetric() {
        return Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN)
                .map(mode -> Rounding.of(2, mode));
    }

    @Provide
    Arbitrary<List<TaxedAmount>> amounts() {
        Arbitrary<Set<TaxTreatment>> taxes = treatments().set().ofMaxSize(3);
        return Combinators.combine(cents(), taxes)
                .as((amount, several) -> new TaxedAmount(amount, new ArrayList<>(several)))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<TaxedAmount>> taxedOnce() {
        return Combinators.combine(cents(), treatments())
                .as((amount, tax) -> new TaxedAmount(amount, List.of(tax)))
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<Amount> cents() {
        return Arbitraries.longs()
                .between(-100_000, 1_000_000)
                .map(cents -> Amount.of(BigDecimal.valueOf(cents, 2), EUR));
    }

    private static Arbitrary<TaxTreatment> treatments() {
        return Arbitraries.of(
                TaxTreatment.standard("19"),
                TaxTreatment.standard("7"),
                TaxTreatment.standard("23.333").in("a"),
                TaxTreatment.standard("0.5").in("b"),
                TaxTreatment.zeroRated(),
                TaxTreatment.of(new TaxCategory("SR"), TaxRate.of("9")));
    }
}

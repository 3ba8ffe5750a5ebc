package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.DaysSalesOutstanding.ZeroSales;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysSalesOutstandingTest {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");

    /** conformance/kpi.json: dso-9ci-june, dso-trymesha-annual, dso-jde-three-periods, dso-mymathtables-360, credit balance. */
    @ParameterizedTest
    @CsvSource({
        "1200, 1000, 30, 36.000000",
        "150000, 1800000, 365, 30.416667",
        "10869, 17674, 90, 55.347403",
        "7000, 10000, 360, 252.000000",
        "-500, 1000, 30, -15.000000"
    })
    void simpleDividesByTheSalesOfThePeriod(String receivables, String sales, int days, String expected) {
        assertThat(text(DaysSalesOutstanding.simple().compute(figures(receivables, days, sales))))
                .isEqualTo(expected);
    }

    /** ibm-ar/reference.json, 2013-12: the same book gives 54.17 and 32.54 days. */
    @Test
    void theMethodsPartWhereSalesStop() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("761.90"))
                .sales(new SalesPeriod(30, usd("6364.37")))
                .sales(new SalesPeriod(31, usd("436.04")))
                .build();
        assertThat(text(DaysSalesOutstanding.simple().compute(figures))).isEqualTo("54.166820");
        assertThat(text(DaysSalesOutstanding.countback().compute(figures))).isEqualTo("32.536020");
    }

    @Test
    void simpleIsUndefinedWithoutSales() {
        KpiResult result = DaysSalesOutstanding.simple().compute(figures("10", 31, "0"));
        assertThat(result.value()).isEmpty();
        assertThat(result.<String>match(measured -> "", undefined -> undefined.code()))
                .isEqualTo("NO_SALES");
        assertThat(result.<String>match(measured -> "", undefined -> undefined.reason()))
                .isEqualTo("there were no credit sales in the period");
        assertThat(result.basis().denominator()).contains(Fraction.ZERO);
    }

    @Test
    void simpleIsFlaggedWhereCreditNotesOutweighSales() {
        KpiResult result = DaysSalesOutstanding.simple().compute(figures("100", 30, "-50"));
        assertThat(result.value()).contains(Fraction.of(-60));
        assertThat(result.basis().notes()).containsExactly("NOT_MEANINGFUL");
    }

    @Test
    void countbackIsNothingWhereNothingIsOwed() {
        assertThat(DaysSalesOutstanding.countback()
                        .compute(figures("0", 31, "0"))
                        .value())
                .contains(Fraction.ZERO);
        assertThat(DaysSalesOutstanding.countback()
                        .compute(figures("-5", 31, "100"))
                        .value())
                .contains(Fraction.ZERO);
    }

    /** kpi.md, dso.countback: JDE adds the days of a month without sales, HFM stops there. */
    @Test
    void countbackCountsOrStopsAtAPeriodWithoutSales() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("150"))
                .sales(new SalesPeriod(31, usd("100")))
                .sales(new SalesPeriod(30, usd("0")))
                .sales(new SalesPeriod(31, usd("100")))
                .build();
        assertThat(DaysSalesOutstanding.countback().compute(figures).value())
                .contains(Fraction.of(61).plus(Fraction.of(31, 2)));
        KpiResult stopped = DaysSalesOutstanding.countback(ZeroSales.STOP).compute(figures);
        assertThat(stopped.value()).contains(Fraction.of(31));
        assertThat(stopped.basis().notes()).containsExactly("HISTORY_EXHAUSTED");
    }

    @Test
    void countbackSaysThatItsHistoryWasTooShort() {
        KpiResult result = DaysSalesOutstanding.countback().compute(figures("250", 30, "100"));
        assertThat(result.value()).contains(Fraction.of(30));
        assertThat(result.basis().notes()).containsExactly("HISTORY_EXHAUSTED");
    }

    @Test
    void countbackEndsWhereSalesAreUsedUpExactly() {
        KpiResult result = DaysSalesOutstanding.countback().compute(figures("100", 30, "100"));
        assertThat(result.value()).contains(Fraction.of(30));
        assertThat(result.basis().notes()).isEmpty();
    }

    @Test
    void namesTheFigureThatIsMissing() {
        KpiResult result = DaysSalesOutstanding.simple()
                .compute(CollectionFigures.builder().build());
        assertThat(result.<String>match(measured -> "", undefined -> undefined.reason()))
                .isEqualTo("closingReceivables is not given");
    }

    @Test
    void refusesFiguresThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesPeriod(0, usd("1")))
                .withMessage("days must be at least 1, but was 0");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> CollectionFigures.builder()
                        .closingReceivables(usd("1"))
                        .sales(new SalesPeriod(30, Amount.of("1", "EUR")))
                        .build())
                .withMessage("figures must be in USD, but was EUR");
    }

    @Test
    void carriesWhatItRestsOn() {
        KpiResult result = DaysSalesOutstanding.simple().compute(figures("1200", 30, "1000"));
        assertThat(result.basis().kpi()).isEqualTo("dso.simple");
        assertThat(result.basis().currency()).contains("USD");
        assertThat(result.basis().numerator()).contains(Fraction.of(1200));
        assertThat(result.basis().denominator()).contains(Fraction.of(1000));
    }

    @Property
    void doesNotChangeWithTheUnitOfMoney(
            @ForAll @LongRange(min = 1, max = 1_000_000) long receivables,
            @ForAll @LongRange(min = 1, max = 1_000_000) long sales,
            @ForAll @IntRange(min = 2, max = 1000) int factor) {
        for (var method :
                new DaysSalesOutstanding[] {DaysSalesOutstanding.simple(), DaysSalesOutstanding.countback()}) {
            assertThat(method.compute(cents(receivables * factor, sales * factor))
                            .value())
                    .isEqualTo(method.compute(cents(receivables, sales)).value());
        }
    }

    /** Where what is owed fits in the sales of the period, both methods say the same. */
    @Property
    void methodsAgreeWhileSalesSuffice(
            @ForAll @LongRange(min = 0, max = 1_000_000) long receivables,
            @ForAll @LongRange(min = 0, max = 1_000_000) long more) {
        var figures = cents(receivables, receivables + more + 1);
        assertThat(DaysSalesOutstanding.countback().compute(figures).value())
                .isEqualTo(DaysSalesOutstanding.simple().compute(figures).value());
    }

    private static CollectionFigures figures(String receivables, int days, String sales) {
        return CollectionFigures.builder()
                .closingReceivables(usd(receivables))
                .sales(new SalesPeriod(days, usd(sales)))
                .build();
    }

    private static CollectionFigures cents(long receivables, long sales) {
        return CollectionFigures.builder()
                .closingReceivables(Amount.ofMinor(receivables, USD))
                .sales(new SalesPeriod(30, Amount.ofMinor(sales, USD)))
                .build();
    }

    private static String text(KpiResult result) {
        return result.rounded(Rounding.halfUp(6)).map(BigDecimal::toPlainString).orElse("");
    }

    private static Amount usd(String number) {
        return Amount.of(number, USD);
    }
}

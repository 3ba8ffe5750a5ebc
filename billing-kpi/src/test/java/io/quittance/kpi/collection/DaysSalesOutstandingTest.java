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
import java.util.List;
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

    /** Ids of conformance/kpi.json, topic dso_simple, where their sources stand. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "dso-9ci-june, 1200, 1000, 30, 36.000000",
        "dso-trymesha-annual, 150000, 1800000, 365, 30.416667",
        "dso-bit1024, 50000, 200000, 365, 91.250000",
        "dso-studyzin-twist, 328800, 4192200, 365, 28.627451",
        "dso-jde-three-periods, 10869, 17674, 90, 55.347403",
        "dso-mymathtables-360, 7000, 10000, 360, 252.000000",
        "dso-tooldone-retailer, 18000, 120000, 365, 54.750000",
        "dso-tooldone-quarter, 7500, 45000, 90, 15.000000",
        "dso-tooldone-month, 2000, 10000, 30, 6.000000",
        "dso-tooldone-60d, 5000, 25000, 60, 12.000000",
        "dso-linkacademy-debtor-days, 200000, 1577379.08, 365, 46.279300",
        "dso-average-collection-10k, 10000, 100000, 365, 36.500000",
        "edge-dso-credit-balance, -500, 1000, 30, -15.000000"
    })
    void simpleDividesByTheSalesOfThePeriod(
            String caseId, String receivables, String sales, int days, String expected) {
        assertThat(text(DaysSalesOutstanding.simple().compute(figures(receivables, days, sales))))
                .isEqualTo(expected);
    }

    /** Ids of conformance/kpi.json, topic dso_countback; the periods are days and sales, newest first, as they stand there. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "countback-benjipays, 212000, 30 100000 30 80000 30 70000, 73.714286",
        "countback-snowday-2100k, 2100000, 31 900000 28 800000 31 700000, 76.714286",
        "countback-oracle-hfm-wrong, 12000, 30 2500 31 1750 31 2250 30 2500 31 2000 30 2250, 166.333333",
        "edge-countback-zero-month, 150000, 31 100000 28 0 31 70000, 81.142857",
        "edge-countback-credit-balance, -10, 31 100000, 0.000000",
        "ibm-countback-2013-06, 5119.85, 30 5849.59 31 7764.68 30 6484.60 31 6438.62, 26.257481",
        "ibm-countback-2012-02, 6015.31, 29 5929.06 31 5658.82, 29.472492",
        "ibm-countback-2013-12, 761.90, 31 436.04 30 6364.37 31 5908.40 30 6828.75, 32.536020"
    })
    void countbackUsesUpTheNewestSales(String caseId, String receivables, String newestFirst, String expected) {
        KpiResult result = DaysSalesOutstanding.countback().compute(history(receivables, newestFirst));
        assertThat(text(result)).isEqualTo(expected);
        assertThat(result.basis().notes()).doesNotContain("HISTORY_EXHAUSTED");
    }

    /** ibm-ar/reference.json, 2013-12: the same book gives 54.17 and 32.54 days. */
    @Test
    void theMethodsPartWhereSalesStop() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("761.90"))
                .sales(SalesPeriod.of(30, usd("6364.37")))
                .sales(SalesPeriod.of(31, usd("436.04")))
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

    /** kpi.md, dso.simple: a balance below 0 gives a negative value, flagged. */
    @Test
    void saysThatMoreIsOnAccountThanOpen() {
        KpiResult simple = DaysSalesOutstanding.simple().compute(figures("-500", 30, "1000"));
        assertThat(simple.basis().notes()).containsExactly("NEGATIVE_RECEIVABLES");
        KpiResult both = DaysSalesOutstanding.simple().compute(figures("-500", 30, "-1000"));
        assertThat(both.value()).contains(Fraction.of(15));
        assertThat(both.basis().notes()).containsExactly("NEGATIVE_RECEIVABLES", "NOT_MEANINGFUL");
        assertThat(DaysSalesOutstanding.countback()
                        .compute(figures("-500", 30, "1000"))
                        .basis()
                        .notes())
                .containsExactly("NEGATIVE_RECEIVABLES");
        assertThat(DaysSalesOutstanding.simple()
                        .compute(figures("0", 30, "1000"))
                        .basis()
                        .notes())
                .isEmpty();
    }

    @Test
    void countbackIsNothingWhereNothingIsOwed() {
        for (String receivables : List.of("0", "-5")) {
            KpiResult result = DaysSalesOutstanding.countback().compute(figures(receivables, 31, "0"));
            assertThat(result.value()).contains(Fraction.ZERO);
            assertThat(result.basis().count()).contains(0L);
        }
    }

    /** 50 of 100 are used up in 30 days; the month of credit notes adds 31 days, and does not add its 20 to what is left. */
    @Test
    void countbackLeavesNegativeSalesOut() {
        var figures = history("150", "30 100 31 -20 28 100 31 -20");
        KpiResult result = DaysSalesOutstanding.countback().compute(figures);
        assertThat(result.value()).contains(Fraction.of(30 + 31 + 14));
        assertThat(result.basis().exclusions()).containsExactly("NEGATIVE_SALES");
        assertThat(result.basis().count()).contains(3L);
        KpiResult stopped = DaysSalesOutstanding.countback(ZeroSales.STOP).compute(figures);
        assertThat(stopped.value()).contains(Fraction.of(30));
        assertThat(stopped.basis().exclusions()).isEmpty();
        assertThat(stopped.basis().count()).contains(1L);
    }

    /** kpi.md, dso.countback: JDE adds the days of a month without sales, HFM stops there. */
    @Test
    void countbackCountsOrStopsAtAPeriodWithoutSales() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("150"))
                .sales(SalesPeriod.of(31, usd("100")))
                .sales(SalesPeriod.of(30, usd("0")))
                .sales(SalesPeriod.of(31, usd("100")))
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
        KpiResult withoutSales = DaysSalesOutstanding.countback()
                .compute(CollectionFigures.builder()
                        .closingReceivables(usd("-1"))
                        .build());
        assertThat(withoutSales.<String>match(
                        measured -> "", undefined -> undefined.code() + ", " + undefined.reason()))
                .isEqualTo("MISSING_INPUT, sales is not given");
    }

    /** 1200.00 / 1000.00 × 30.5 = 36.6; used up, half a day of sales is half a day. */
    @Test
    void daysMayHaveAFraction() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("1200"))
                .sales(SalesPeriod.of(new BigDecimal("0.5"), usd("200")))
                .sales(SalesPeriod.of(new BigDecimal("30.50"), usd("1000")))
                .build();
        assertThat(DaysSalesOutstanding.simple().compute(figures).value()).contains(Fraction.of(366, 10));
        assertThat(DaysSalesOutstanding.countback().compute(figures).value()).contains(Fraction.of(31));
        assertThat(SalesPeriod.of(new BigDecimal("30.50"), usd("1")))
                .isEqualTo(new SalesPeriod(Fraction.of(61, 2), usd("1.00")));
    }

    @Test
    void refusesFiguresThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesPeriod.of(new BigDecimal("-0.5"), usd("1")))
                .withMessage("days must be more than 0, but was -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesPeriod.of(new BigDecimal("1E+1000000000"), usd("1")))
                .withMessage("days must have at most 38 digits, but was 1E+1000000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesPeriod.of(0, usd("1")))
                .withMessage("days must be more than 0, but was 0");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> CollectionFigures.builder()
                        .closingReceivables(usd("1"))
                        .sales(SalesPeriod.of(30, Amount.of("1", "EUR")))
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

    @Property
    void growsWithWhatIsOwed(
            @ForAll @LongRange(min = 1, max = 1_000_000) long receivables,
            @ForAll @LongRange(min = 1, max = 1_000_000) long sales,
            @ForAll @IntRange(min = 2, max = 1000) int factor) {
        Fraction once = DaysSalesOutstanding.simple()
                .compute(cents(receivables, sales))
                .value()
                .orElseThrow();
        assertThat(DaysSalesOutstanding.simple()
                        .compute(cents(receivables * factor, sales))
                        .value())
                .contains(once.times(Fraction.of(factor)));
    }

    /** Months of equal length and sales, and a balance within them: both methods divide by the same daily sales. */
    @Property
    void countbackOfEvenSalesIsSimpleOverAllOfThem(
            @ForAll @IntRange(min = 1, max = 24) int months,
            @ForAll @LongRange(min = 1, max = 1_000_000) long sales,
            @ForAll @IntRange(min = 0, max = 1000) int permille) {
        long receivables = sales * months * permille / 1000;
        var even = CollectionFigures.builder().closingReceivables(Amount.ofMinor(receivables, USD));
        for (int month = 0; month < months; month++) {
            even.sales(SalesPeriod.of(30, Amount.ofMinor(sales, USD)));
        }
        var whole = CollectionFigures.builder()
                .closingReceivables(Amount.ofMinor(receivables, USD))
                .sales(SalesPeriod.of(30L * months, Amount.ofMinor(sales * months, USD)))
                .build();
        KpiResult countback = DaysSalesOutstanding.countback().compute(even.build());
        assertThat(countback.value())
                .isEqualTo(DaysSalesOutstanding.simple().compute(whole).value());
        assertThat(countback.basis().notes()).isEmpty();
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
                .sales(SalesPeriod.of(days, usd(sales)))
                .build();
    }

    private static CollectionFigures history(String receivables, String daysAndSalesNewestFirst) {
        var figures = CollectionFigures.builder().closingReceivables(usd(receivables));
        List<String> words = List.of(daysAndSalesNewestFirst.split(" ", -1));
        for (int at = words.size() - 2; at >= 0; at -= 2) {
            figures.sales(SalesPeriod.of(Integer.parseInt(words.get(at)), usd(words.get(at + 1))));
        }
        return figures.build();
    }

    private static CollectionFigures cents(long receivables, long sales) {
        return CollectionFigures.builder()
                .closingReceivables(Amount.ofMinor(receivables, USD))
                .sales(SalesPeriod.of(30, Amount.ofMinor(sales, USD)))
                .build();
    }

    private static String text(KpiResult result) {
        return result.rounded(Rounding.halfUp(6)).map(BigDecimal::toPlainString).orElse("");
    }

    private static Amount usd(String number) {
        return Amount.of(number, USD);
    }
}

package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.notes;
import static io.quittance.kpi.collection.Answers.six;
import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.DaysSalesOutstanding.ZeroSales;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of days sales outstanding beside simple and countback; case ids of conformance/kpi.json, the rest by hand. */
class DsoFormsTest {

    /** Owed at month ends 100, 200, 300 and 400; sold 300 in each of the 30-day months between. */
    private static CollectionFigures quarter() {
        return CollectionFigures.builder()
                .earlierReceivables(List.of(usd("100"), usd("200")))
                .openingReceivables(usd("300"))
                .closingReceivables(usd("400"))
                .sales(SalesPeriod.of(30, usd("300")))
                .sales(SalesPeriod.of(30, usd("300")))
                .sales(SalesPeriod.of(30, usd("300")))
                .build();
    }

    private static CollectionFigures month(String opening, String closing, String sold, int days) {
        return CollectionFigures.builder()
                .openingReceivables(usd(opening))
                .closingReceivables(usd(closing))
                .sales(SalesPeriod.of(days, usd(sold)))
                .build();
    }

    /** dso-avg-7search, dso-avg-fool-april. */
    @ParameterizedTest
    @CsvSource({"300000, 250000, 5000000, 365, 20.075000", "18000, 18000, 20000, 30, 27.000000"})
    void averageTakesTheMeanOfBothBalances(String opening, String closing, String sold, int days, String expected) {
        assertThat(six(DaysSalesOutstanding.average().compute(month(opening, closing, sold, days))))
                .isEqualTo(expected);
    }

    @Test
    void averageOfFourBalancesSpansThreePeriods() {
        KpiResult result = DaysSalesOutstanding.average(3).compute(quarter());
        assertThat(result.value()).contains(Fraction.of(25));
        assertThat(result.basis().kpi()).isEqualTo("dso.average.3");
        assertThat(result.basis().count()).contains(3L);
        assertThat(DaysSalesOutstanding.average(2).compute(quarter()).value()).contains(Fraction.of(30));
    }

    @Test
    void rollingTakesTheSalesOfTheLastPeriods() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("600"))
                .sales(SalesPeriod.of(31, usd("9999")))
                .sales(SalesPeriod.of(31, usd("1000")))
                .sales(SalesPeriod.of(28, usd("500")))
                .sales(SalesPeriod.of(31, usd("1500")))
                .build();
        KpiResult result = DaysSalesOutstanding.rolling(3).compute(figures);
        assertThat(result.value()).contains(Fraction.of(18));
        assertThat(result.basis().kpi()).isEqualTo("dso.rolling.3");
        assertThat(code(DaysSalesOutstanding.rolling(12).compute(figures)))
                .isEqualTo("HISTORY_TOO_SHORT: 12 periods of sales are needed, and 4 are given");
    }

    @Test
    void sapClassicHasThirtyDays() {
        assertThat(DaysSalesOutstanding.sapClassic().compute(quarter()).value()).contains(Fraction.of(30));
        assertThat(DaysSalesOutstanding.sapClassicBusinessWarehouse()
                        .compute(quarter())
                        .value())
                .contains(Fraction.of(40));
    }

    /** 400 of 200 sold in the month before, not of 100 sold in this one. */
    @Test
    void businessWarehouseTakesThePeriodBefore() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("400"))
                .sales(SalesPeriod.of(31, usd("200")))
                .sales(SalesPeriod.of(28, usd("100")))
                .build();
        assertThat(DaysSalesOutstanding.sapClassicBusinessWarehouse()
                        .compute(figures)
                        .value())
                .contains(Fraction.of(60));
    }

    @Test
    void sayWhatIsTooShort() {
        CollectionFigures one = month("1", "2", "3", 30);
        assertThat(code(DaysSalesOutstanding.average(2).compute(one)))
                .isEqualTo("HISTORY_TOO_SHORT: 2 periods of sales are needed, and 1 are given");
        assertThat(code(DaysSalesOutstanding.sapClassic().compute(one)))
                .isEqualTo("HISTORY_TOO_SHORT: 3 periods of sales are needed, and 1 are given");
        assertThat(code(DaysSalesOutstanding.sapClassicBusinessWarehouse().compute(one)))
                .isEqualTo("HISTORY_TOO_SHORT: 2 periods of sales are needed, and 1 are given");
        var fewBalances = CollectionFigures.builder()
                .openingReceivables(usd("300"))
                .closingReceivables(usd("400"))
                .sales(SalesPeriod.of(30, usd("300")))
                .sales(SalesPeriod.of(30, usd("300")))
                .sales(SalesPeriod.of(30, usd("300")))
                .build();
        assertThat(code(DaysSalesOutstanding.sapClassic().compute(fewBalances)))
                .isEqualTo("HISTORY_TOO_SHORT: 3 balances are needed, and 2 are given");
        assertThat(code(DaysSalesOutstanding.average(3).compute(fewBalances)))
                .isEqualTo("HISTORY_TOO_SHORT: 4 balances are needed, and 2 are given");
    }

    @ParameterizedTest
    @CsvSource({"27, false", "28, true", "31, true", "32, false"})
    void annualisesMonthsOnly(int days, boolean isMonth) {
        KpiResult result = DaysSalesOutstanding.monthAnnualised().compute(month("0", "1200", "1000", days));
        assertThat(six(result)).isEqualTo(isMonth ? "36.500000" : "");
        assertThat(code(result))
                .isEqualTo(isMonth ? "" : "NOT_A_MONTH: the sales are of " + days + " days, not of a whole month");
    }

    /** countback-accountingweb-months. */
    @ParameterizedTest
    @CsvSource({"400, 365, 3.000000", "600, 360, 2.000000", "400, 359, ''", "400, 366, 3.000000", "400, 367, ''"})
    void monthsOfYearTakeAYear(String sold, int days, String expected) {
        assertThat(six(DaysSalesOutstanding.monthsOfYear().compute(month("0", "100", sold, days))))
                .isEqualTo(expected);
    }

    /** add-creditguru, edge-bpdso-all-overdue, ibm-bpdso-2012-02, ibm-bpdso-2013-06, ibm-bpdso-2013-12. */
    @ParameterizedTest
    @CsvSource({
        "15000, 4000, 10000, 30, 12.000000, 33.000000",
        "5000, 0, 10000, 30, 0.000000, 15.000000",
        "6015.31, 5089.59, 5929.06, 29, 24.894015, 4.527848",
        "5119.85, 4284.29, 5849.59, 30, 21.972258, 4.285223",
        "761.90, 206.25, 436.04, 31, 14.663219, 39.503601"
    })
    void bestPossibleTakesWhatIsNotPastDue(
            String owed, String current, String sold, int days, String best, String delinquent) {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd(owed))
                .current(usd(current), usd(owed))
                .sales(SalesPeriod.of(days, usd(sold)))
                .build();
        assertThat(six(DaysSalesOutstanding.bestPossible().compute(figures))).isEqualTo(best);
        assertThat(six(new AverageDaysDelinquent().compute(figures))).isEqualTo(delinquent);
        assertThat(AverageDaysDelinquent.between(
                                DaysSalesOutstanding.simple().compute(figures),
                                DaysSalesOutstanding.bestPossible().compute(figures))
                        .value())
                .isEqualTo(new AverageDaysDelinquent().compute(figures).value());
    }

    @Test
    void delinquentDaysCompareOneMethodAndPeriod() {
        CollectionFigures figures = CollectionFigures.builder()
                .closingReceivables(usd("10"))
                .openingReceivables(usd("10"))
                .current(usd("10"), usd("10"))
                .sales(SalesPeriod.of(30, usd("0")))
                .build();
        KpiResult best = DaysSalesOutstanding.bestPossible().compute(figures);
        KpiResult average = DaysSalesOutstanding.average().compute(figures);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AverageDaysDelinquent.between(average, best))
                .withMessageContaining("dso must be dso.simple, but was dso.average");
        KpiResult simple = DaysSalesOutstanding.simple().compute(figures);
        assertThat(code(AverageDaysDelinquent.between(simple, best))).startsWith("NO_SALES");
        assertThat(code(new AverageDaysDelinquent().compute(figures))).startsWith("NO_SALES");
        KpiResult elsewhere = DaysSalesOutstanding.bestPossible()
                .compute(CollectionFigures.builder()
                        .current(Amount.of("1", "EUR"), Amount.of("1", "EUR"))
                        .sales(SalesPeriod.of(30, Amount.of("1", "EUR")))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AverageDaysDelinquent.between(simple, elsewhere))
                .withMessageContaining("bestPossible must have the currency of dso, USD, but was EUR");
    }

    @Test
    void countbackOfThirtyDaysAndInMonths() {
        assertThat(DaysSalesOutstanding.countbackInMonths(ZeroSales.COUNT)
                        .definition()
                        .unit())
                .isEqualTo(KpiUnit.MONTHS);
        assertThat(DaysSalesOutstanding.countbackInMonths(ZeroSales.STOP)
                        .definition()
                        .unit())
                .isEqualTo(KpiUnit.MONTHS);
        assertThat(DaysSalesOutstanding.monthsOfYear().definition().unit()).isEqualTo(KpiUnit.MONTHS);
        assertThat(DaysSalesOutstanding.monthAnnualised().definition().unit()).isEqualTo(KpiUnit.DAYS);
        var january = CollectionFigures.builder()
                .closingReceivables(usd("45"))
                .sales(SalesPeriod.of(31, usd("90")))
                .build();
        assertThat(DaysSalesOutstanding.countbackOf30DayMonths(ZeroSales.COUNT)
                        .compute(january)
                        .value())
                .contains(Fraction.of(15));
        var months = CollectionFigures.builder()
                .closingReceivables(usd("100"))
                .sales(SalesPeriod.of(31, usd("20")))
                .sales(SalesPeriod.of(30, usd("0")))
                .sales(SalesPeriod.of(30, usd("60")))
                .sales(SalesPeriod.of(31, usd("30")))
                .build();
        assertThat(six(DaysSalesOutstanding.countbackInMonths(ZeroSales.COUNT).compute(months)))
                .isEqualTo("3.500000");
        KpiResult stopped =
                DaysSalesOutstanding.countbackInMonths(ZeroSales.STOP).compute(months);
        assertThat(six(stopped)).isEqualTo("2.000000");
        assertThat(notes(stopped)).containsExactly("HISTORY_EXHAUSTED");
        assertThat(DaysSalesOutstanding.countbackOf30DayMonths(ZeroSales.STOP)
                        .compute(months)
                        .value())
                .contains(Fraction.of(60));
    }

    /** Sales of -600, 450 owed, 50 past due: both are not meaningful, and neither is their difference, (450 - 400) / -600 × 28 = -2.333. */
    @Test
    void theDifferenceOfTwoResultsKeepsWhatIsNoted() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("450"))
                .overdue(usd("50"), usd("450"))
                .sales(SalesPeriod.of(28, usd("-600")))
                .build();
        KpiResult between = AverageDaysDelinquent.between(
                DaysSalesOutstanding.simple().compute(figures),
                DaysSalesOutstanding.bestPossible().compute(figures));
        assertThat(between).isEqualTo(new AverageDaysDelinquent().compute(figures));
        assertThat(six(between)).isEqualTo("-2.333333");
        assertThat(notes(between)).containsExactly("NOT_MEANINGFUL");
        assertThat(between.basis().numerator()).contains(Fraction.of(50));
    }

    /** 300 / 920 × 360 can be checked from the basis, and 600 / 3000 × 90 of a rolling formula. */
    @Test
    void theBasisHasTheDays() {
        KpiResult year = DaysSalesOutstanding.simple()
                .compute(CollectionFigures.builder()
                        .closingReceivables(usd("300"))
                        .sales(SalesPeriod.of(360, usd("920")))
                        .build());
        assertThat(year.basis().factor()).contains(Fraction.of(360));
        assertThat(DaysSalesOutstanding.rolling(3).compute(quarter()).basis().factor())
                .contains(Fraction.of(90));
        assertThat(DaysSalesOutstanding.countback().compute(quarter()).basis().factor())
                .isEmpty();
    }

    /** 450 owed; 300 sold in the first 10 days of February, 600 in January: 10 + 150 / 600 × 30 = 17.5 days, 0.583333 months. */
    @Test
    void aMonthInProgressCountsItsDays() {
        var elapsed = CollectionFigures.builder()
                .closingReceivables(usd("450"))
                .sales(SalesPeriod.of(31, usd("600")))
                .sales(SalesPeriod.of(10, usd("300")))
                .build();
        assertThat(six(DaysSalesOutstanding.countback().compute(elapsed))).isEqualTo("17.750000");
        assertThat(six(DaysSalesOutstanding.countbackOf30DayMonths(ZeroSales.COUNT)
                        .compute(elapsed)))
                .isEqualTo("17.500000");
        assertThat(six(DaysSalesOutstanding.countbackInMonths(ZeroSales.STOP).compute(elapsed)))
                .isEqualTo("0.583333");
    }

    /** countback-accountingweb-months: periods of one length are months, whatever their days: 1 + 1 + 10 / 20. */
    @Test
    void periodsOfOneLengthAreWholeMonths() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("100"))
                .sales(SalesPeriod.of(1, usd("20")))
                .sales(SalesPeriod.of(1, usd("60")))
                .sales(SalesPeriod.of(1, usd("30")))
                .build();
        assertThat(six(DaysSalesOutstanding.countbackInMonths(ZeroSales.COUNT).compute(figures)))
                .isEqualTo("2.500000");
    }

    /** 29 of 31 days have passed: as a period without dates it could be a month, from 1 March to 29 March it is not. */
    @Test
    void thePeriodTellsThatAMonthIsInProgress() {
        CollectionFigures.Builder sold =
                CollectionFigures.builder().closingReceivables(usd("1000")).sales(SalesPeriod.of(29, usd("1000")));
        assertThat(six(DaysSalesOutstanding.monthAnnualised().compute(sold.build())))
                .isEqualTo("30.416667");
        assertThat(six(DaysSalesOutstanding.countbackOf30DayMonths(ZeroSales.COUNT)
                        .compute(sold.build())))
                .isEqualTo("30.000000");
        CollectionFigures march =
                sold.period(ServicePeriod.of("2026-03-01", "2026-03-30")).build();
        assertThat(code(DaysSalesOutstanding.monthAnnualised().compute(march)))
                .isEqualTo("NOT_A_MONTH: the sales are of 29 days, not of a whole month");
        assertThat(six(DaysSalesOutstanding.countbackOf30DayMonths(ZeroSales.COUNT)
                        .compute(march)))
                .isEqualTo("29.000000");
        assertThat(six(DaysSalesOutstanding.countbackInMonths(ZeroSales.COUNT).compute(march)))
                .isEqualTo("0.966667");
    }

    @Test
    void everyFormNamesWhatIsMissing() {
        var nothing = CollectionFigures.builder().build();
        assertThat(code(DaysSalesOutstanding.rolling(1).compute(nothing)))
                .isEqualTo("MISSING_INPUT: closingReceivables is not given");
        assertThat(code(DaysSalesOutstanding.bestPossible().compute(nothing)))
                .isEqualTo("MISSING_INPUT: overdue is not given");
        var noOpening = CollectionFigures.builder()
                .closingReceivables(usd("1"))
                .sales(SalesPeriod.of(30, usd("1")))
                .build();
        for (DaysSalesOutstanding kpi : List.of(
                DaysSalesOutstanding.average(), DaysSalesOutstanding.average(2), DaysSalesOutstanding.sapClassic())) {
            assertThat(code(kpi.compute(noOpening))).isEqualTo("MISSING_INPUT: openingReceivables is not given");
        }
    }

    @Test
    void refusesNoPeriods() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaysSalesOutstanding.rolling(0))
                .withMessage("periods must be 1 or more, but was 0");
    }

    @Test
    void aNegativeBalanceIsNoted() {
        KpiResult result = DaysSalesOutstanding.average().compute(month("-100", "50", "1000", 30));
        assertThat(six(result)).isEqualTo("-0.750000");
        assertThat(notes(result)).containsExactly("NEGATIVE_RECEIVABLES");
    }

    /** A period that is split changes nothing: sales and days add up first. */
    @Property
    void rollingOverPartsIsSimpleOverTheWhole(
            @ForAll @LongRange(min = -1000, max = 1000) long owed,
            @ForAll @LongRange(min = 0, max = 1000) long first,
            @ForAll @LongRange(min = 1, max = 1000) long second) {
        var parts = CollectionFigures.builder()
                .closingReceivables(usd(Long.toString(owed)))
                .sales(SalesPeriod.of(31, usd(Long.toString(first))))
                .sales(SalesPeriod.of(28, usd(Long.toString(second))))
                .build();
        assertThat(DaysSalesOutstanding.rolling(2).compute(parts).value())
                .isEqualTo(DaysSalesOutstanding.simple()
                        .compute(month("0", Long.toString(owed), Long.toString(first + second), 59))
                        .value());
    }

    /** Of 300 and 400 at the last two month ends: 350 / 900 × 90 = 35; of one balance as rolling. */
    @Test
    void rollingOfSeveralBalancesTakesTheirMean() {
        KpiResult result = DaysSalesOutstanding.rolling(2, 3).compute(quarter());
        assertThat(result.value()).contains(Fraction.of(35));
        assertThat(result.basis().kpi()).isEqualTo("dso.rolling.3.average-2");
        assertThat(result.basis().factor()).contains(Fraction.of(90));
        assertThat(DaysSalesOutstanding.rolling(1, 3).compute(quarter()).value())
                .isEqualTo(DaysSalesOutstanding.rolling(3).compute(quarter()).value());
        assertThat(code(DaysSalesOutstanding.rolling(5, 3).compute(quarter())))
                .isEqualTo("HISTORY_TOO_SHORT: 5 balances are needed, and 4 are given");
        assertThat(code(DaysSalesOutstanding.rolling(2, 4).compute(quarter())))
                .isEqualTo("HISTORY_TOO_SHORT: 4 periods of sales are needed, and 3 are given");
        var noOpening = CollectionFigures.builder()
                .closingReceivables(usd("600"))
                .sales(SalesPeriod.of(30, usd("600")))
                .build();
        assertThat(code(DaysSalesOutstanding.rolling(2, 1).compute(noOpening)))
                .isEqualTo("MISSING_INPUT: openingReceivables is not given");
        assertThat(DaysSalesOutstanding.rolling(1, 1).compute(noOpening).value())
                .contains(Fraction.of(30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaysSalesOutstanding.rolling(0, 1))
                .withMessage("balances must be 1 or more, but was 0");
    }

    @Test
    void delinquentDaysAreOfTheBestPossibleOfThePeriod() {
        CollectionFigures.Builder figures = CollectionFigures.builder()
                .current(usd("4"), usd("10"))
                .closingReceivables(usd("10"))
                .sales(SalesPeriod.of(30, usd("10")));
        KpiResult simple = DaysSalesOutstanding.simple().compute(figures.build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AverageDaysDelinquent.between(simple, simple))
                .withMessage("bestPossible must be dso.best-possible, but was dso.simple");
        KpiResult june = DaysSalesOutstanding.bestPossible()
                .compute(figures.period(ServicePeriod.of("2026-06-01", "2026-07-01"))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AverageDaysDelinquent.between(simple, june))
                .withMessage("bestPossible must have the period of dso, none, but was [2026-06-01, 2026-07-01)");
    }

    /** 7 less 3 are 4 days, whatever is known of sales and balances; where these are not of one quotient, the difference is none. */
    @Test
    void theDifferenceOfTwoResultsIsAQuotientWhereBothAreOfOne() {
        Fraction thirty = Fraction.of(30);
        KpiResult all = result(DaysSalesOutstanding.simple())
                .numerator(Fraction.of(7))
                .denominator(thirty)
                .factor(thirty)
                .measured(Fraction.of(7));
        KpiResult same = result(DaysSalesOutstanding.bestPossible())
                .numerator(Fraction.of(3))
                .denominator(thirty)
                .factor(thirty)
                .measured(Fraction.of(3));
        assertQuotient(AverageDaysDelinquent.between(all, same), Fraction.of(4), thirty, thirty);
        KpiResult ofOtherDays = result(DaysSalesOutstanding.bestPossible())
                .numerator(Fraction.of(3))
                .denominator(thirty)
                .factor(Fraction.of(31))
                .measured(Fraction.of(3));
        assertQuotient(AverageDaysDelinquent.between(all, ofOtherDays), Fraction.of(4), thirty, null);
        KpiResult ofOtherSales = result(DaysSalesOutstanding.bestPossible())
                .numerator(Fraction.of(3))
                .denominator(Fraction.of(31))
                .measured(Fraction.of(3));
        assertQuotient(AverageDaysDelinquent.between(all, ofOtherSales), null, null, null);
        KpiResult withoutBalance =
                result(DaysSalesOutstanding.bestPossible()).denominator(thirty).measured(Fraction.of(3));
        assertQuotient(AverageDaysDelinquent.between(all, withoutBalance), null, null, null);
        KpiResult owedUnknown =
                result(DaysSalesOutstanding.simple()).denominator(thirty).measured(Fraction.of(7));
        assertQuotient(AverageDaysDelinquent.between(owedUnknown, same), null, null, null);
        KpiResult soldUnknown = result(DaysSalesOutstanding.simple()).measured(Fraction.of(7));
        KpiResult bestUnknown = result(DaysSalesOutstanding.bestPossible()).measured(Fraction.of(3));
        assertQuotient(AverageDaysDelinquent.between(soldUnknown, bestUnknown), null, null, null);
    }

    private static KpiBasis.Builder result(DaysSalesOutstanding kpi) {
        return KpiBasis.of(kpi.definition());
    }

    private static void assertQuotient(
            KpiResult result, @Nullable Fraction above, @Nullable Fraction below, @Nullable Fraction times) {
        assertThat(result.value()).contains(Fraction.of(4));
        assertThat(result.basis().numerator()).isEqualTo(Optional.ofNullable(above));
        assertThat(result.basis().denominator()).isEqualTo(Optional.ofNullable(below));
        assertThat(result.basis().factor()).isEqualTo(Optional.ofNullable(times));
    }

    /** The 28 days of February are no month in progress: 30 + 150 / 600 × 30 = 37.5; nor are ten days without any before them. */
    @Test
    void aShortMonthAndAShortHistoryAreNotInProgress() {
        var february = CollectionFigures.builder()
                .closingReceivables(usd("450"))
                .sales(SalesPeriod.of(31, usd("600")))
                .sales(SalesPeriod.of(28, usd("300")))
                .build();
        var thirty = DaysSalesOutstanding.countbackOf30DayMonths(ZeroSales.COUNT);
        assertThat(six(thirty.compute(february))).isEqualTo("37.500000");
        var tenDays = CollectionFigures.builder()
                .closingReceivables(usd("300"))
                .sales(SalesPeriod.of(10, usd("300")))
                .build();
        assertThat(six(thirty.compute(tenDays))).isEqualTo("30.000000");
    }

    /** The whole of March is a month, and so are 29 days that begin in the middle of one. */
    @Test
    void aPeriodThatIsOverIsNotInProgress() {
        CollectionFigures.Builder sold = CollectionFigures.builder().closingReceivables(usd("1200"));
        CollectionFigures march = sold.sales(SalesPeriod.of(31, usd("1000")))
                .period(ServicePeriod.of("2026-03-01", "2026-04-01"))
                .build();
        assertThat(six(DaysSalesOutstanding.monthAnnualised().compute(march))).isEqualTo("36.500000");
        CollectionFigures toTheMiddle = CollectionFigures.builder()
                .closingReceivables(usd("1200"))
                .sales(SalesPeriod.of(29, usd("1000")))
                .period(ServicePeriod.of("2026-03-16", "2026-04-14"))
                .build();
        assertThat(six(DaysSalesOutstanding.monthAnnualised().compute(toTheMiddle)))
                .isEqualTo("36.500000");
    }

    /** A month without sales is counted, and nothing is left out of it. */
    @Test
    void onlyNegativeSalesAreToldAsLeftOut() {
        var figures = CollectionFigures.builder()
                .closingReceivables(usd("100"))
                .sales(SalesPeriod.of(31, usd("100")))
                .sales(SalesPeriod.of(28, usd("0")))
                .build();
        KpiResult result = DaysSalesOutstanding.countback().compute(figures);
        assertThat(six(result)).isEqualTo("59.000000");
        assertThat(result.basis().exclusions()).isEmpty();
        assertThat(notes(result)).isEmpty();
    }

    /** Both numbers are part of the name, where there are two. */
    @Test
    void namesTellTheNumbers() {
        assertThat(DaysSalesOutstanding.rolling(3).definition().name())
                .isEqualTo("Days sales outstanding, rolling n periods, n = 3");
        assertThat(DaysSalesOutstanding.rolling(2, 3).definition().name())
                .isEqualTo("Days sales outstanding, rolling n periods, average of m balances, n = 3, m = 2");
    }

    /** The mean of three balances needs three, and has enough of three: (200 + 300 + 400) / 3 = 300 owed of 300 sold a month are 30 days; with two it has too few. */
    @Test
    void asManyBalancesAsAreAveragedAreEnough() {
        var figures = CollectionFigures.builder()
                .openingReceivables(usd("300"))
                .closingReceivables(usd("400"))
                .sales(SalesPeriod.of(30, usd("300")))
                .sales(SalesPeriod.of(30, usd("300")))
                .sales(SalesPeriod.of(30, usd("300")));
        assertThat(code(DaysSalesOutstanding.average(2).compute(figures.build())))
                .isEqualTo("HISTORY_TOO_SHORT: 3 balances are needed, and 2 are given");
        assertThat(code(DaysSalesOutstanding.sapClassic().compute(figures.build())))
                .isEqualTo("HISTORY_TOO_SHORT: 3 balances are needed, and 2 are given");
        CollectionFigures three =
                figures.earlierReceivables(List.of(usd("200"))).build();
        assertThat(DaysSalesOutstanding.average(2).compute(three).value()).contains(Fraction.of(30));
        assertThat(DaysSalesOutstanding.sapClassic().compute(three).value()).contains(Fraction.of(30));
    }

    @Test
    void delinquentDaysNameWhatIsMissing() {
        var sold = SalesPeriod.of(30, usd("100"));
        assertThat(code(new AverageDaysDelinquent()
                        .compute(CollectionFigures.builder()
                                .sales(sold)
                                .overdue(usd("1"), usd("2"))
                                .build())))
                .isEqualTo("MISSING_INPUT: closingReceivables is not given");
        assertThat(code(new AverageDaysDelinquent()
                        .compute(CollectionFigures.builder()
                                .sales(sold)
                                .closingReceivables(usd("2"))
                                .build())))
                .isEqualTo("MISSING_INPUT: overdue is not given");
    }

    /** 7 and 3 days that were kept without the sales below the line are 4 days, without a quotient. */
    @Test
    void delinquentDaysOfResultsWithoutQuotients() {
        KpiResult all = KpiBasis.of(DaysSalesOutstanding.simple().definition())
                .numerator(Fraction.of(70))
                .measured(Fraction.of(7));
        KpiResult best = KpiBasis.of(DaysSalesOutstanding.bestPossible().definition())
                .numerator(Fraction.of(30))
                .measured(Fraction.of(3));
        KpiResult between = AverageDaysDelinquent.between(all, best);
        assertThat(between.value()).contains(Fraction.of(4));
        assertThat(between.basis().numerator()).isEmpty();
        assertThat(between.basis().denominator()).isEmpty();
    }
}

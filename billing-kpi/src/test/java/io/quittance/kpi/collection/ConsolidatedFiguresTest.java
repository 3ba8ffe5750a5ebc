package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.six;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures.DaysLate;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import io.quittance.kpi.collection.ConsolidatedFigures.Book;
import io.quittance.kpi.collection.ConsolidatedFigures.Rates;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Case edge-fx-dso of conformance/kpi.json, every other figure by hand, and what is refused. */
class ConsolidatedFiguresTest {
    private static final ServicePeriod MARCH = ServicePeriod.of(YearMonth.of(2026, 3));

    /** What 1 USD was in EUR: before February, at its end, at the end of March; on average of February and of March. */
    private static final Rates RATES = new Rates(rates("0.85", "0.80", "0.90"), rates("0.95", "0.92"));

    private static List<BigDecimal> rates(String... rates) {
        return Stream.of(rates).map(BigDecimal::new).toList();
    }

    private static CollectionFigures.Builder dollars() {
        return CollectionFigures.builder()
                .period(MARCH)
                .earlierReceivables(List.of(usd("200")))
                .openingReceivables(usd("500"))
                .closingReceivables(usd("1000"))
                .sales(SalesPeriod.of(28, usd("1000")))
                .sales(SalesPeriod.of(31, usd("3000")))
                .collected(usd("2400"))
                .overdue(usd("400"), usd("1000"))
                .overNinetyDays(usd("100"))
                .overdueItems(3, 7)
                .daysLate(4, 1)
                .disputed(usd("10"), usd("3000"));
    }

    private static CollectionFigures.Builder euros() {
        return CollectionFigures.builder()
                .period(MARCH)
                .earlierReceivables(List.of(eur("100")))
                .openingReceivables(eur("300"))
                .closingReceivables(eur("500"))
                .sales(SalesPeriod.of(28, eur("500")))
                .sales(SalesPeriod.of(31, eur("1000")))
                .collected(eur("800"))
                .overdue(eur("100"), eur("500"))
                .overNinetyDays(eur("50"))
                .overdueItems(1, 2)
                .daysLate(6, 3)
                .writeOffs(eur("5"));
    }

    private static ConsolidatedFigures both(CollectionFigures.Builder dollars, CollectionFigures.Builder euros) {
        return new ConsolidatedFigures("EUR", List.of(new Book(dollars.build(), RATES), Book.of(euros.build())));
    }

    private static Amount usd(String amount) {
        return Amount.of(amount, "USD");
    }

    private static Amount eur(String amount) {
        return Amount.of(amount, "EUR");
    }

    @Test
    void balancesAtTheClosingRateAndSalesAtTheAverageRate() {
        ConsolidatedFigures figures = both(dollars(), euros());
        KpiResult all = DaysSalesOutstanding.simple().compute(figures.consolidated());
        assertThat(six(all)).isEqualTo("11.542553");
        assertThat(all.basis().numerator()).contains(Fraction.of(1400));
        assertThat(all.basis().denominator()).contains(Fraction.of(3760));
        assertThat(all.basis().currency()).contains("EUR");
        assertThat(six(DaysSalesOutstanding.simple().compute(figures.in(usd("0").getCurrency()))))
                .isEqualTo("10.333333");
        assertThat(six(DaysSalesOutstanding.simple().compute(figures.in(eur("0").getCurrency()))))
                .isEqualTo("15.500000");
    }

    /**
     * Opening 500 × 0.80 + 300 = 700, sold 3760, closing 1400, collected 2400 × 0.92 + 800 = 3008, past due 400 × 0.90 + 100 = 460, over 90 days 140: the index is 3060 / 3520, the
     * rate 3008 / 4460, and 460 of 1400 are past due, where the mean of 40 % and 20 % would be 30 %.
     */
    @Test
    void everyKpiIsComputedOfTheSums() {
        CollectionFigures all = both(dollars(), euros()).consolidated();
        assertThat(six(CollectionEffectiveness.ofPeriod().compute(all))).isEqualTo("86.931818");
        assertThat(six(CollectionRate.ofPeriod().compute(all))).isEqualTo("67.443946");
        assertThat(six(OverdueShare.byAmount().compute(all))).isEqualTo("32.857143");
        assertThat(six(AgeShare.current().compute(all))).isEqualTo("67.142857");
        assertThat(six(AgeShare.overNinetyDays().compute(all))).isEqualTo("10.000000");
        assertThat(all.period()).contains(MARCH);
        assertThat(all.overdueItems()).contains(new ShareOf<>(4L, 9L));
        assertThat(all.daysLate()).contains(new DaysLate(10, 4));
    }

    /** February: 1000 × 0.95 + 500 = 1450 sold, 200 × 0.85 + 100 = 270 owed before it. 1400 / 5210 × 59, and (270 + 700 + 1400) / 3 / 5210 × 59. */
    @Test
    void historyHasTheRatesOfItsPeriods() {
        CollectionFigures all = both(dollars(), euros()).consolidated();
        assertThat(six(DaysSalesOutstanding.rolling(2).compute(all))).isEqualTo("15.854127");
        assertThat(six(DaysSalesOutstanding.average(2).compute(all))).isEqualTo("8.946257");
    }

    /** What was disputed of euros, and written off of dollars, nobody said: the sums are not known. */
    @Test
    void whatOneBookDoesNotHaveIsNotThere() {
        CollectionFigures all = both(dollars(), euros()).consolidated();
        assertThat(all.disputed()).isEmpty();
        assertThat(code(WriteOffShare.ofSales().compute(all))).isEqualTo("MISSING_INPUT: writeOffs is not given");
        CollectionFigures.Builder onlyMarch = CollectionFigures.builder()
                .period(MARCH)
                .closingReceivables(eur("500"))
                .sales(SalesPeriod.of(31, eur("1000")));
        CollectionFigures march = both(dollars(), onlyMarch).consolidated();
        assertThat(march.sales()).containsExactly(SalesPeriod.of(31, eur("3760")));
        assertThat(march.earlierReceivables()).isEmpty();
        assertThat(march.daysLate()).isEmpty();
        assertThat(march.overdueItems()).isEmpty();
    }

    /** 1000 USD that are open are 900 EUR behind the 1400. */
    @Test
    void itemsAreThoseOfAllBooks() {
        CollectionFigures.Builder dollars = owed(usd("1000")).items(items("R-1", usd("400"), usd("600")));
        CollectionFigures all = both(dollars, owed(eur("500")).items(items("R-8", eur("100"), eur("400"))))
                .consolidated();
        assertThat(all.items().orElseThrow().open())
                .containsExactly(
                        new FigureItems.Open("R-1", eur("360"), 95),
                        new FigureItems.Open("R-1b", eur("540"), 0),
                        new FigureItems.Open("R-8", eur("100"), 95),
                        new FigureItems.Open("R-8b", eur("400"), 0));
        assertThat(both(dollars, owed(eur("500"))).consolidated().items()).isEmpty();
        assertThat(both(owed(usd("1000")), owed(eur("500")).items(items("R-8", eur("100"), eur("400"))))
                        .consolidated()
                        .items())
                .isEmpty();
    }

    /** 500 USD of R-1 at 0.80 when the period began; of the euros, nobody says whose they were. */
    @Test
    void whatWasOwedIsTranslatedAtTheRateOfThen() {
        CollectionFigures.Builder dollars =
                owed(usd("0")).openingReceivables(usd("500")).items(opening("R-1", usd("500")));
        CollectionFigures.Builder euros =
                owed(eur("0")).openingReceivables(eur("300")).items(opening("R-8", eur("300")));
        assertThat(both(dollars, euros).consolidated().items().orElseThrow().openingReceivables())
                .containsExactly(new FigureItems.Item("R-1", eur("400")), new FigureItems.Item("R-8", eur("300")));
        CollectionFigures.Builder unknown =
                owed(eur("0")).openingReceivables(eur("300")).items(NONE);
        assertThat(both(dollars, unknown).consolidated().items().orElseThrow().openingReceivables())
                .isEmpty();
        CollectionFigures.Builder unknownDollars =
                owed(usd("0")).openingReceivables(usd("500")).items(NONE);
        assertThat(both(unknownDollars, euros)
                        .consolidated()
                        .items()
                        .orElseThrow()
                        .openingReceivables())
                .isEmpty();
    }

    /** 200 USD that were collected of R-1 are 184 EUR; of the 100 EUR it is known that they were of R-8, not known, or nothing was collected. */
    @Test
    void whatWasCollectedIsTranslatedAtTheAverageRate() {
        CollectionFigures.Builder dollars = owed(usd("0")).collected(usd("200")).items(collected("R-1", usd("200")));
        CollectionFigures.Builder euros = owed(eur("0")).collected(eur("100")).items(collected("R-8", eur("100")));
        assertThat(both(dollars, euros).consolidated().items().orElseThrow().collected())
                .containsExactly(new FigureItems.Item("R-1", eur("184")), new FigureItems.Item("R-8", eur("100")));
        CollectionFigures.Builder unknown = owed(eur("0")).collected(eur("100")).items(NONE);
        assertThat(both(dollars, unknown).consolidated().items().orElseThrow().collected())
                .isEmpty();
        CollectionFigures.Builder nothing = owed(eur("0")).collected(eur("0")).items(NONE);
        assertThat(both(dollars, nothing).consolidated().items().orElseThrow().collected())
                .containsExactly(new FigureItems.Item("R-1", eur("184")));
    }

    private static FigureItems collected(String id, Amount amount) {
        return FigureItems.builder()
                .collected(List.of(new FigureItems.Item(id, amount)))
                .build();
    }

    private static final FigureItems NONE = FigureItems.builder().build();

    private static FigureItems opening(String id, Amount amount) {
        return FigureItems.builder()
                .openingReceivables(List.of(new FigureItems.Item(id, amount)))
                .build();
    }

    private static CollectionFigures.Builder owed(Amount amount) {
        return CollectionFigures.builder().closingReceivables(amount);
    }

    private static FigureItems items(String id, Amount late, Amount current) {
        return FigureItems.builder()
                .open(List.of(new FigureItems.Open(id, late, 95), new FigureItems.Open(id + "b", current, 0)))
                .build();
    }

    @Test
    void refusesRatesAndCurrenciesThatCannotBe() {
        CollectionFigures dollars = dollars().build();
        assertRefused(
                "rates must be 1 for EUR, but was 1.1",
                new Book(euros().build(), Rates.of(one(), one(), new BigDecimal("1.1"))));
        assertRefused(
                "rates must be 1 for EUR, but was 1.2",
                new Book(euros().build(), Rates.of(one(), new BigDecimal("1.2"), one())));
        assertRefused(
                "books must be one for each currency, but was USD", new Book(dollars, RATES), new Book(dollars, RATES));
        assertRefused(
                "closing must have a rate for each of 3 in USD, but was 2",
                new Book(dollars, new Rates(rates("0.8", "0.9"), rates("0.95", "0.92"))));
        assertRefused(
                "average must have a rate for each of 2 in USD, but was 1",
                new Book(dollars, new Rates(rates("0.8", "0.9", "1"), rates("0.92"))));
        CollectionFigures opening =
                CollectionFigures.builder().openingReceivables(usd("1")).build();
        assertRefused(
                "closing must have a rate for each of 2 in USD, but was 1",
                new Book(opening, new Rates(rates("0.9"), rates("0.9"))));
        assertThat(new ConsolidatedFigures(
                                "EUR", List.of(new Book(opening, new Rates(rates("0.8", "0.9"), rates("0.9")))))
                        .consolidated()
                        .openingReceivables())
                .contains(eur("0.8"));
        assertRefused(
                "average must have a rate for each of 1 in USD, but was 0",
                new Book(opening, new Rates(rates("0.9", "0.9"), List.of())));
        assertRefused("books must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.of(one(), one(), BigDecimal.ZERO))
                .withMessage("closing must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.of(one(), BigDecimal.ZERO, one()))
                .withMessage("average must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Book.of(CollectionFigures.builder().period(MARCH).build()))
                .withMessage("figures must have an amount, but was figures of [2026-03-01, 2026-04-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> both(dollars(), euros()).in(Amount.of("1", "CHF").getCurrency()))
                .withMessage("unit must be a currency of the figures, but was CHF");
    }

    @Test
    void refusesBooksOfOtherPeriods() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both(dollars(), euros().period(ServicePeriod.of(YearMonth.of(2026, 4))))
                        .consolidated())
                .withMessage("books must be of one period, [2026-03-01, 2026-04-01), but was [2026-04-01, 2026-05-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both(dollars(), CollectionFigures.builder().billed(eur("1")))
                        .consolidated())
                .withMessage("books must be of one period, [2026-03-01, 2026-04-01), but was none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both(dollars(), euros().sales(SalesPeriod.of(30, eur("1"))))
                        .consolidated())
                .withMessage("books must have sales of 28 days, but was 31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both(
                                owed(usd("1000")).items(items("R-1", usd("400"), usd("600"))),
                                owed(eur("500")).items(items("R-1", eur("100"), eur("400"))))
                        .consolidated())
                .withMessage("open must have each id once, but was R-1");
    }

    private static void assertRefused(String message, Book... books) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsolidatedFigures("EUR", List.of(books)))
                .withMessage(message);
    }

    private static BigDecimal one() {
        return BigDecimal.ONE;
    }

    /** 1000.55 × 0.01103509159126021 = 11.041160891635 ... 4031155, to more places than a number from outside may have; 18 by 18 places are 36. */
    @Test
    void takesRatesOfManyPlaces() {
        var rate = new BigDecimal("0.01103509159126021");
        CollectionFigures rupees = CollectionFigures.builder()
                .closingReceivables(Amount.of("1000.55", "INR"))
                .collected(Amount.of("0.000000000000000001", "INR"))
                .sales(SalesPeriod.of(31, Amount.of("1000.55", "INR")))
                .build();
        CollectionFigures all = new ConsolidatedFigures(
                        "EUR", List.of(new Book(rupees, new Rates(List.of(rate), List.of(rate)))))
                .consolidated();
        assertThat(all.closingReceivables().orElseThrow().toBigDecimal())
                .isEqualByComparingTo(rate.multiply(new BigDecimal("1000.55")));
        assertThat(all.collected().orElseThrow().toBigDecimal())
                .isEqualByComparingTo("0.00000000000000000001103509159126021");
        assertThat(DaysSalesOutstanding.simple().compute(all).value()).contains(Fraction.of(31));
    }

    /** Of two balances before, the older has the older rate: 100 × 0.70 and 200 × 0.85. */
    @Test
    void eachEarlierBalanceHasItsRate() {
        CollectionFigures.Builder longer =
                dollars().earlierReceivables(List.of(usd("100"), usd("200"))).sales(SalesPeriod.of(31, usd("3000")));
        Rates rates = new Rates(rates("0.70", "0.85", "0.80", "0.90"), rates("0.94", "0.95", "0.92"));
        assertThat(new ConsolidatedFigures("EUR", List.of(new Book(longer.build(), rates)))
                        .consolidated()
                        .earlierReceivables())
                .containsExactly(eur("70"), eur("170"));
    }

    /** Nobody said how late the dollars were: nor is it known of both. */
    @Test
    void daysLateAreThoseOfBothOrNone() {
        CollectionFigures one =
                CollectionFigures.builder().collected(eur("1")).daysLate(6, 3).build();
        CollectionFigures other =
                CollectionFigures.builder().collected(eur("1")).build();
        assertThat(one.plus(one).daysLate()).contains(new DaysLate(12, 6));
        assertThat(one.plus(other).daysLate()).isEmpty();
        assertThat(other.plus(one).daysLate()).isEmpty();
    }
}

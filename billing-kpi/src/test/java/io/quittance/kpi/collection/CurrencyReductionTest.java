package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.six;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Reduction;
import io.quittance.kpi.collection.ConsolidatedFigures.Book;
import io.quittance.kpi.collection.ConsolidatedFigures.Rates;
import io.quittance.kpi.collection.CurrencyReduction.Books;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What of a reduction is by balances, and what by rates of exchange: the two are all of it. */
class CurrencyReductionTest {

    private static Book book(String currency, String owed, String late, String rate) {
        Rates rates = new Rates(List.of(new BigDecimal(rate)), List.of(new BigDecimal(rate)));
        return new Book(
                CollectionFigures.builder()
                        .period(ServicePeriod.of(YearMonth.of(2026, 3)))
                        .closingReceivables(Amount.of(owed, currency))
                        .overdue(Amount.of(late, currency), Amount.of(owed, currency))
                        .build(),
                rates);
    }

    private static ConsolidatedFigures euros(Book... books) {
        return new ConsolidatedFigures("EUR", List.of(books));
    }

    /** 1000 USD at 0.90 and 100 EUR are 1000 EUR; 800 USD at 1.00 and 90 EUR are 890: 11 % less, of which 19 % are 180 + 10 EUR that are owed no more, and −8 % are 800 × 0.10 EUR. */
    @Test
    void ratesAreShownApartFromBalances() {
        var books = new Books(
                euros(book("USD", "1000", "500", "0.90"), book("EUR", "100", "100", "1")),
                euros(book("EUR", "90", "20", "1"), book("USD", "800", "400", "1.00")));
        KpiResult byBalances = CurrencyReduction.ofReceivablesByBalances().compute(books);
        assertThat(byBalances.value()).contains(Fraction.of(19));
        assertThat(byBalances.basis().items()).containsExactly(item("EUR", 10, 100), item("USD", 180, 900));
        assertThat(byBalances.basis().currency()).contains("EUR");
        assertThat(byBalances.basis().period()).contains(ServicePeriod.of(YearMonth.of(2026, 3)));
        KpiResult byRates = CurrencyReduction.ofReceivablesByRates().compute(books);
        assertThat(byRates.value()).contains(Fraction.of(-8));
        assertThat(byRates.basis().items()).containsExactly(item("EUR", 0, 100), item("USD", -80, 900));
        // 500 × 0.90 + 100 = 550; (500 − 400) × 0.90 + 80 = 170; 400 × −0.10 = −40
        assertThat(six(CurrencyReduction.ofOverdueByBalances().compute(books))).isEqualTo("30.909091");
        assertThat(six(CurrencyReduction.ofOverdueByRates().compute(books))).isEqualTo("-7.272727");
    }

    private static KpiItem item(String currency, long part, long base) {
        return new KpiItem(currency, Fraction.of(part), Fraction.of(base));
    }

    /** 100 USD at 0.50 that are paid are 50 EUR of balances, and 40 CHF at 0.25 that are new are −10: of 150 EUR, 26.666667 %. */
    @Test
    void aCurrencyOfOneSideChangedByItsBalance() {
        var books = new Books(
                euros(book("USD", "100", "0", "0.50"), book("EUR", "100", "0", "1")),
                euros(book("CHF", "40", "0", "0.25"), book("EUR", "100", "0", "1")));
        assertThat(six(CurrencyReduction.ofReceivablesByBalances().compute(books)))
                .isEqualTo("26.666667");
        assertThat(CurrencyReduction.ofReceivablesByRates().compute(books).value())
                .contains(Fraction.ZERO);
    }

    @Property
    void bothAddUpToTheReduction(
            @ForAll @IntRange(max = 9999) int was,
            @ForAll @IntRange(max = 9999) int is,
            @ForAll @IntRange(min = 1, max = 999) int rateThen,
            @ForAll @IntRange(min = 1, max = 999) int rateNow) {
        ConsolidatedFigures base =
                euros(book("USD", "" + was, "" + was, thousandths(rateThen)), book("EUR", "10", "7", "1"));
        ConsolidatedFigures now =
                euros(book("USD", "" + is, "" + is, thousandths(rateNow)), book("EUR", "8", "8", "1"));
        var books = new Books(base, now);
        assertThat(sum(CurrencyReduction.ofReceivablesByBalances(), CurrencyReduction.ofReceivablesByRates(), books))
                .isEqualTo(reduction(OutstandingReceivables.net(), books));
        assertThat(sum(CurrencyReduction.ofOverdueByBalances(), CurrencyReduction.ofOverdueByRates(), books))
                .isEqualTo(reduction(OutstandingReceivables.overdue(), books));
    }

    private static String thousandths(int rate) {
        return BigDecimal.valueOf(rate, 3).toPlainString();
    }

    private static Fraction sum(CurrencyReduction one, CurrencyReduction other, Books books) {
        return Stream.of(one, other)
                .map(kpi -> kpi.compute(books).value().orElseThrow())
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Fraction reduction(OutstandingReceivables kpi, Books books) {
        return Reduction.of(kpi.definition())
                .compute(new Reduction.Results(
                        kpi.compute(books.base().consolidated()),
                        kpi.compute(books.now().consolidated())))
                .value()
                .orElseThrow();
    }

    @Test
    void hasNoneOfNothing() {
        ConsolidatedFigures nothing = euros(book("USD", "0", "0", "0.90"));
        assertThat(code(CurrencyReduction.ofReceivablesByRates().compute(new Books(nothing, nothing))))
                .isEqualTo("BASE_ZERO: base is 0");
        ConsolidatedFigures billed = euros(Book.of(
                CollectionFigures.builder().billed(Amount.of("1", "EUR")).build()));
        assertThat(code(CurrencyReduction.ofReceivablesByBalances().compute(new Books(nothing, billed))))
                .isEqualTo("MISSING_INPUT: closingReceivables is not given");
        assertThat(code(CurrencyReduction.ofOverdueByRates().compute(new Books(billed, nothing))))
                .isEqualTo("MISSING_INPUT: overdue is not given");
    }

    @Test
    void saysWhatItIs() {
        assertThat(Stream.of(
                                CurrencyReduction.ofReceivablesByBalances(),
                                CurrencyReduction.ofReceivablesByRates(),
                                CurrencyReduction.ofOverdueByBalances(),
                                CurrencyReduction.ofOverdueByRates())
                        .map(kpi -> kpi + " " + kpi.definition().direction()))
                .containsExactly(
                        "receivables.reduction.by-balances " + Direction.HIGHER,
                        "receivables.reduction.by-rates " + Direction.INFORMATIONAL,
                        "overdue.reduction.by-balances " + Direction.HIGHER,
                        "overdue.reduction.by-rates " + Direction.INFORMATIONAL);
        assertThat(CurrencyReduction.ofOverdueByRates())
                .isEqualTo(CurrencyReduction.ofOverdueByRates())
                .isNotEqualTo(CurrencyReduction.ofReceivablesByRates());
    }

    @Test
    void comparesBooksInOneCurrency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Books(
                        euros(book("EUR", "1", "0", "1")),
                        new ConsolidatedFigures("USD", List.of(book("USD", "1", "0", "1")))))
                .withMessage("now must be in EUR, as base is, but was USD");
    }
}

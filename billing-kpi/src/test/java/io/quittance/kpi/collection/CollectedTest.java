package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.six;
import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collection effectiveness, gross and net collection rate; case ids of conformance/kpi.json. */
class CollectedTest {

    private static CollectionFigures.Builder figures(String opening, String sold, String closing, String current) {
        return CollectionFigures.builder()
                .openingReceivables(usd(opening))
                .closingReceivables(usd(closing))
                .current(usd(current), usd(closing))
                .sales(SalesPeriod.of(30, usd(sold)));
    }

    /** cei-gaviti, cei-calculatorshub-row2 and -row3-wrong, ibm-cei-2012-02, -2013-06 and -2013-12. */
    @ParameterizedTest
    @CsvSource({
        "100000, 1000000, 120000, 100000, 98.000000",
        "30000, 150000, 50000, 30000, 86.666667",
        "100000, 300000, 120000, 70000, 84.848485",
        "4893.59, 5929.06, 6015.31, 5089.59, 83.852951",
        "6918.35, 5849.59, 5119.85, 4284.29, 90.150937",
        "4788.88, 436.04, 761.90, 206.25, 88.928342"
    })
    void effectivenessIsWhatWasCollectedOfWhatCouldBe(
            String opening, String sold, String closing, String current, String expected) {
        assertThat(six(CollectionEffectiveness.ofPeriod()
                        .compute(figures(opening, sold, closing, current).build())))
                .isEqualTo(expected);
    }

    /** cei-creditguru-monthly-average, and the same with the whole sales (kpi.md, section 7). */
    @Test
    void effectivenessDiffersByTheDivisor() {
        CollectionFigures quarter = figures("6200", "10890", "6340", "3590").build();
        KpiResult third = CollectionEffectiveness.ofAverageSales(3).compute(quarter);
        assertThat(six(third)).isEqualTo("55.929487");
        assertThat(third.basis().kpi()).isEqualTo("cei.average-sales.3");
        assertThat(six(CollectionEffectiveness.ofPeriod().compute(quarter))).isEqualTo("79.629630");
        assertThat(CollectionEffectiveness.ofAverageSales(1)).isEqualTo(CollectionEffectiveness.ofPeriod());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionEffectiveness.ofAverageSales(0))
                .withMessage("periods must be 1 or more, but was 0");
    }

    /** 980000 less 10000 written off, of 1000000. */
    @Test
    void whatWasWrittenOffWasNotCollected() {
        CollectionFigures.Builder figures = figures("100000", "1000000", "120000", "100000");
        assertThat(six(CollectionEffectiveness.withoutWriteOffs()
                        .compute(figures.writeOffs(usd("10000")).build())))
                .isEqualTo("97.000000");
        assertThat(code(CollectionEffectiveness.withoutWriteOffs()
                        .compute(figures("1", "1", "1", "1").build())))
                .isEqualTo("MISSING_INPUT: writeOffs is not given");
    }

    @Test
    void effectivenessIsUndefinedWhereAllIsCurrent() {
        assertThat(code(CollectionEffectiveness.ofPeriod()
                        .compute(figures("0", "100", "100", "100").build())))
                .isEqualTo("NOTHING_COLLECTABLE: there was nothing to collect in the period");
    }

    /** gross-collection-180k, and 55.555556 as the case has it. */
    @Test
    void grossIsCollectedOfBilled() {
        var figures = CollectionFigures.builder().collected(usd("100000")).billed(usd("180000"));
        assertThat(six(CollectionRate.gross().compute(figures.build()))).isEqualTo("55.555556");
        assertThat(code(CollectionRate.gross().compute(figures.billed(usd("0")).build())))
                .isEqualTo("NO_INVOICES: nothing was invoiced in the period");
        assertThat(code(CollectionRate.gross()
                        .compute(CollectionFigures.builder().build())))
                .isEqualTo("MISSING_INPUT: collected is not given");
    }

    @Test
    void netTakesRefundsAndCreditNotesOff() {
        var figures = CollectionFigures.builder()
                .collected(usd("900"))
                .refunds(usd("30"))
                .billed(usd("1200"))
                .creditNotes(usd("200"));
        assertThat(six(CollectionRate.net().compute(figures.build()))).isEqualTo("87.000000");
        for (String credited : List.of("1200", "1300")) {
            assertThat(code(CollectionRate.net()
                            .compute(figures.creditNotes(usd(credited)).build())))
                    .isEqualTo("NO_INVOICES: invoices less credit notes of the period are 0 or less");
        }
    }

    /** (900 − 30) / (1000 + 1000) × 100 = 43.5; without refunds it is 45. */
    @Test
    void refundsWereNotCollected() {
        var figures = CollectionFigures.builder()
                .collected(usd("900"))
                .openingReceivables(usd("1000"))
                .sales(SalesPeriod.of(31, usd("1000")));
        assertThat(six(CollectionRate.ofPeriod().compute(figures.build()))).isEqualTo("45.000000");
        assertThat(six(CollectionRate.ofPeriod()
                        .compute(figures.refunds(usd("30")).build())))
                .isEqualTo("43.500000");
    }

    /** 1000 open, of which 200 past due, and 300 on account: both formulas mix the views, and say so. */
    @Test
    void noteThatNetAndGrossAreMixed() {
        var figures = CollectionFigures.builder()
                .openingReceivables(usd("400"))
                .closingReceivables(usd("700"))
                .overdue(usd("200"), usd("1000"))
                .sales(SalesPeriod.of(28, usd("1000")));
        KpiResult mixed = CollectionEffectiveness.ofPeriod().compute(figures.build());
        assertThat(six(mixed)).isEqualTo("116.666667");
        assertThat(mixed.basis().notes()).containsExactly("NET_AND_GROSS");
        assertThat(new AverageDaysDelinquent().compute(figures.build()).basis().notes())
                .containsExactly("NET_AND_GROSS");
        CollectionFigures one = figures.closingReceivables(usd("1000.00")).build();
        assertThat(CollectionEffectiveness.ofPeriod().compute(one).basis().notes())
                .isEmpty();
        assertThat(new AverageDaysDelinquent().compute(one).basis().notes()).isEmpty();
    }

    @Test
    void refusesNegativeKinds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder().recoveries(usd("-1")))
                .withMessageContaining("recoveries must not be negative");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> CollectionFigures.builder()
                        .closingReceivables(usd("1"))
                        .earlierReceivables(List.of(Amount.of("1", "EUR")))
                        .build());
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> CollectionFigures.builder()
                        .billed(usd("1"))
                        .unappliedCash(Amount.of("1", "EUR"), Amount.of("1", "EUR"))
                        .build());
    }

    /** What changes the formula is part of the id. */
    @Test
    void idsTellTheDivisor() {
        assertThat(CollectionEffectiveness.ofPeriod().id()).isEqualTo("cei");
        assertThat(CollectionEffectiveness.ofAverageSales(1).id()).isEqualTo("cei");
        assertThat(CollectionEffectiveness.withoutWriteOffs().id()).isEqualTo("cei.without-write-offs");
    }

    /** Credit notes of as much as was invoiced, or more: the basis has both amounts, and nothing was multiplied. */
    @Test
    void withoutInvoicesTheNetRateIsNoQuotient() {
        for (String credited : List.of("200", "201")) {
            KpiBasis basis = CollectionRate.net()
                    .compute(CollectionFigures.builder()
                            .collected(usd("90"))
                            .refunds(usd("30"))
                            .billed(usd("200"))
                            .creditNotes(usd(credited))
                            .build())
                    .basis();
            assertThat(basis.numerator()).contains(Fraction.of(60));
            assertThat(basis.denominator()).isPresent();
            assertThat(basis.factor()).isEmpty();
        }
    }
}

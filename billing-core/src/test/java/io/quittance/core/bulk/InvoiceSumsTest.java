package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceSumsTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final TaxTreatment STANDARD = TaxTreatment.standard("19");
    private static final TaxTreatment REDUCED = TaxTreatment.standard("7");
    private static final TaxTreatment REVERSE = TaxTreatment.reverseCharge();
    private static final InvoiceSums SUMS = InvoiceSums.of(EUR, CENTS, CENTS, List.of(STANDARD, REDUCED, REVERSE));

    private static PricedLine line(String quantity, String price, String allowance, TaxTreatment treatment) {
        return new PricedLine(new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(allowance), treatment);
    }

    private static List<String> text(InvoiceSum sum) {
        var text = new ArrayList<>(List.of(
                sum.withoutTax().toString(), sum.tax().toString(), sum.withTax().toString()));
        sum.subtotals().forEach(tax -> text.add(tax.treatment() + " of " + tax.taxable() + ": " + tax.tax()));
        return text;
    }

    /** docs/invoices.md: 185.00 + 100.01 at 19 % are 54.1519, 29.97 at 7 % are 2.0979. */
    @Test
    void addsUpInTheOrderOfEn16931() {
        InvoiceSum sum = SUMS.sum(List.of(
                line("10", "20.00", "15.00", STANDARD),
                line("3", "9.99", "0", REDUCED),
                line("1", "100.01", "0", STANDARD)));
        assertThat(text(sum))
                .containsExactly(
                        "EUR 314.98",
                        "EUR 56.25",
                        "EUR 371.23",
                        "S 19% of EUR 285.01: EUR 54.15",
                        "S 7% of EUR 29.97: EUR 2.10");
    }

    /** The same in columns: thousandths, ten-thousandths, cents. */
    @Test
    void addsColumnsUp() {
        InvoiceBatch batch = InvoiceBatch.of(
                new int[] {3, 4},
                new long[] {10_000, 3_000, 1_000, -2_000},
                3,
                new long[] {200_000, 99_900, 1_000_100, 3_350},
                4,
                new long[] {1500, 0, 0, 0},
                new int[] {0, 1, 0, 2});
        SumColumns sums = SUMS.columns(batch);
        assertThat(sums.scale()).isEqualTo(2);
        assertThat(sums.withoutTax(0)).isEqualTo(31498);
        assertThat(sums.tax(0)).isEqualTo(5625);
        assertThat(sums.withTax(0)).isEqualTo(37123);
        assertThat(sums.firstSubtotal(0)).isZero();
        assertThat(sums.endOfSubtotals(0)).isEqualTo(2);
        assertThat(sums.subtotalTreatment(0)).isZero();
        assertThat(sums.subtotalTaxable(0)).isEqualTo(28501);
        assertThat(sums.subtotalTax(0)).isEqualTo(5415);
        assertThat(sums.subtotalTreatment(1)).isOne();
        assertThat(sums.subtotalTax(1)).isEqualTo(210);
        // two come back at 0.335, in reverse charge
        assertThat(sums.firstSubtotal(1)).isEqualTo(2);
        assertThat(sums.subtotalTreatment(2)).isEqualTo(2);
        assertThat(sums.withTax(1)).isEqualTo(-67);
        assertThat(sums).hasToString("sums of documents 0 to 2");
        assertThat(batch).hasToString("documents 0 to 2");
        assertThat(batch.quantityScale()).isEqualTo(3);
        assertThat(batch.priceScale()).isEqualTo(4);
    }

    /** Three lines of 0.10 at 19 % bear 0.06, not three times 0.02 (TaxPerGroup). */
    @Test
    void roundsTheTaxOnceForATreatment() {
        InvoiceSum sum = SUMS.sum(List.of(
                line("1", "0.10", "0", STANDARD), line("1", "0.10", "0", STANDARD), line("1", "0.10", "0", STANDARD)));
        assertThat(sum.tax()).hasToString("EUR 0.06");
    }

    /** 0.335 × 3 = 1.005; 5.5 % of 1.01 = 0.05555. */
    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "HALF_UP, 1.01, 0.06",
        "UP, 1.01, 0.06",
        "CEILING, 1.01, 0.06",
        "DOWN, 1.00, 0.05",
        "FLOOR, 1.00, 0.05",
        "HALF_DOWN, 1.00, 0.05",
        "HALF_EVEN, 1.00, 0.06"
    })
    void roundsByAnyMode(RoundingMode mode, String withoutTax, String tax) {
        TaxTreatment reduced = TaxTreatment.standard("5.5");
        Rounding rounding = Rounding.of(2, mode);
        InvoiceSum sum = InvoiceSums.of(EUR, rounding, rounding, List.of(reduced))
                .sum(List.of(PricedLine.of(new BigDecimal("3"), new BigDecimal("0.335"), reduced)));
        assertThat(sum.withoutTax()).hasToString("EUR " + withoutTax);
        assertThat(sum.tax()).hasToString("EUR " + tax);
    }

    /** Lines in whole euros, taxes in tenths: 1.5 × 9.50 = 14.25, so 14; 19 % of 14 = 2.66, so 2.7. */
    @Test
    void roundsToCoarserThanTheMinorUnit() {
        InvoiceSums coarse = InvoiceSums.of(EUR, Rounding.halfUp(0), Rounding.halfUp(1), List.of(STANDARD));
        InvoiceSum sum = coarse.sum(List.of(line("1.5", "9.50", "0", STANDARD)));
        assertThat(sum.withTax()).hasToString("EUR 16.70");
        SumColumns columns = coarse.columns(
                InvoiceBatch.of(new int[] {1}, new long[] {15}, 1, new long[] {950}, 2, new long[] {0}, new int[] {0}));
        assertThat(columns.withTax(0)).isEqualTo(1670);
    }

    /** 1500 yen at 10 % are 150; of 0.4 yen nothing is left. */
    @Test
    void aCurrencyMayHaveNoDecimals() {
        CurrencyUnit yen = Monetary.getCurrency("JPY");
        TaxTreatment ten = TaxTreatment.standard("10");
        InvoiceSum sum = InvoiceSums.of(yen, Rounding.halfUp(0), Rounding.halfUp(0), List.of(ten))
                .sum(List.of(line("3", "500", "0", ten), line("1", "0.4", "0", ten)));
        assertThat(text(sum)).containsExactly("JPY 1500", "JPY 150", "JPY 1650", "S 10% of JPY 1500: JPY 150");
    }

    /** Reasons do not make another group; a jurisdiction does. */
    @Test
    void findsATreatmentByAllButItsReasons() {
        TaxTreatment newYork = STANDARD.in("US-NY");
        InvoiceSums sums = InvoiceSums.of(EUR, CENTS, CENTS, List.of(STANDARD, REVERSE, newYork));
        InvoiceSum sum = sums.sum(List.of(
                line("1", "1", "0", TaxTreatment.of(TaxCategory.REVERSE_CHARGE, TaxRate.of("0.0"))),
                line("1", "2", "0", REVERSE.because("article 196")),
                line("1", "4", "0", TaxTreatment.standard("19.00").in("US-NY")),
                line("1", "8", "0", TaxTreatment.standard("19.00"))));
        assertThat(sum.subtotals())
                .extracting(TaxSum::treatment)
                .containsExactly(STANDARD, REVERSE.withoutReason(), newYork);
        assertThat(sum.subtotals().get(1).taxable()).hasToString("EUR 3.00");
        assertThat(sums.ordinal(REVERSE.because("article 196"))).isOne();
        assertThat(sums.treatments()).containsExactly(STANDARD, REVERSE.withoutReason(), newYork);
    }

    /** More treatments than are expected at first. */
    @Test
    void aDocumentMayHaveManyTreatments() {
        var treatments = new ArrayList<TaxTreatment>();
        var lines = new ArrayList<PricedLine>();
        for (int percent = 1; percent <= 30; percent++) {
            TaxTreatment treatment = TaxTreatment.standard(Integer.toString(percent));
            treatments.add(treatment);
            lines.add(line("1", "100", "0", treatment));
        }
        Collections.reverse(lines);
        InvoiceSum sum = InvoiceSums.of(EUR, CENTS, CENTS, treatments).sum(lines);
        assertThat(sum.subtotals())
                .extracting(tax -> tax.tax().toBigDecimal().intValueExact())
                .startsWith(1, 2)
                .endsWith(29, 30)
                .hasSize(30);
        assertThat(sum.tax()).hasToString("EUR 465.00");
        var ones = new long[30];
        Arrays.fill(ones, 1);
        SumColumns columns = InvoiceSums.of(EUR, CENTS, CENTS, treatments)
                .columns(InvoiceBatch.of(
                        new int[] {10, 30},
                        ones,
                        0,
                        LongStream.range(0, 30).map(row -> 100).toArray(),
                        0,
                        new long[30],
                        IntStream.range(0, 30).map(row -> 29 - row).toArray()));
        // 21 to 30 % and 1 to 20 % of 100.00 each
        assertThat(columns.tax(0)).isEqualTo(25500);
        assertThat(columns.tax(1)).isEqualTo(21000);
        assertThat(columns.subtotalTreatment(columns.firstSubtotal(1))).isZero();
        assertThat(columns.endOfSubtotals(1)).isEqualTo(30);
    }

    /** Unusual documents among usual ones: what is taken back, what is large, and charges. */
    @Test
    void manyDocumentsInColumnsAreThoseInObjects() {
        int count = 1_500;
        var ends = new int[count];
        var documents = new ArrayList<List<PricedLine>>();
        var quantities = new long[2 * count];
        var prices = new long[2 * count];
        var allowances = new long[2 * count];
        var treatments = new int[2 * count];
        for (int i = 0; i < count; i++) {
            var lines = new ArrayList<PricedLine>();
            for (int row = 2 * i; row < 2 * i + 2; row++) {
                quantities[row] = i % 50 == 7 ? -row : 3L * row;
                prices[row] = i % 90 == 11 ? 9_000_000_000_000_000_000L : 777;
                allowances[row] = i % 70 == 13 ? -5 : i % 3;
                treatments[row] = row % 5 % 3;
                lines.add(new PricedLine(
                        BigDecimal.valueOf(quantities[row], 3),
                        BigDecimal.valueOf(prices[row], 6),
                        BigDecimal.valueOf(allowances[row], 2),
                        SUMS.treatments().get(treatments[row])));
            }
            documents.add(lines);
            ends[i] = 2 * i + 2;
        }
        SumColumns columns = SUMS.columns(InvoiceBatch.of(ends, quantities, 3, prices, 6, allowances, treatments));
        var sums = new ArrayList<InvoiceSum>();
        SUMS.forEach(documents, sums::add);
        for (int i = 0; i < count; i++) {
            InvoiceSum sum = sums.get(i);
            assertThat(sum).isEqualTo(SUMS.sum(documents.get(i)));
            assertThat(columns.withoutTax(i)).isEqualTo(sum.withoutTax().toUnscaledLong(2));
            assertThat(columns.tax(i)).isEqualTo(sum.tax().toUnscaledLong(2));
            assertThat(columns.endOfSubtotals(i) - columns.firstSubtotal(i))
                    .isEqualTo(sum.subtotals().size());
        }
    }

    /** What does not fit in a long: 10^18 × 1000.00 − 10^18 × 999.99 = 10^16; the tax of 10^20 at 19 % is 1.9 × 10^19. */
    @Test
    void numbersOfAnySizeAreExact() {
        InvoiceSum sum = SUMS.sum(List.of(
                line("1000000000000000000", "1000.00", "0", STANDARD),
                line("-1000000000000000000", "999.99", "0", STANDARD)));
        assertThat(sum.withTax()).hasToString("EUR 11900000000000000.00");
        assertThat(SUMS.sum(List.of(line("1E+20", "1", "-0.01", STANDARD))).withTax())
                .hasToString("EUR 119000000000000000000.01");
        SumColumns columns = SUMS.columns(InvoiceBatch.of(
                new int[] {2, 3},
                new long[] {1_000_000_000_000_000_000L, -1_000_000_000_000_000_000L, 1},
                0,
                new long[] {100_000, 99_999, 100},
                2,
                new long[] {0, 0, 0},
                new int[] {0, 0, 1}));
        assertThat(columns.withTax(0)).isEqualTo(1_190_000_000_000_000_000L);
        assertThat(columns.withTax(1)).isEqualTo(107);
    }

    /** Subtotals of 9 × 10^18 and of as much less: each fits, their sizes together do not, their sum does. */
    @Test
    void subtotalsMayTakeEachOtherBack() {
        long large = 9_000_000_000_000_000_000L;
        InvoiceBatch batch = InvoiceBatch.of(
                new int[] {2}, new long[] {large, -large}, 2, new long[] {1, 1}, 0, new long[] {0, 5}, new int[] {2, 1
                });
        SumColumns columns = InvoiceSums.of(EUR, CENTS, CENTS, List.of(STANDARD, TaxTreatment.zeroRated(), REVERSE))
                .columns(batch);
        assertThat(columns.withoutTax(0)).isEqualTo(-5);
        assertThat(columns.withTax(0)).isEqualTo(-5);
    }

    /** 92233720368547758.07 fit; with 19 % of them, 17524406870024074.03, they do not. */
    @Test
    void refusesColumnsWhoseSumsDoNotFit() {
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> SUMS.columns(InvoiceBatch.of(
                        new int[] {1, 2},
                        new long[] {1, Long.MAX_VALUE},
                        0,
                        new long[] {1, 1},
                        0,
                        new long[2],
                        new int[] {2, 2})))
                .withMessage("documents[1]: sum must fit in a long, but was 922337203685477580700");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> SUMS.columns(InvoiceBatch.of(
                        new int[] {1}, new long[] {Long.MAX_VALUE}, 2, new long[] {1}, 0, new long[1], new int[] {0})))
                .withMessage("documents[0]: sum must fit in a long, but was 10975812723857183210");
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | -1 | 0 | 7 | netPrice must not be negative; use a negative quantity (BR-27), but was -1",
                "1 | 1 | 0.005 | 7 | allowance must have at most 2 decimal places, but was EUR 0.005",
                "0.1234567890123456789 | 1 | 0 | 7 | quantity must have at most 18 decimal places, but was 0.1234567890123456789",
                "1 | 1E+38 | 0 | 7 | netPrice must have at most 38 digits, but was 1E+38",
                "1 | 1 | 1E+38 | 7 | allowance must have at most 38 digits, but was 1E+38",
                "1 | 1 | 0 | 8 | treatment must be one of 3 that were given, but was S 8%"
            })
    void refusesALineByItsPlaceRuleAndValue(
            String quantity, String price, String allowance, String percent, String message) {
        PricedLine good = line("1", "1", "0", STANDARD);
        PricedLine bad = line(quantity, price, allowance, TaxTreatment.standard(percent));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.sum(List.of(good, bad)))
                .withMessage("lines[1]: " + message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.forEach(List.of(List.of(good), List.of(good, bad)), sum -> {}))
                .withMessage("documents[1].lines[1]: " + message);
    }

    @Test
    void refusesADocumentWithoutLines() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.sum(List.of()))
                .withMessage("lines must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.forEach(List.of(List.of()), sum -> {}))
                .withMessage("documents[0]: lines must not be empty");
    }

    @Test
    void refusesARestWhereNoneMayBe() {
        Rounding exact = Rounding.of(2, RoundingMode.UNNECESSARY);
        InvoiceSums sums = InvoiceSums.of(EUR, exact, exact, List.of(STANDARD));
        assertThat(sums.sum(List.of(line("2", "50.00", "0", STANDARD))).withTax())
                .hasToString("EUR 119.00");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> sums.sum(List.of(line("1", "0.335", "0", STANDARD))))
                .withMessage("lines[0]: result must be a whole number of the rounding's units, but was 6700 / 200");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> sums.sum(List.of(line("1", "0.33", "0", STANDARD))))
                .withMessageStartingWith("subtotals[S 19%]: result must be a whole number of the rounding's units");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> sums.columns(batch(335)))
                .withMessage("rows[0]: result must be a whole number of the rounding's units, but was 335 / 10");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> sums.columns(batch(330)))
                .withMessage("documents[0]: result must be a whole number of the rounding's units, but was 627 / 100");
        assertThat(sums.columns(batch(1000)).tax(0)).isEqualTo(19);
    }

    private static InvoiceBatch batch(long thousandths) {
        return InvoiceBatch.of(new int[] {1}, new long[] {1}, 0, new long[] {thousandths}, 3, new long[1], new int[1]);
    }

    private static InvoiceBatch batch(int[] ends, long price, int treatment) {
        return InvoiceBatch.of(
                ends, new long[] {1, 1}, 0, new long[] {1, price}, 0, new long[] {0, 0}, new int[] {0, treatment});
    }

    @Test
    void refusesColumnsByRowRuleAndValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.columns(batch(new int[] {1, 2}, -5, 0)))
                .withMessage("prices[1] must not be negative; use a negative quantity (BR-27), but was -5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.columns(batch(new int[] {1, 2}, 5, 3)))
                .withMessage("treatments[1] must be from 0 to 2, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.columns(batch(new int[] {1, 2}, 5, -1)))
                .withMessage("treatments[1] must be from 0 to 2, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.columns(batch(new int[] {1, 1, 2}, 5, 0)))
                .withMessage("ends[1] must be from 2 to 2, as a document has a line, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.columns(batch(new int[] {5, 2}, 5, 0)))
                .withMessage("ends[0] must be from 1 to 2, as a document has a line, but was 5");
        InvoiceBatch second = batch(new int[] {-1, 2}, 5, 0).documents(1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.columns(second))
                .withMessage("ends[0] must be from 1 to 2, as a document has a line, but was -1");
    }

    @Test
    void refusesColumnsThatDoNotBelongTogether() {
        long[] one = {1};
        int[] none = {0};
        int[] ends = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceBatch.of(ends, one, 0, new long[2], 0, one, none))
                .withMessage("prices must have 1 rows, as quantities has, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceBatch.of(ends, one, 0, one, 0, new long[0], none))
                .withMessage("allowances must have 1 rows, as quantities has, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceBatch.of(ends, one, 0, one, 0, one, new int[2]))
                .withMessage("treatments must have 1 rows, as quantities has, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceBatch.of(new int[] {2}, one, 0, one, 0, one, none))
                .withMessage("ends must end with 1, the number of rows, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceBatch.of(new int[0], one, 0, one, 0, one, none))
                .withMessage("ends must end with 1, the number of rows, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceBatch.of(ends, one, 19, one, 0, one, none))
                .withMessage("quantityScale must be between 0 and 18, but was 19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceBatch.of(ends, one, 0, one, -1, one, none))
                .withMessage("priceScale must be between 0 and 18, but was -1");
    }

    /** Documents keep their numbers; an empty batch is no document. */
    @Test
    void someDocumentsOfABatchKeepTheirNumbers() {
        InvoiceBatch both = batch(new int[] {1, 2}, 5, 1);
        SumColumns second = SUMS.columns(both.documents(1, 2));
        assertThat(second.start()).isOne();
        assertThat(second.end()).isEqualTo(2);
        assertThat(second.withTax(1)).isEqualTo(535);
        assertThat(second.firstSubtotal(1)).isZero();
        assertThat(SUMS.columns(both.documents(1, 1)).end()).isOne();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.documents(0, 3))
                .withMessage("to must be at most 2, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.documents(2, 1))
                .withMessage("from must be between 0 and 1, but was 2");
        assertThat(SUMS.columns(InvoiceBatch.of(new int[0], new long[0], 0, new long[0], 0, new long[0], new int[0]))
                        .end())
                .isZero();
    }

    @Test
    void refusesWhatCannotBeCompiled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceSums.of(EUR, Rounding.halfUp(3), CENTS, List.of(STANDARD)))
                .withMessage(
                        "lineRounding must leave at most 2 decimal places, as EUR has, but was HALF_UP at 3 decimal"
                                + " places");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceSums.of(EUR, CENTS, Rounding.halfUp(3), List.of(STANDARD)))
                .withMessageStartingWith("taxRounding must leave at most 2 decimal places");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceSums.of(EUR, CENTS, CENTS, List.of()))
                .withMessage("treatments must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceSums.of(EUR, CENTS, CENTS, List.of(REVERSE, REVERSE.because("article 196"))))
                .withMessageStartingWith("taxes must each be another, but was AE 0%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceSums.of(Monetary.getCurrency("XXX"), CENTS, CENTS, List.of(STANDARD)))
                .withMessage("currency must have a minor unit, but was XXX");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUMS.ordinal(TaxTreatment.standard("8")))
                .withMessage("treatment must be one of 3 that were given, but was S 8%");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aNullIsNamed() {
        assertThatNullPointerException().isThrownBy(() -> SUMS.sum(null)).withMessage("lines");
        assertThatNullPointerException()
                .isThrownBy(() -> SUMS.sum(Collections.singletonList(null)))
                .withMessage("lines[0]");
        assertThatNullPointerException()
                .isThrownBy(() -> SUMS.forEach(null, sum -> {}))
                .withMessage("documents");
        assertThatNullPointerException()
                .isThrownBy(() -> SUMS.forEach(List.of(), null))
                .withMessage("sink");
        assertThatNullPointerException()
                .isThrownBy(() -> SUMS.forEach(Collections.singletonList(null), sum -> {}))
                .withMessage("documents[0]");
        assertThatNullPointerException().isThrownBy(() -> SUMS.columns(null)).withMessage("batch");
        assertThatNullPointerException().isThrownBy(() -> SUMS.ordinal(null)).withMessage("treatment");
        assertThatNullPointerException()
                .isThrownBy(() -> InvoiceSums.of(null, CENTS, CENTS, List.of(STANDARD)))
                .withMessage("currency");
        assertThatNullPointerException()
                .isThrownBy(() -> InvoiceSums.of(EUR, null, CENTS, List.of(STANDARD)))
                .withMessage("lineRounding");
        assertThatNullPointerException()
                .isThrownBy(() -> InvoiceSums.of(EUR, CENTS, null, List.of(STANDARD)))
                .withMessage("taxRounding");
        assertThatNullPointerException()
                .isThrownBy(() -> InvoiceSums.of(EUR, CENTS, CENTS, null))
                .withMessage("treatments");
        assertThatNullPointerException()
                .isThrownBy(() -> PricedLine.of(BigDecimal.ONE, BigDecimal.ONE, null))
                .withMessage("treatment");
        assertThatNullPointerException()
                .isThrownBy(() -> InvoiceBatch.of(null, new long[0], 0, new long[0], 0, new long[0], new int[0]))
                .withMessage("ends");
    }

    @Test
    void isShippedAndEqualByValue() throws Exception {
        InvoiceSums arrived = SerialStreams.copy(SUMS);
        assertThat(arrived).isEqualTo(SUMS).hasSameHashCodeAs(SUMS).hasToString("EUR sums by [S 19%, S 7%, AE 0%]");
        assertThat(arrived.lineRounding()).isEqualTo(CENTS);
        assertThat(arrived.taxRounding()).isEqualTo(CENTS);
        assertThat(arrived.currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(SUMS).isNotEqualTo(InvoiceSums.of(EUR, CENTS, CENTS, List.of(STANDARD, REDUCED)));
        InvoiceSum sum = SUMS.sum(List.of(line("1", "1", "0", REVERSE)));
        assertThat(SerialStreams.copy(sum))
                .isEqualTo(sum)
                .isEqualTo(arrived.sum(List.of(line("1", "1", "0", REVERSE))));
        SumColumns columns = SerialStreams.copy(SUMS.columns(batch(new int[] {1, 2}, 5, 1)));
        assertThat(columns.withTax(1)).isEqualTo(535);
        assertThat(columns.end()).isEqualTo(2);
        assertThat(columns.scale()).isEqualTo(2);
    }

    /** Has the serial form of columns. */
    @SuppressWarnings("UnusedVariable") // read by the stream
    private static final class Forged implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int start;
        private final int scale = 2;
        private final int[] ends;
        private final long[] subtotals;

        private Forged(int start, int[] ends, long... subtotals) {
            this.start = start;
            this.ends = ends;
            this.subtotals = subtotals;
        }
    }

    /** Sums are made anew of their subtotals, whatever a stream says. */
    @Test
    void refusesAStreamThatWasTamperedWith() throws Exception {
        var read = (SumColumns) SerialStreams.forged(new Forged(3, new int[] {1}, 0, 100, 19), SumColumns.class);
        assertThat(read.withTax(3)).isEqualTo(119);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialStreams.forged(new Forged(0, new int[] {2}, 0, 100, 19), SumColumns.class))
                .withMessage("ends[0] must be from 1 to 1, but was 2");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() ->
                        SerialStreams.forged(new Forged(0, new int[] {1}, 0, Long.MAX_VALUE, 1), SumColumns.class))
                .withMessage("documents[0]: sum must fit in a long, but was 9223372036854775808");
    }

    @Test
    void refusesTooManySubtotals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SumColumns(0, 1, SumColumns.MAX_SUBTOTALS + 1, 2))
                .withMessage("batch must have at most 268435456 subtotals, but was 268435457");
    }
}

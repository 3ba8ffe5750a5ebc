package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.dec;
import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.money.Monetary;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApportionmentTest implements MoneyArbitraries {
    private static final Apportionment LARGEST = Apportionment.largestRemainder(2);
    private static final Apportionment FIRST = Apportionment.remainderToFirst(2);
    private static final Apportionment LAST = Apportionment.lastTakesRest(Rounding.halfUp(2));
    private static final Apportionment CUMULATIVE = Apportionment.cumulative(Rounding.halfUp(2));

    /** Tests of meteroid (invoice_lines/discount.rs) and Polar (discount/test_model.py), as in rating.md 2.14. */
    @ParameterizedTest(name = "{0} over {1} and {2}")
    @CsvSource({
        "1000, 6000, 4000, 600, 400", "3000, 1000, 2000, 1000, 2000", "1500, 1000, 1000, 750, 750",
        "750, 300, 1200, 150, 600", "0, 1000, 1000, 0, 0", "67, 100, 100, 34, 33"
    })
    void sharesADiscountOverLines(long discount, long line1, long line2, long share1, long share2) {
        assertThat(LARGEST.split(discount, line1, line2)).containsExactly(share1, share2);
    }

    @Test
    void splits100IntoThreeByEachRuleInItsWay() {
        assertThat(LARGEST.split(eur("100.00"), 1, 1, 1)).containsExactly(eur("33.34"), eur("33.33"), eur("33.33"));
        assertThat(FIRST.split(eur("100.00"), 1, 1, 1)).containsExactly(eur("33.34"), eur("33.33"), eur("33.33"));
        assertThat(LAST.split(eur("100.00"), 1, 1, 1)).containsExactly(eur("33.33"), eur("33.33"), eur("33.34"));
        assertThat(CUMULATIVE.split(eur("100.00"), 1, 1, 1)).containsExactly(eur("33.33"), eur("33.34"), eur("33.33"));
    }

    /** Ideal shares of 10 units over 1, 1 and 5: 1.43, 1.43 and 7.14. */
    @Test
    void givesTheUnitsLeftOverToTheLargestRemaindersOrToTheFirst() {
        assertThat(LARGEST.split(10, 1, 1, 5)).containsExactly(2, 1, 7);
        assertThat(LARGEST.split(10, 5, 1, 1)).containsExactly(7, 2, 1);
        assertThat(FIRST.split(10, 5, 1, 1)).containsExactly(8, 1, 1);
        assertThat(FIRST.split(10, 0, 5, 1, 1)).containsExactly(0, 8, 1, 1);
    }

    @Test
    void givesTheLastPartMoreThanItsWeightOrLessThanNothing() {
        assertThat(LAST.split(2, 1, 1, 1, 1)).containsExactly(1, 1, 1, -1);
        assertThat(LAST.split(1, 1, 1, 1, 0)).containsExactly(0, 0, 1, 0);
    }

    @Test
    void keepsAllOtherPartsWhereOneSpanOfTimeIsCutInTwo() {
        LocalDate january = LocalDate.parse("2026-01-01");
        LocalDate april = LocalDate.parse("2026-04-01");
        List<Amount> months = CUMULATIVE.along(
                eur("100.00"), List.of(january, LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-01"), april));
        // 31, 59 and 90 of 90 days: 34.444…, 65.555… and 100
        assertThat(months).containsExactly(eur("34.44"), eur("31.12"), eur("34.44"));
        assertThat(CUMULATIVE.along(
                        eur("100.00"),
                        List.of(
                                january,
                                LocalDate.parse("2026-02-01"),
                                LocalDate.parse("2026-02-11"),
                                LocalDate.parse("2026-03-01"),
                                april)))
                .startsWith(eur("34.44"))
                .endsWith(eur("34.44"))
                .hasSize(4);
    }

    @Test
    void takesForeignAmountsFractionalWeightsAndOtherScales() {
        assertThat(LARGEST.split(Money.of(1, "EUR"), List.of(dec("0.5"), dec("0.25"), dec("0.25"))))
                .containsExactly(eur("0.50"), eur("0.25"), eur("0.25"));
        assertThat(Apportionment.largestRemainder(0).split(Amount.of("100", "JPY"), 1, 1, 1))
                .extracting(Amount::toBigDecimal)
                .containsExactly(dec("34"), dec("33"), dec("33"));
        assertThat(Apportionment.largestRemainder(0).split(Amount.of("100", "JPY"), 1))
                .extracting(Amount::getCurrency)
                .containsExactly(Monetary.getCurrency("JPY"));
    }

    /** 10^30 has no long of cents; the parts are known by hand. */
    @Test
    void splitsWhatDoesNotFitInALong() {
        assertThat(LARGEST.split(eur("1E+30"), 1, 1, 1))
                .containsExactly(
                        eur("333333333333333333333333333333.34"),
                        eur("333333333333333333333333333333.33"),
                        eur("333333333333333333333333333333.33"));
        assertThat(LARGEST.split(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                .containsExactly((1L << 62), (1L << 62) - 1);
        assertThat(LARGEST.split(Long.MIN_VALUE, 1, 1)).containsExactly(-(1L << 62), -(1L << 62));
    }

    /** 2^63 cents, the first number that is too large, and weights whose sum is. */
    @Test
    void splitsWhatJustDoesNotFitInALong() {
        assertThat(LARGEST.split(eur("92233720368547758.08"), 1, 1))
                .containsExactly(eur("46116860184273879.04"), eur("46116860184273879.04"));
        assertThat(LARGEST.split(1, Long.MAX_VALUE, Long.MAX_VALUE)).containsExactly(1, 0);
        assertThat(LARGEST.split(1, Long.MAX_VALUE, 1, Long.MAX_VALUE)).containsExactly(1, 0, 0);
    }

    @Test
    @SuppressWarnings("JdkObsolete") // the slowest list there is, on purpose
    void splitsAHundredThousandParts() {
        long[] ones = LongStream.generate(() -> 1).limit(100_000).toArray();
        for (Apportionment rule : List.of(LARGEST, FIRST, LAST, CUMULATIVE)) {
            assertThat(LongStream.of(rule.split(12_345_678, ones)).sum()).isEqualTo(12_345_678);
            assertThat(LongStream.of(rule.split(Long.MAX_VALUE, ones)).sum()).isEqualTo(Long.MAX_VALUE);
        }
        // a list without random access: what looks up each weight by its index would walk five billion links
        var linked = new LinkedList<>(Collections.nCopies(100_000, BigDecimal.ONE));
        assertThat(sum(LARGEST.split(eur("123456.78"), linked))).isEqualTo(eur("123456.78"));
    }

    static Stream<Arguments> rules() {
        return Stream.of(LARGEST, FIRST, LAST, CUMULATIVE).map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void refusesWeightsThatNameNoShare(Apportionment rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.split(eur("1.00"), 1, -2))
                .withMessage("weights[1] must not be negative, but was -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.split(eur("1.00"), List.of(dec("1"), dec("-0.5"))))
                .withMessage("weights[1] must not be negative, but was -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.split(eur("1.00"), 0, 0))
                .withMessage("weights must have one that is more than 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.split(eur("1.00")))
                .withMessage("weights must have one that is more than 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.split(eur("1.00"), List.of()))
                .withMessage("weights must have one that is more than 0");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void refusesAWholeThatIsFinerThanAUnit(Apportionment rule) {
        assertThat(rule.split(eur("10.000"), 1)).containsExactly(eur("10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.split(eur("10.005"), 1, 1))
                .withMessage("whole must have at most 2 decimal places, but was 10.005");
    }

    @Test
    void refusesBoundariesThatEncloseNothing() {
        LocalDate day = LocalDate.parse("2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LARGEST.along(eur("1.00"), List.of(day)))
                .withMessage("boundaries must be two or more, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LARGEST.along(eur("1.00"), List.of(day, day)))
                .withMessage("boundaries must rise, but was 2026-01-01 then 2026-01-01");
    }

    @Test
    void refusesAScaleOutside0To18() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Apportionment.largestRemainder(19))
                .withMessage("scale must be between 0 and 18, but was 19");
    }

    @Test
    void saysItsName() {
        assertThat(Stream.of(LARGEST, FIRST, LAST, CUMULATIVE).map(Apportionment::toString))
                .containsExactly(
                        "largest remainder",
                        "remainder to first",
                        "last takes rest, HALF_UP at 2 decimal places",
                        "cumulative, HALF_UP at 2 decimal places");
        assertThat(Arrays.asList(
                        LARGEST.scale(),
                        Apportionment.cumulative(Rounding.of(5, RoundingMode.DOWN))
                                .scale()))
                .containsExactly(2, 5);
    }

    private static Amount sum(List<Amount> parts) {
        return parts.stream().reduce(Amount.zero(EUR), Amount::add);
    }

    /**
     * 10 units over one weight of 2 and sixteen of 1: 20/18 leaves 2/18 and each 10/18 leaves all of it, so the nine units
     * left over pass by the first part.
     */
    @Test
    void givesTheUnitsLeftOverToTheLargestRemaindersOfManyParts() {
        long[] weights = new long[17];
        Arrays.fill(weights, 1);
        weights[0] = 2;
        long[] parts = LARGEST.split(10, weights);
        assertThat(parts).startsWith(1, 1, 1, 1, 1, 1, 1, 1, 1, 1).endsWith(0, 0, 0, 0, 0, 0, 0);
        assertThat(FIRST.split(10, weights)[0]).isEqualTo(2);
        List<BigDecimal> decimals =
                LongStream.of(weights).mapToObj(BigDecimal::valueOf).toList();
        assertThat(LARGEST.split(eur("0.10"), decimals))
                .isEqualTo(LongStream.of(parts)
                        .mapToObj(part -> Amount.ofMinor(part, EUR))
                        .toList());
    }

    /** The last part of those that have a weight takes the rest, also where the weights are decimals. */
    @Test
    void leavesPartsWithoutAWeightEmpty() {
        assertThat(LAST.split(eur("0.01"), List.of(dec("0.5"), dec("0.5"), dec("0.5"), dec("0"))))
                .containsExactly(eur("0"), eur("0"), eur("0.01"), eur("0"));
        assertThat(FIRST.split(eur("0.10"), List.of(dec("0"), dec("5"), dec("1"), dec("1"))))
                .containsExactly(eur("0"), eur("0.08"), eur("0.01"), eur("0.01"));
        for (Apportionment rule : List.of(LARGEST, FIRST, LAST, CUMULATIVE)) {
            assertThat(rule.split(Long.MIN_VALUE, 0, 1, 0)).containsExactly(0, Long.MIN_VALUE, 0);
        }
    }

    /** 0.10 over 1/2, 1/3 and 1/6 is 0.05, 0.03333… and 0.01666…: 5, 3 and 1 units, and one more for the last. */
    @Test
    void splitsFractions() {
        assertThat(LARGEST.split(Fraction.of(1, 10), List.of(Fraction.of(1, 2), Fraction.of(1, 3), Fraction.of(1, 6))))
                .containsExactly(Fraction.of(5, 100), Fraction.of(3, 100), Fraction.of(2, 100));
        assertThat(LARGEST.split(Fraction.of(1, 10), List.of(Fraction.of(0), Fraction.of(1, 3))))
                .containsExactly(Fraction.ZERO, Fraction.of(1, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LARGEST.split(Fraction.of(1, 10), List.of(Fraction.ONE, Fraction.of(-1, 3))))
                .withMessage("weights[1] must not be negative, but was -1/3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LARGEST.split(Fraction.of(1, 1000), List.of(Fraction.ONE)))
                .withMessage("whole must have at most 2 decimal places, but was 0.001");
    }

    @Test
    void isEqualToTheSameRuleAtTheSamePlaces() {
        assertThat(LARGEST)
                .isEqualTo(Apportionment.largestRemainder(2))
                .isNotEqualTo(Apportionment.largestRemainder(3))
                .isNotEqualTo(FIRST)
                .isNotEqualTo("largest remainder");
        assertThat(CUMULATIVE).isNotEqualTo(Apportionment.cumulative(Rounding.of(2, RoundingMode.UP)));
    }
}

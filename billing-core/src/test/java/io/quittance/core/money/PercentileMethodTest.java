package io.quittance.core.money;

import static io.quittance.core.money.PercentileMethod.EXCLUSIVE;
import static io.quittance.core.money.PercentileMethod.INCLUSIVE;
import static io.quittance.core.money.PercentileMethod.NEAREST_RANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentileMethodTest {

    /** The ranks of the Javadoc: the 40th percentile of five values. */
    @Test
    void saysTheRankOfAPercentile() {
        BigDecimal fortieth = new BigDecimal("40");
        assertThat(INCLUSIVE.rank(5, fortieth)).isEqualTo(Fraction.of(26, 10));
        assertThat(EXCLUSIVE.rank(5, fortieth)).isEqualTo(Fraction.of(24, 10));
        assertThat(NEAREST_RANK.rank(5, fortieth)).isEqualTo(Fraction.of(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INCLUSIVE.rank(0, fortieth))
                .withMessage("count must be 1 or more, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> INCLUSIVE.rank(5, new BigDecimal("101")));
    }

    /** Conformance kpi.json, topic percentile: calcipedia, liquisearch, Wikipedia. */
    @ParameterizedTest(name = "the {1}th by {0} is {2}")
    @CsvSource({
        "INCLUSIVE, 0, 15",
        "INCLUSIVE, 25, 20",
        "INCLUSIVE, 30, 23",
        "INCLUSIVE, 40, 29",
        "INCLUSIVE, 100, 50",
        "EXCLUSIVE, 40, 26",
        "NEAREST_RANK, 0, 15",
        "NEAREST_RANK, 5, 15",
        "NEAREST_RANK, 30, 20",
        "NEAREST_RANK, 40, 20",
        "NEAREST_RANK, 50, 35",
        "NEAREST_RANK, 100, 50"
    })
    void answersAsPublished(PercentileMethod method, BigDecimal percent, BigDecimal expected) {
        assertThat(method.percentile(percent, numbers("35", "15", "50", "20", "40")))
                .isEqualTo(Fraction.of(expected));
    }

    /** NIST/SEMATECH e-Handbook 7.2.6.2, 90th percentile of 12 gauge measurements: 95.1981. */
    @Test
    void exclusiveIsThatOfTheHandbook() {
        List<BigDecimal> gauges = numbers(
                "95.1772", "95.1567", "95.1937", "95.1959", "95.1442", "95.0610", "95.1591", "95.1195", "95.1065",
                "95.0925", "95.1990", "95.1682");
        assertThat(EXCLUSIVE.percentile(new BigDecimal("90"), gauges))
                .isEqualTo(Fraction.of(new BigDecimal("95.19807")));
    }

    /** Rank 1/4 of one value and rank 51/4 of five are none: the handbook takes the first and the last value. */
    @Test
    void exclusiveStaysWithinTheValues() {
        assertThat(EXCLUSIVE.percentile(new BigDecimal("5"), numbers("2", "4"))).isEqualTo(Fraction.of(2));
        assertThat(EXCLUSIVE.percentile(new BigDecimal("99"), numbers("2", "4")))
                .isEqualTo(Fraction.of(4));
    }

    @Test
    void refusesNoValuesAndNoPercentage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INCLUSIVE.percentile(BigDecimal.TEN, List.of()))
                .withMessage("values must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INCLUSIVE.percentile(new BigDecimal("101"), numbers("1")))
                .withMessage("percent must be between 0 and 100, but was 101");
    }

    /** At least p percent of the values are at most the answer, and it is the smallest value of which that is true. */
    @Property
    void nearestRankIsTheSmallestValueThatCoversThePercentage(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 50) Integer> values,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        List<BigDecimal> decimals = values.stream().map(BigDecimal::valueOf).toList();
        long expected = values.stream()
                .filter(one ->
                        values.stream().filter(other -> other <= one).count() * 100 >= (long) percent * values.size())
                .mapToLong(Integer::longValue)
                .min()
                .orElseThrow();
        assertThat(NEAREST_RANK.percentile(BigDecimal.valueOf(percent), decimals))
                .isEqualTo(Fraction.of(expected));
    }

    @Property
    void theOrderOfTheValuesChangesNothingAndTheAnswerRisesWithThePercentage(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -50, max = 50) Integer> values,
            @ForAll @IntRange(min = 0, max = 99) int percent,
            @ForAll PercentileMethod method) {
        List<BigDecimal> decimals = values.stream().map(BigDecimal::valueOf).toList();
        var reversed = new ArrayList<>(decimals);
        Collections.reverse(reversed);
        Fraction answer = method.percentile(BigDecimal.valueOf(percent), decimals);
        assertThat(method.percentile(BigDecimal.valueOf(percent), reversed)).isEqualTo(answer);
        assertThat(method.percentile(BigDecimal.valueOf(percent + 1L), decimals))
                .isGreaterThanOrEqualTo(answer);
        assertThat(answer).isBetween(Fraction.of(Collections.min(values)), Fraction.of(Collections.max(values)));
    }

    private static List<BigDecimal> numbers(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }
}

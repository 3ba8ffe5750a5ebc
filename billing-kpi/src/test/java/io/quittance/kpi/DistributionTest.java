package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.kpi.Distribution.Weighted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {

    private static Distribution of(long... values) {
        return Distribution.of(LongStream.of(values).mapToObj(Fraction::of).toList());
    }

    private static Weighted weighted(long value, String weight) {
        return new Weighted(Fraction.of(value), Fraction.of(new BigDecimal(weight)));
    }

    /** conformance/kpi.json: pct-inc-calcipedia, pct-inc-liquisearch, pct-exc-liquisearch, pct-nearest-rank. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "INCLUSIVE, 25, 20",
        "INCLUSIVE, 30, 23",
        "INCLUSIVE, 40, 29",
        "EXCLUSIVE, 40, 26",
        "NEAREST_RANK, 5, 15",
        "NEAREST_RANK, 30, 20",
        "NEAREST_RANK, 40, 20",
        "NEAREST_RANK, 50, 35",
        "NEAREST_RANK, 100, 50"
    })
    void answersAsPublished(PercentileMethod method, BigDecimal percent, long expected) {
        assertThat(of(50, 15, 40, 20, 35).percentile(percent, method)).contains(Fraction.of(expected));
    }

    @Test
    void saysWhatIsInTheMiddleAndAtTheEnds() {
        Distribution four = of(4, 1, 10, 2);
        assertThat(four.mean()).contains(Fraction.of(17, 4));
        assertThat(four.median()).contains(Fraction.of(3));
        assertThat(of(4, 1, 10).median()).contains(Fraction.of(4));
        assertThat(four.min()).contains(Fraction.of(1));
        assertThat(four.max()).contains(Fraction.of(10));
        assertThat(four.sum()).isEqualTo(Fraction.of(17));
        assertThat(four.count()).isEqualTo(4);
        assertThat(four).hasToString("4 values from 1 to 10");
        assertThat(of(7)).hasToString("1 value from 7 to 7");
    }

    /** Values need not be decimals: a third of an hour is 20 minutes. */
    @Test
    void isExact() {
        Distribution thirds = Distribution.of(List.of(Fraction.of(1, 3), Fraction.of(2, 3)));
        assertThat(thirds.median()).contains(Fraction.of(1, 2));
        assertThat(thirds.percentile(new BigDecimal("90"), PercentileMethod.INCLUSIVE))
                .contains(Fraction.of(19, 30));
    }

    @Test
    void hasNothingOfNoValues() {
        Distribution none = of();
        assertThat(none.mean()).isEmpty();
        assertThat(none.median()).isEmpty();
        assertThat(none.max()).isEmpty();
        assertThat(none.min()).isEmpty();
        assertThat(none.weightedMean()).isEmpty();
        assertThat(none.weightedPercentile(BigDecimal.TEN)).isEmpty();
        assertThat(none.sum()).isEqualTo(Fraction.ZERO);
        assertThat(none).hasToString("no values");
        for (Statistic statistic : Statistic.values()) {
            assertThat(statistic.of(none)).isEmpty();
        }
    }

    /** By hand: 10 × 1,000 + 40 × 100 = 14,000 over 1,100 is 140/11; and where 900 of 1,000 come first, the 91st is of the rest. */
    @Test
    void weighsByAmount() {
        Distribution paid = Distribution.weighted(List.of(weighted(40, "100"), weighted(10, "1000")));
        assertThat(paid.weightedMean()).contains(Fraction.of(140, 11));
        assertThat(paid.mean()).contains(Fraction.of(25));
        assertThat(paid.totalWeight()).isEqualTo(Fraction.of(1100));
        Distribution tenth = Distribution.weighted(List.of(weighted(40, "100"), weighted(10, "900")));
        assertThat(tenth.weightedPercentile(new BigDecimal("90"))).contains(Fraction.of(10));
        assertThat(tenth.weightedPercentile(new BigDecimal("90.01"))).contains(Fraction.of(40));
        assertThat(tenth.weightedPercentile(new BigDecimal("100"))).contains(Fraction.of(40));
        assertThat(Distribution.weighted(List.of(weighted(1, "0"), weighted(5, "1")))
                        .weightedPercentile(BigDecimal.ZERO))
                .contains(Fraction.of(5));
        assertThat(Distribution.weighted(List.of(weighted(1, "0"))).weightedMean())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoWeightOrPercentage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weighted(1, "-0.01"))
                .withMessage("weight must not be negative, but was -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of().percentile(new BigDecimal("101"), PercentileMethod.INCLUSIVE))
                .withMessage("percent must be between 0 and 100, but was 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of().weightedPercentile(new BigDecimal("-1")))
                .withMessage("percent must be between 0 and 100, but was -1");
    }

    @Property
    void theOrderOfValuesChangesNothing(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 50) Integer> drawn,
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 100) int percent,
            @ForAll PercentileMethod method) {
        List<Fraction> values = drawn.stream().map(n -> Fraction.of(n)).toList();
        var shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        Distribution one = Distribution.of(values);
        assertThat(Distribution.of(shuffled)).isEqualTo(one).hasSameHashCodeAs(one);
        var p = BigDecimal.valueOf(percent);
        // the method of the core computes the same of decimals
        assertThat(one.percentile(p, method))
                .contains(method.percentile(
                        p, drawn.stream().map(n -> BigDecimal.valueOf(n)).toList()));
        assertThat(one.weightedPercentile(p)).isEqualTo(one.percentile(p, PercentileMethod.NEAREST_RANK));
        assertThat(one.weightedMean()).isEqualTo(one.mean());
        assertThat(Statistic.P90.of(one).orElseThrow())
                .isBetween(Statistic.MEDIAN.of(one).orElseThrow(), one.max().orElseThrow());
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        Distribution paid = Distribution.weighted(List.of(weighted(40, "100"), weighted(10, "1000")));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(paid);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            var read = (Distribution) in.readObject();
            assertThat(read).isEqualTo(paid);
            assertThat(read.weightedMean()).isEqualTo(paid.weightedMean());
        }
    }

    /** The order of the values does not make another spread; their weights do. */
    @Test
    void isEqualToASpreadOfTheSameValues() {
        Distribution one = of(1, 2);
        assertThat(one).isEqualTo(of(2, 1)).isNotEqualTo(of(1, 3)).isNotEqualTo(of(1));
        assertThat(one)
                .isEqualTo(Distribution.weighted(List.of(weighted(1, "1"), weighted(2, "1"))))
                .isNotEqualTo(Distribution.weighted(List.of(weighted(1, "1"), weighted(2, "2"))));
        assertThat(one).isNotEqualTo(List.of(1, 2));
    }
}

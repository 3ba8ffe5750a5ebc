package io.quittance.kpi.trend;

import static io.quittance.kpi.trend.Given.days;
import static io.quittance.kpi.trend.Given.none;
import static io.quittance.kpi.trend.Given.series;
import static io.quittance.kpi.trend.Given.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import java.math.BigInteger;
import java.util.ArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrendLineTest {

    /** By hand: mean place 1, mean value 13; slope ((−1)(−3) + 0 + 1 × 4) / 2 = 3.5, intercept 13 − 3.5 = 9.5. */
    @Test
    void isOfLeastSquares() {
        var line = new TrendLine(series(days(1, "10"), days(2, "12"), days(3, "17")));
        assertThat(line.points()).isEqualTo(3);
        assertThat(line.slope()).contains(Given.exact("3.5"));
        assertThat(line.intercept()).contains(Given.exact("9.5"));
        assertThat(line.at(0)).contains(Given.exact("9.5"));
        assertThat(line.at(4)).contains(Given.exact("23.5"));
        assertThat(line.note()).isEmpty();
        assertThat(line.verdict()).isEqualTo(Verdict.WORSE);
    }

    /** The second of three has no value: the line goes through (0, 10) and (2, 16), 3 a period and not 6. */
    @Test
    void leavesOutWhatHasNoValueAndKeepsItsPlace() {
        var line = new TrendLine(series(days(1, "10"), none(Given.DAYS, 2), days(3, "16")));
        assertThat(line.points()).isEqualTo(2);
        assertThat(line.slope()).contains(Fraction.of(3));
        assertThat(line.intercept()).contains(Fraction.of(10));
    }

    /** The second of three is 12 of −100: the line goes through (0, 10) and (2, 16). */
    @Test
    void leavesOutWhatHasNoMeaning() {
        var line = new TrendLine(series(Given.share(1, 10, 100), Given.share(2, 12, -100), Given.share(3, 16, 100)));
        assertThat(line.points()).isEqualTo(2);
        assertThat(line.slope()).contains(Fraction.of(3));
        assertThat(line.series().distribution().max()).contains(Fraction.of(16));
        assertThat(line.series().distribution().mean()).contains(Fraction.of(13));
    }

    @Test
    void isNoneOfTooFewPointsAndOverGaps() {
        var few = new TrendLine(series(days(1, "10"), none(Given.DAYS, 2)));
        assertThat(few.note()).contains("TOO_FEW_POINTS");
        assertThat(few.slope()).isEmpty();
        assertThat(few.intercept()).isEmpty();
        assertThat(few.at(1)).isEmpty();
        assertThat(few.verdict()).isEqualTo(Verdict.UNKNOWN);
        var gap = new TrendLine(series(days(1, "10"), days(3, "16")));
        assertThat(gap.note()).contains("GAP");
        assertThat(gap.slope()).isEmpty();
    }

    @Test
    void goesTheWayOfTheKpi() {
        assertThat(new TrendLine(series(days(1, "10"), days(2, "9"))).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(new TrendLine(series(days(1, "10"), days(2, "10"))).verdict())
                .isEqualTo(Verdict.SAME);
        assertThat(new TrendLine(series(Given.rate(1, 1, 2), Given.rate(2, 1, 4))).verdict())
                .isEqualTo(Verdict.WORSE);
        assertThat(new TrendLine(series(sum(Given.BILLED, 1, 1), sum(Given.BILLED, 2, 2))).verdict())
                .isEqualTo(Verdict.MOVED);
        assertThat(new TrendLine(series(sum(Given.BILLED, 1, 1), sum(Given.BILLED, 2, 1))).verdict())
                .isEqualTo(Verdict.SAME);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrendLine(series(days(1, "1"))).at(-1))
                .withMessage("place must not be negative, but was -1");
    }

    /** 400 months of 1 / p + 2 × place, with another p of ten digits each: by hand the slope is 2 and what the 1 / p, less than 1E-9, make of it. Few of them stay exact. */
    @Test
    void hundredsOfPeriodsHaveALineToo() {
        var results = new ArrayList<KpiResult>();
        for (int i = 0; i < 400; i++) {
            long other = 1_000_000_007L + (2L * i);
            results.add(Given.quotient(Given.RATE, i + 1, (2L * i * other) + 1, other, 1));
        }
        var line = new TrendLine(KpiSeries.of(results));
        assertThat(line.isRounded()).isTrue();
        assertThat(line.slope().map(Given::six)).contains("2.000000");
        assertThat(line.at(400).map(Given::six)).contains("800.000000");
        assertThat(line.verdict()).isEqualTo(Verdict.BETTER);
        var year = new TrendLine(KpiSeries.of(results.subList(0, 12)));
        assertThat(year.isRounded()).isFalse();
    }

    @Property(tries = 100)
    void goesThroughPointsThatAreOnALine(
            @ForAll @IntRange(min = -50, max = 50) int slope,
            @ForAll @IntRange(min = -50, max = 50) int intercept,
            @ForAll @IntRange(min = 2, max = 24) int months) {
        var results = new ArrayList<KpiResult>();
        for (int i = 0; i < months; i++) {
            results.add(i > 1 && i % 5 == 3 ? none(Given.DAYS, i + 1) : days(i + 1, "" + (intercept + (slope * i))));
        }
        var line = new TrendLine(KpiSeries.of(results));
        assertThat(line.slope()).contains(Fraction.of(slope));
        assertThat(line.intercept()).contains(Fraction.of(intercept));
    }

    /** A third, two thirds and 1 rise by a third, exactly. */
    @Test
    void isExact() {
        var line =
                new TrendLine(series(value(1, Fraction.of(1, 3)), value(2, Fraction.of(2, 3)), value(3, Fraction.ONE)));
        assertThat(line.isRounded()).isFalse();
        assertThat(line.slope()).contains(Fraction.of(1, 3));
    }

    /** A common denominator may have 3072 of the 4096 bits of a fraction. */
    @Test
    void isRoundedBeyondThreeQuartersOfAFraction() {
        assertThat(new TrendLine(series(value(1, oneOf(3072)), value(2, Fraction.ONE))).isRounded())
                .isFalse();
        assertThat(new TrendLine(series(value(1, oneOf(3073)), value(2, Fraction.ONE))).isRounded())
                .isTrue();
    }

    private static Fraction oneOf(int bits) {
        return Fraction.of(BigInteger.ONE, BigInteger.TWO.pow(bits - 1));
    }

    private static KpiResult value(int month, Fraction value) {
        return KpiBasis.of(Given.DAYS).period(Given.month(month)).measured(value);
    }
}

package io.quittance.kpi.trend;

import static io.quittance.kpi.trend.Given.code;
import static io.quittance.kpi.trend.Given.days;
import static io.quittance.kpi.trend.Given.month;
import static io.quittance.kpi.trend.Given.none;
import static io.quittance.kpi.trend.Given.quotient;
import static io.quittance.kpi.trend.Given.rate;
import static io.quittance.kpi.trend.Given.series;
import static io.quittance.kpi.trend.Given.share;
import static io.quittance.kpi.trend.Given.six;
import static io.quittance.kpi.trend.Given.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.measurement.Measurements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MovingAverageTest {
    private static final MovingAverage OF_TWO = MovingAverage.of(2);

    /** By hand: 1 of 10 and 45 of 90 are 46 of 100; 45 of 90 and 5 of 10 are 50 of 100. */
    @Test
    void ofAQuotientIsOfItsTotals() {
        List<KpiResult> averages = OF_TWO.of(series(rate(1, 1, 10), rate(2, 45, 90), rate(3, 5, 10)));
        assertThat(averages).extracting(Given::six).containsExactly("46.000000", "50.000000");
        assertThat(averages.get(0).basis().period()).contains(ServicePeriod.of("2026-01-01", "2026-03-01"));
        assertThat(averages.get(0).basis().kpi()).isEqualTo("collection-rate.gross.moving-average.2");
        assertThat(averages.get(0).basis().currency()).contains("EUR");
        assertThat(MovingAverage.of(4).of(series(rate(1, 1, 10)))).isEmpty();
    }

    /**
     * IBM receivables sample, reference.json, January to March 2012: 12, 78 and 107 invoices were settled, late by 0.000000, 2.410256 and 5.467290 days on average, which are 0, 188 and 585 days.
     * 773 / 197 = 3.923858; the mean of the three would be 2.63.
     */
    @Test
    void ofRealDataIsThatOfTheQuarter() {
        KpiSeries late = KpiSeries.of(
                new AverageDaysLate(),
                Map.of(month(1), late(1, 0, 12), month(2), late(2, 188, 78), month(3), late(3, 585, 107)));
        assertThat(late.results()).extracting(Given::six).containsExactly("0.000000", "2.410256", "5.467290");
        assertThat(MovingAverage.of(3).of(late))
                .singleElement()
                .extracting(Given::six)
                .isEqualTo("3.923858");
    }

    private static CollectionFigures late(int month, long days, long invoices) {
        return CollectionFigures.builder()
                .period(month(month))
                .daysLate(days, invoices)
                .build();
    }

    @Test
    void ofASumIsItsMean() {
        assertThat(OF_TWO.of(series(sum(Given.OWED, 1, 10), sum(Given.OWED, 2, 15))))
                .singleElement()
                .extracting(Given::six)
                .isEqualTo("12.500000");
    }

    /** Without invoices in January, 45 of 90 of both; without any in both, none. */
    @Test
    void takesWhatIsUndefinedByItsTotals() {
        assertThat(OF_TWO.of(series(rate(1, 0, 0), rate(2, 45, 90))))
                .extracting(Given::six)
                .containsExactly("50.000000");
        List<KpiResult> none = OF_TWO.of(series(rate(1, 0, 0), rate(2, 0, 0)));
        assertThat(none).extracting(Given::code).containsExactly("NO_OPEN_ITEMS: the denominators add up to 0");
        assertThat(OF_TWO.of(series(rate(1, 1, 2), none(Given.RATE, 2))))
                .extracting(Given::code)
                .containsExactly("MISSING_INPUT: overdue is not given");
        assertThat(OF_TWO.of(series(rate(1, 1, 2), rate(3, 1, 2))))
                .extracting(Given::code)
                .containsExactly("GAP: a period between them is missing");
        assertThat(OF_TWO.of(series(rate(1, 5, 0), rate(2, 0, 10))))
                .extracting(Given::code)
                .containsExactly("FACTOR_UNKNOWN: no period of the series has a value that is not 0");
        assertThat(six(OF_TWO.of(series(rate(1, 0, 5), rate(2, 0, 10))).get(0))).isEqualTo("0.000000");
    }

    @Test
    void refusesWhatHasABalanceAboveOrBelowTheLine() {
        String rule = "series must be of a KPI whose numerator and denominator are totals of the period, but was ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OF_TWO.of(series(share(1, 1, 2), share(2, 1, 2))))
                .withMessage(rule + "overdue.amount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OF_TWO.of(series(days(1, "1"), days(2, "2"))))
                .withMessage(rule + "days.median");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OF_TWO.alsoFor("days.median").of(series(days(1, "1"), days(2, "2"))))
                .withMessage(rule + "days.median");
        var dso = KpiDefinition.of("dso.own", "DSO", KpiUnit.DAYS, Direction.LOWER, "owed / sold × days");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OF_TWO.alsoFor("dso.own").of(series(quotient(dso, 1, 1, 2, 31), quotient(dso, 2, 1, 2, 28))))
                .withMessage("series must count its numerator as often in each period, 31 times, but was 28");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MovingAverage.of(1))
                .withMessage("periods must be 2 or more, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OF_TWO.alsoFor(" "))
                .withMessageStartingWith("own must not begin or end with white space");
    }

    /** 10 of −20 and 50 of 60 are 60 of 40: what one month lacks in meaning their average has, and what is left out of it is left out of that. */
    @Test
    void leavesOutWhatItsPeriodsLeaveOut() {
        KpiResult january = KpiBasis.of(Given.RATE)
                .period(month(1))
                .exclusion("PREPAYMENT")
                .quotient(Fraction.of(10), Fraction.of(-20), Fraction.of(100), "NONE", "none");
        KpiResult average = OF_TWO.of(series(january, rate(2, 50, 60))).get(0);
        assertThat(average.value()).contains(Fraction.of(150));
        assertThat(average.basis().exclusions()).containsExactly("PREPAYMENT");
        assertThat(average.basis().notes()).isEmpty();
    }

    @Test
    void takesAKpiOfYours() {
        var own = KpiDefinition.of("returns", "Returns", KpiUnit.PERCENT, Direction.LOWER, "returned / sold × 100");
        KpiSeries series = series(quotient(own, 1, 1, 10, 100), quotient(own, 2, 45, 90, 100));
        assertThat(OF_TWO.alsoFor("returns").of(series)).extracting(Given::six).containsExactly("46.000000");
        assertThat(OF_TWO.alsoFor("returns")).isEqualTo(new MovingAverage(2, new TreeSet<>(Set.of("returns"))));
    }

    /** 3 of 4 and 5 of 8 are 8 of 12, of one team as of all. */
    @Test
    void takesAPartOfWhatItTakes() {
        var team = Measurements.CSAT.definition().only("about", "Leeds");
        KpiSeries series = series(quotient(team, 1, 3, 4, 100), quotient(team, 2, 5, 8, 100));
        assertThat(OF_TWO.of(series)).extracting(Given::six).containsExactly("66.666667");
        assertThat(OF_TWO.of(series).get(0).basis().kpi()).isEqualTo("csat.moving-average.2[about=Leeds]");
    }

    @Test
    void knowsWhatIsMeasuredBySample() {
        assertThat(Flows.IDS)
                .contains("csat", "docs.accuracy", CollectionRate.net().id(), new AverageDaysLate().id())
                .doesNotContain(
                        "dso.simple", "overdue.amount", "collection-rate.period", "training.hours", "vendor.score");
    }

    /** A quarter that is split into months and put together again: the average over its months is the value of the quarter. */
    @Property(tries = 100)
    void splittingAPeriodChangesNothing(
            @ForAll @Size(3) List<@LongRange(min = 0, max = 100_000) Long> collected,
            @ForAll @Size(3) List<@LongRange(min = 0, max = 100_000) Long> billed) {
        var months = new ArrayList<KpiResult>();
        long allCollected = 0;
        long allBilled = 0;
        for (int i = 0; i < 3; i++) {
            months.add(CollectionRate.gross().compute(figures(month(i + 1), collected.get(i), billed.get(i))));
            allCollected += collected.get(i);
            allBilled += billed.get(i);
        }
        var quarter = new ServicePeriod(month(1).start(), month(3).end());
        KpiResult whole = CollectionRate.gross().compute(figures(quarter, allCollected, allBilled));
        KpiResult average = MovingAverage.of(3).of(KpiSeries.of(months)).get(0);
        if (!code(average).startsWith("FACTOR_UNKNOWN")) {
            assertThat(average.value()).isEqualTo(whole.value());
        }
        assertThat(average.basis().numerator()).isEqualTo(whole.basis().numerator());
        assertThat(average.basis().denominator()).isEqualTo(whole.basis().denominator());
    }

    private static CollectionFigures figures(ServicePeriod period, long collected, long billed) {
        return CollectionFigures.builder()
                .period(period)
                .collected(Amount.of("" + collected, "EUR"))
                .billed(Amount.of("" + billed, "EUR"))
                .build();
    }

    /** No invoices in two months: none on average. What they come to has no currency, and no mean. */
    @Test
    void theMeanOfNothingIsNothing() {
        assertThat(OF_TWO.of(series(nothing(KpiUnit.COUNT, 1), nothing(KpiUnit.COUNT, 2))))
                .singleElement()
                .extracting(Given::six)
                .isEqualTo("0.000000");
        assertThat(OF_TWO.of(series(nothing(KpiUnit.MONEY, 1), nothing(KpiUnit.MONEY, 2))))
                .extracting(Given::code)
                .containsExactly("NO_INVOICES: there were none");
    }

    private static KpiResult nothing(KpiUnit unit, int month) {
        return KpiBasis.of(KpiDefinition.of("billed.any", "Billed", unit, Direction.INFORMATIONAL, "what was billed"))
                .period(Given.month(month))
                .numerator(Fraction.ZERO)
                .undefined("NO_INVOICES", "there were none");
    }

    /** 10 of 100 and 5 of −100 are of nothing together, though each has a value. */
    @Test
    void denominatorsMayAddUpToNothing() {
        assertThat(OF_TWO.of(series(rate(1, 10, 100), rate(2, 5, -100))))
                .extracting(Given::code)
                .containsExactly("DENOMINATOR_ZERO: the denominators add up to 0");
    }
}

package io.quittance.kpi.trend;

import static io.quittance.kpi.trend.Given.code;
import static io.quittance.kpi.trend.Given.month;
import static io.quittance.kpi.trend.Given.none;
import static io.quittance.kpi.trend.Given.rate;
import static io.quittance.kpi.trend.Given.series;
import static io.quittance.kpi.trend.Given.share;
import static io.quittance.kpi.trend.Given.six;
import static io.quittance.kpi.trend.Given.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.SalesPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KpiSeriesTest {
    private static final ServicePeriod Q1 = ServicePeriod.of("2012-01-01", "2012-04-01");
    private static final ServicePeriod Q2 = ServicePeriod.of("2012-04-01", "2012-07-01");

    private static CollectionFigures quarter(ServicePeriod period, String closing, String sold) {
        return CollectionFigures.builder()
                .period(period)
                .closingReceivables(Amount.of(closing, "USD"))
                .sales(SalesPeriod.of(period, Amount.of(sold, "USD")))
                .build();
    }

    /**
     * IBM receivables sample, reference.json: what is owed at the ends of March and June 2012, and what was sold in the three months of each; {@code dso_rolling_3m} is the value. kpi.md, section 6:
     * −11.5 % in the second quarter.
     */
    @Test
    void comparesTheQuartersOfRealData() {
        KpiSeries dso = KpiSeries.of(
                DaysSalesOutstanding.simple(),
                Map.of(Q2, quarter(Q2, "5504.09", "18421.72"), Q1, quarter(Q1, "6183.10", "18318.42")));
        assertThat(dso.results()).extracting(Given::six).containsExactly("30.715646", "27.189220");
        Change change = dso.changeFromBefore(Q2).orElseThrow();
        assertThat(change.relative().rounded(Rounding.halfUp(1)).orElseThrow()).isEqualTo("-11.5");
        assertThat(change.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(dso.currency()).contains("USD");
        assertThat(dso).hasToString("dso.simple in 2 periods of [2012-01-01, 2012-07-01)");
    }

    @Test
    void findsFiguresByPeriod() {
        KpiSeries found = KpiSeries.of(
                DaysSalesOutstanding.simple(), List.of(Q2, Q1), period -> quarter(period, "100.00", "100.00"));
        assertThat(found.results()).extracting(Given::six).containsExactly("91.000000", "91.000000");
        assertThat(found.periods()).containsExactly(Q1, Q2);
    }

    @Test
    void keepsWhatIsUndefinedInItsPlace() {
        KpiSeries series = series(share(3, 30, 100), none(Given.SHARE, 2), share(1, 10, 100), share(4, 0, 0));
        assertThat(series.results()).extracting(Given::six).containsExactly("10.000000", "", "30.000000", "");
        assertThat(series.at(month(2)).map(Given::code)).contains("MISSING_INPUT: overdue is not given");
        assertThat(series.distribution().count()).isEqualTo(2);
        assertThat(series.distribution().percentile(new BigDecimal("75"), PercentileMethod.INCLUSIVE))
                .contains(Fraction.of(25));
        assertThat(series.changes())
                .extracting(Change::verdict)
                .containsOnly(Verdict.UNKNOWN)
                .hasSize(3);
        assertThat(code(series.latest())).isEqualTo("NO_OPEN_ITEMS: nothing is open");
    }

    @Test
    void knowsItsGaps() {
        KpiSeries series = series(rate(1, 1, 2), rate(2, 1, 4), rate(5, 1, 2));
        assertThat(series.gaps()).containsExactly(ServicePeriod.of("2026-03-01", "2026-05-01"));
        assertThat(series.before(month(5))).isEmpty();
        assertThat(series.changeFromBefore(month(5))).isEmpty();
        assertThat(series.changes()).singleElement().extracting(Change::verdict).isEqualTo(Verdict.WORSE);
        assertThat(series.whole()).isEqualTo(ServicePeriod.of("2026-01-01", "2026-06-01"));
        assertThat(series.before(month(6))).contains(rate(5, 1, 2));
    }

    /** February 2028 has 29 days, February 2027 has 28. */
    @Test
    void findsTheSamePeriodLastYear() {
        KpiSeries series = series(rate(14, 50, 100), rate(26, 60, 100));
        assertThat(month(26)).isEqualTo(ServicePeriod.of("2028-02-01", "2028-03-01"));
        Change change = series.changeFromYearBefore(month(26)).orElseThrow();
        assertThat(six(change.relative())).isEqualTo("20.000000");
        assertThat(series.yearBefore(month(14))).isEmpty();
        // the first half of a February is not the February of the year before, and neither is the second
        assertThat(series.yearBefore(ServicePeriod.of("2028-02-01", "2028-02-15")))
                .isEmpty();
        assertThat(series.yearBefore(ServicePeriod.of("2028-02-15", "2028-03-01")))
                .isEmpty();
        KpiResult leapDay = KpiBasis.of(Given.RATE)
                .period(ServicePeriod.of("2028-02-28", "2028-02-29"))
                .measured(Fraction.ONE);
        assertThat(series(leapDay).yearBefore(ServicePeriod.of("2028-02-28", "2028-02-29")))
                .isEmpty();
    }

    @Test
    void refusesResultsThatDoNotBelongTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiSeries.of(List.of()))
                .withMessage("results must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series(rate(1, 1, 2), share(2, 1, 2)))
                .withMessage("results must be of one KPI, collection-rate.gross, but was overdue.amount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series(rate(1, 1, 2), rate(1, 1, 3)))
                .withMessage("results must be of periods that do not overlap, but was [2026-01-01, 2026-02-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series(KpiBasis.of(Given.RATE).measured(Fraction.ONE)))
                .withMessage("results.period must be given");
        KpiResult dollars =
                KpiBasis.of(Given.OWED).period(month(2)).currency("USD").measured(Fraction.ONE);
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> series(sum(Given.OWED, 1, 1), dollars))
                .satisfies(mismatch -> assertThat(mismatch.expected()).isEqualTo("EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiSeries.of(DaysSalesOutstanding.simple(), Map.of(Q1, quarter(Q2, "1", "1"))))
                .withMessage("figures must be of the period [2012-01-01, 2012-04-01),"
                        + " but was [2012-04-01, 2012-07-01)");
    }

    @Property(tries = 100)
    void theOrderOfResultsIsIrrelevant(@ForAll @IntRange(min = 1, max = 12) int months, @ForAll long seed) {
        var results = new ArrayList<KpiResult>();
        for (int month = 1; month <= months; month++) {
            results.add(rate(month, month % 5, month % 3));
        }
        KpiSeries expected = KpiSeries.of(results);
        Collections.shuffle(results, new Random(seed));
        assertThat(KpiSeries.of(results)).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(expected.distribution().count()).isEqualTo((int)
                results.stream().filter(each -> each.value().isPresent()).count());
    }

    @Test
    void tellsHowManyPeriodsItHas() {
        KpiSeries one = Given.series(Given.days(1, "10"));
        assertThat(one)
                .hasToString("days.median in 1 period of [2026-01-01, 2026-02-01)")
                .isNotEqualTo("days.median");
        assertThat(Given.series(Given.days(1, "10"), Given.days(2, "10")))
                .hasToString("days.median in 2 periods of [2026-01-01, 2026-03-01)");
    }
}

package io.quittance.kpi.scorecard;

import static io.quittance.kpi.scorecard.MeasuringRule.AVERAGE_OF_PERIOD;
import static io.quittance.kpi.scorecard.MeasuringRule.VALUE_AT_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.OutstandingReceivables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasuringRuleTest {
    private static final KpiResult JANUARY = month(1, "20");
    private static final KpiResult FEBRUARY = month(2, "16");
    private static final KpiResult MARCH = month(3, "12");

    @Test
    void takesTheLatestValue() {
        assertThat(VALUE_AT_END.of(List.of(MARCH, JANUARY, FEBRUARY))).isEqualTo(MARCH);
    }

    /** By hand: (20 + 16 + 12) / 3 = 16. */
    @Test
    void takesTheMeanOfThePeriods() {
        KpiResult mean = AVERAGE_OF_PERIOD.of(List.of(MARCH, JANUARY, FEBRUARY));
        assertThat(mean.value()).contains(Fraction.of(16));
        assertThat(mean.basis().period()).contains(ServicePeriod.of("2026-01-01", "2026-04-01"));
        assertThat(mean.basis().count()).contains(3L);
        assertThat(mean.basis().notes()).containsExactly("AVERAGE_OF_PERIOD");
        assertThat(mean.basis().exclusions()).isEmpty();
        assertThat(AVERAGE_OF_PERIOD.of(List.of(JANUARY, FEBRUARY, MARCH))).isEqualTo(mean);
    }

    @Test
    void leavesOutWhatHasNoValueAndSaysSo() {
        KpiResult mean = AVERAGE_OF_PERIOD.of(List.of(JANUARY, none(2), MARCH));
        assertThat(mean.value()).contains(Fraction.of(16));
        assertThat(mean.basis().count()).contains(2L);
        assertThat(mean.basis().exclusions()).containsExactly("NO_OPEN_ITEMS");
        KpiResult none = AVERAGE_OF_PERIOD.of(List.of(none(1), none(2)));
        assertThat(none.value()).isEmpty();
        assertThat(none.<String>match(measured -> "", undefined -> undefined.code()))
                .isEqualTo("NO_OPEN_ITEMS");
    }

    /** By hand: 20 % of 100 and 50 % of 300 are 170 of 400, 42.5 %; the mean of the rates would be 35 %. */
    @Test
    void averagesTotalsFirst() {
        KpiResult average = AVERAGE_OF_PERIOD.of(List.of(share(1, 20, 100), share(2, 150, 300)));
        assertThat(average.value()).contains(Results.exact("42.5"));
        assertThat(average.basis().notes()).containsExactly("AVERAGE_OF_PERIOD", "TOTALS_FIRST");
        assertThat(average.basis().denominator()).contains(Fraction.of(400));
        assertThat(average.basis().items())
                .containsExactly(
                        new KpiItem("[2026-01-01, 2026-02-01)", Fraction.of(2000), Fraction.of(100)),
                        new KpiItem("[2026-02-01, 2026-03-01)", Fraction.of(15000), Fraction.of(300)));
    }

    /** DSO of 1200 and sales of -1000 is noted NOT_MEANINGFUL; it is no part of the average, and alone it stays as it is. */
    @Test
    void leavesOutWhatHasNoMeaning() {
        KpiResult negative = share(2, 1200, -1000);
        KpiResult average = AVERAGE_OF_PERIOD.of(List.of(share(1, 20, 100), negative));
        assertThat(average.value()).contains(Fraction.of(20));
        assertThat(average.basis().exclusions()).containsExactly("NOT_MEANINGFUL");
        assertThat(average.basis().count()).contains(1L);
        assertThat(AVERAGE_OF_PERIOD.of(List.of(negative))).isEqualTo(negative);
    }

    /** By hand: 100.00 and 60.00 owed at two month ends are 80.00 on average, in their currency; a month without a value has none. */
    @Test
    void averagesAmountsOfOneCurrency() {
        KpiResult mean = AVERAGE_OF_PERIOD.of(List.of(
                owed(1, "EUR").measured(Fraction.of(100)),
                owed(2, "EUR").measured(Fraction.of(60)),
                owed(3, null).undefined("NO_BALANCE", "no balance is known")));
        assertThat(mean.value()).contains(Fraction.of(80));
        assertThat(mean.basis().currency()).contains("EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AVERAGE_OF_PERIOD.of(List.of(
                        owed(1, "EUR").measured(Fraction.of(100)),
                        owed(2, "USD").measured(Fraction.of(60)))))
                .withMessage("results must be in one currency, but was [EUR, USD]");
    }

    private static KpiBasis.Builder owed(int month, @Nullable String currency) {
        return KpiBasis.of(OutstandingReceivables.overdue().definition())
                .period(ServicePeriod.of(YearMonth.of(2026, month)))
                .currency(currency);
    }

    @Test
    void saysWhatItsPeriodsSay() {
        KpiResult january = Results.basis("overdue.amount", Direction.LOWER)
                .period(ServicePeriod.of(YearMonth.of(2026, 1)))
                .note("SHORTENED")
                .exclusion("NEGATIVE_SALES")
                .measured(Fraction.of(20));
        KpiResult mean = AVERAGE_OF_PERIOD.of(List.of(january, FEBRUARY));
        assertThat(mean.value()).contains(Fraction.of(18));
        assertThat(mean.basis().notes()).containsExactly("AVERAGE_OF_PERIOD", "SHORTENED");
        assertThat(mean.basis().exclusions()).containsExactly("NEGATIVE_SALES");
    }

    /** A year of daily shares of amounts with cents: totals have few digits, where their mean has thousands. */
    @Test
    void averagesManyPeriods() {
        var days = new ArrayList<KpiResult>();
        long above = 0;
        long below = 0;
        for (int i = 0; i < 365; i++) {
            long part = 100_000_007L + (i * 7919L);
            long whole = 1_000_000_007L + (i * 104_729L);
            above += part;
            below += whole;
            days.add(Results.basis("overdue.amount", Direction.LOWER)
                    .period(day(i))
                    .quotient(Fraction.of(part, 100), Fraction.of(whole, 100), Fraction.of(100), "NONE", "none"));
        }
        assertThat(AVERAGE_OF_PERIOD.of(days).value()).contains(Fraction.of(100 * above, below));
    }

    /** Values that are no quotients, each with another denominator: 1 / (1000003 + 2 i) on 500 days; their mean to twelve places is 500 of them over 500. */
    @Test
    void roundsSummandsThatHaveNoSum() {
        var days = new ArrayList<KpiResult>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < 500; i++) {
            long below = 1_000_003L + (2L * i);
            sum = sum.add(BigDecimal.ONE.divide(BigDecimal.valueOf(below), 30, RoundingMode.HALF_UP));
            days.add(Results.basis("x", Direction.LOWER).period(day(i)).measured(Fraction.of(1, below)));
        }
        KpiResult average = AVERAGE_OF_PERIOD.of(days);
        assertThat(average.basis().notes()).containsExactly("AVERAGE_OF_PERIOD", "ROUNDED_SUMMANDS");
        assertThat(average.rounded(Rounding.halfUp(15)))
                .contains(sum.divide(BigDecimal.valueOf(500), 15, RoundingMode.HALF_UP));
    }

    @Test
    void takesTheOneThatEndsLast() {
        KpiResult half =
                Results.of("overdue.amount", Direction.LOWER, "9", ServicePeriod.of("2026-01-01", "2026-07-01"));
        assertThat(VALUE_AT_END.of(List.of(half, FEBRUARY))).isEqualTo(half);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AVERAGE_OF_PERIOD.of(List.of(half, FEBRUARY)))
                .withMessage("results must not lie within [2026-01-01, 2026-07-01), but was [2026-02-01, 2026-03-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AVERAGE_OF_PERIOD.of(List.of(
                        JANUARY,
                        Results.of(
                                "overdue.amount", Direction.LOWER, "1", ServicePeriod.of("2026-01-01", "2026-04-01")))))
                .withMessage("results must not lie within [2026-01-01, 2026-04-01), but was [2026-01-01, 2026-02-01)");
    }

    @Test
    void refusesResultsThatAreComputedInDifferentWays() {
        KpiDefinition all = KpiDefinition.of("x", "All", KpiUnit.COUNT, Direction.LOWER, "cases");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VALUE_AT_END.of(List.of(
                        KpiBasis.of(all).period(day(0)).measured(Fraction.ONE),
                        KpiBasis.of(all.undefinedWhen("no cases (NO_CASES)"))
                                .period(day(1))
                                .measured(Fraction.ONE))))
                .withMessage("results must be computed alike, All, but was All");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VALUE_AT_END.of(List.of(
                        KpiBasis.of(all).period(day(0)).measured(Fraction.ONE),
                        KpiBasis.of(all.only("reason", "PRICING"))
                                .period(day(1))
                                .measured(Fraction.ONE))))
                .withMessage("results must be of one KPI, x, but was x[reason=PRICING]");
    }

    @Test
    void refusesResultsThatDoNotBelongTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VALUE_AT_END.of(List.of()))
                .withMessage("results must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VALUE_AT_END.of(List.of(
                        JANUARY,
                        Results.of("overdue.count", Direction.LOWER, "1", ServicePeriod.of(YearMonth.of(2026, 2))))))
                .withMessage("results must be of one KPI, overdue.amount, but was overdue.count");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AVERAGE_OF_PERIOD.of(List.of(JANUARY, month(1, "21"))))
                .withMessage("results must end on different days, but was [2026-01-01, 2026-02-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AVERAGE_OF_PERIOD.of(List.of(JANUARY, Results.of("overdue.amount", Direction.LOWER, "1"))))
                .withMessage("results.period must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AVERAGE_OF_PERIOD.of(List.of(money("EUR", 1), money("USD", 2))))
                .withMessage("results must be in one currency, but was [EUR, USD]");
    }

    private static ServicePeriod day(int number) {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(number);
        return new ServicePeriod(day, day.plusDays(1));
    }

    private static KpiResult share(int month, long above, long below) {
        return Results.basis("overdue.amount", Direction.LOWER)
                .period(ServicePeriod.of(YearMonth.of(2026, month)))
                .quotient(Fraction.of(above), Fraction.of(below), Fraction.of(100), "NO_OPEN_ITEMS", "nothing is open");
    }

    private static KpiResult money(String currency, int month) {
        return KpiBasis.of(KpiDefinition.of("owed", "Owed", KpiUnit.MONEY, Direction.LOWER, "what is owed"))
                .period(ServicePeriod.of(YearMonth.of(2026, month)))
                .currency(currency)
                .measured(Fraction.ONE);
    }

    private static KpiResult month(int month, String value) {
        return Results.of("overdue.amount", Direction.LOWER, value, ServicePeriod.of(YearMonth.of(2026, month)));
    }

    private static KpiResult none(int month) {
        return Results.basis("overdue.amount", Direction.LOWER)
                .period(ServicePeriod.of(YearMonth.of(2026, month)))
                .undefined("NO_OPEN_ITEMS", "nothing is open");
    }

    /** 20 and 40 of hosts that do not say what is above the line, or below it, or have nothing there: 30, as each period counts once. */
    @Test
    void averagesPeriodsThatAreNoQuotients() {
        for (KpiBasis.Builder january : List.of(
                bare().denominator(Fraction.of(100)),
                bare().numerator(Fraction.of(20)),
                bare().numerator(Fraction.of(20)).denominator(Fraction.ZERO),
                bare().numerator(Fraction.of(20)).denominator(Fraction.of(-100)))) {
            KpiResult mean = AVERAGE_OF_PERIOD.of(List.of(january.measured(Fraction.of(20)), share(2, 120, 300)));
            assertThat(mean.value()).contains(Fraction.of(30));
            assertThat(mean.basis().notes()).containsExactly("AVERAGE_OF_PERIOD");
        }
    }

    private static KpiBasis.Builder bare() {
        return Results.basis("overdue.amount", Direction.LOWER).period(ServicePeriod.of(YearMonth.of(2026, 1)));
    }

    /** January to March, and February to April: neither lies within the other. */
    @Test
    void averagesPeriodsThatOverlap() {
        KpiResult first =
                Results.of("overdue.amount", Direction.LOWER, "20", ServicePeriod.of("2026-01-01", "2026-04-01"));
        KpiResult second =
                Results.of("overdue.amount", Direction.LOWER, "40", ServicePeriod.of("2026-02-01", "2026-05-01"));
        assertThat(AVERAGE_OF_PERIOD.of(List.of(first, second)).value()).contains(Fraction.of(30));
    }
}

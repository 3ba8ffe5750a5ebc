package io.quittance.kpi.scorecard;

import static io.quittance.kpi.scorecard.MeasuringRule.AVERAGE_OF_PERIOD;
import static io.quittance.kpi.scorecard.MeasuringRule.VALUE_AT_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.time.YearMonth;
import java.util.List;
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
                .withMessage("results must have each period once, but was [2026-01-01, 2026-02-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AVERAGE_OF_PERIOD.of(List.of(JANUARY, Results.of("overdue.amount", Direction.LOWER, "1"))))
                .withMessage("results.period must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AVERAGE_OF_PERIOD.of(List.of(money("EUR", 1), money("USD", 2))))
                .withMessage("results must be in one currency, but was USD");
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
}

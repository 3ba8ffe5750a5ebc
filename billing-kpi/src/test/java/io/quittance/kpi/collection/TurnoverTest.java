package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.six;
import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Turnover and collection period; case ids of conformance/kpi.json. */
class TurnoverTest {

    private static CollectionFigures figures(String average, String sold, int days) {
        return CollectionFigures.builder()
                .openingReceivables(usd(average))
                .closingReceivables(usd(average))
                .sales(SalesPeriod.of(days, usd(sold)))
                .build();
    }

    /** turnover-studyzin, turnover-gaodun, turnover-178, turnover-javamoney-inverted. */
    @ParameterizedTest
    @CsvSource({
        "4192200, 328800, 12.750000, 28.627451",
        "6205000, 335000, 18.522388, 19.705882",
        "80000, 45000, 1.777778, 205.312500",
        "3.678, 10.5, 0.350286, 1042.006525"
    })
    void turnoverIsSalesOverReceivablesAndThePeriodItsInverse(String sold, String average, String times, String days) {
        CollectionFigures figures = figures(average, sold, 365);
        assertThat(six(ReceivablesTurnover.ofPeriod().compute(figures))).isEqualTo(times);
        assertThat(six(ReceivablesTurnover.annualised().compute(figures))).isEqualTo(times);
        assertThat(six(new AverageCollectionPeriod().compute(figures))).isEqualTo(days);
    }

    /** acp-trinity-bikes, acp-javamoney-test. */
    @ParameterizedTest
    @CsvSource({"7.2, 50.694444", "3.678, 99.238717"})
    void periodOfAKnownTurnover(BigDecimal turnover, String days) {
        assertThat(six(AverageCollectionPeriod.ofTurnover(turnover, new BigDecimal("365"))))
                .isEqualTo(days);
    }

    @Test
    void annualises() {
        assertThat(six(ReceivablesTurnover.annualised().compute(figures("100", "150", 73))))
                .isEqualTo("7.500000");
    }

    @ParameterizedTest
    @CsvSource({"0", "-5"})
    void noneWhereNothingIsOwed(String average) {
        CollectionFigures figures = figures(average, "100", 30);
        String reason = "NO_RECEIVABLES: average receivables are 0 or less";
        assertThat(code(ReceivablesTurnover.ofPeriod().compute(figures))).isEqualTo(reason);
        assertThat(code(new AverageCollectionPeriod().compute(figures))).isEqualTo(reason);
    }

    @Test
    void noneWithoutSales() {
        assertThat(code(new AverageCollectionPeriod().compute(figures("5", "0", 30))))
                .startsWith("NO_SALES");
        assertThat(code(AverageCollectionPeriod.ofTurnover(BigDecimal.ZERO, BigDecimal.ONE)))
                .startsWith("NO_SALES");
        assertThat(code(ReceivablesTurnover.ofPeriod()
                        .compute(CollectionFigures.builder().build())))
                .isEqualTo("MISSING_INPUT: openingReceivables is not given");
    }

    @Test
    void refusesNoDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AverageCollectionPeriod.ofTurnover(BigDecimal.ONE, BigDecimal.ZERO))
                .withMessage("days must be more than 0, but was 0");
    }

    @Property
    void thePeriodIsTheAverageDso(
            @ForAll @LongRange(min = 1, max = 1000) long average,
            @ForAll @LongRange(min = 1, max = 1000) long sold,
            @ForAll @IntRange(min = 1, max = 366) int days) {
        CollectionFigures figures = figures(Long.toString(average), Long.toString(sold), days);
        assertThat(new AverageCollectionPeriod().compute(figures).value())
                .isEqualTo(DaysSalesOutstanding.average().compute(figures).value());
    }

    /** 150 sold of a mean of 100 in 73 days are one and a half times, however long a year is. */
    @Test
    void turnoverOfAPeriodIsNotAnnualised() {
        assertThat(six(ReceivablesTurnover.ofPeriod().compute(figures("100", "150", 73))))
                .isEqualTo("1.500000");
    }

    @ParameterizedTest
    @CsvSource({"0", "-5"})
    void withoutReceivablesNothingIsMultiplied(String average) {
        KpiBasis basis = ReceivablesTurnover.annualised()
                .compute(figures(average, "100", 73))
                .basis();
        assertThat(basis.numerator()).contains(Fraction.of(100));
        assertThat(basis.denominator()).contains(Fraction.of(new BigDecimal(average)));
        assertThat(basis.factor()).isEmpty();
    }
}

package io.quittance.kpi.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardRowTest {
    private static final KpiDefinition DSO = DaysSalesOutstanding.simple().definition();

    /** kpi.md 6: "&lt; 2" is strict, "95 or higher" includes 95. */
    @ParameterizedTest
    @CsvSource({
        "LESS, 2, 1.99, MET",
        "LESS, 2, 2, MISSED",
        "AT_MOST, 5, 5, MET",
        "AT_MOST, 5, 5.000001, MISSED",
        "AT_LEAST, 95, 95, MET",
        "AT_LEAST, 95, 94.999999, MISSED",
        "MORE, 95, 95, MISSED",
        "MORE, 95, 95.000001, MET"
    })
    void comparesExactly(Comparison comparison, String goal, String value, Status status) {
        assertThat(ScorecardRow.of(target().absolute(comparison, goal), result(value))
                        .status())
                .isEqualTo(status);
    }

    /** ibm-ar/reference.json: 2013-Q3 23.667184 to 2013-Q4 5.515450 is down 76.7 %; Q2 to Q3 is up. */
    @ParameterizedTest
    @CsvSource({"23.667184, 5.515450, MET", "23.180745, 23.667184, MISSED", "40, 36, MET", "40, 36.000001, MISSED"})
    void measuresAChangeFromItsBaseline(String baseline, String value, Status status) {
        var target = target().changeBy(Comparison.AT_MOST, "-10");
        assertThat(ScorecardRow.of(target, result(value), result(baseline)).status())
                .isEqualTo(status);
        assertThat(target).hasToString("<= baseline - 10 %");
    }

    /** kpi.md 6: "+5 %" of 80 is 84 relative and 85 in points; the target says which. */
    @Test
    void tellsPercentFromPoints() {
        var relative = ScorecardRow.of(target().changeBy(Comparison.AT_LEAST, "5"), result("84.5"), result("80"));
        var points = ScorecardRow.of(target().changeByPoints(Comparison.AT_LEAST, "5"), result("84.5"), result("80"));
        assertThat(relative.goal()).contains(Fraction.of(84));
        assertThat(points.goal()).contains(Fraction.of(85));
        assertThat(relative.status()).isEqualTo(Status.MET);
        assertThat(points.status()).isEqualTo(Status.MISSED);
    }

    @Test
    void namesWhereATargetStartsFrom() {
        var target = target().fromTo("15", Comparison.AT_MOST, "5");
        assertThat(target).hasToString("from 15 to <= 5");
        assertThat(ScorecardRow.of(target, result("5")).status()).isEqualTo(Status.MET);
    }

    @Test
    void hasNoDataWhereTheKpiHasNoValue() {
        KpiResult undefined = KpiBasis.of(DSO).undefined("NO_SALES", "there were no credit sales");
        var row = ScorecardRow.of(target().absolute(Comparison.AT_MOST, "45"), undefined);
        assertThat(row.status()).isEqualTo(Status.NO_DATA);
        assertThat(row.explanation().text()).isEqualTo("no value: there were no credit sales");
        var change = ScorecardRow.of(target().changeBy(Comparison.AT_MOST, "-10"), result("36"), undefined);
        assertThat(change.status()).isEqualTo(Status.NO_DATA);
        assertThat(change.goal()).isEmpty();
        assertThat(change.explanation().text()).isEqualTo("no baseline: there were no credit sales");
    }

    @Test
    void explainsItsStatus() {
        assertThat(ScorecardRow.of(target().absolute(Comparison.LESS, "2"), result("1.12"))
                        .explanation()
                        .text())
                .isEqualTo("1.12 is < 2");
        assertThat(ScorecardRow.of(target().absolute(Comparison.LESS, "2"), result("2"))
                        .explanation()
                        .text())
                .isEqualTo("2 is not < 2");
    }

    @Test
    void refusesAnotherKpiAndAMissingBaseline() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(
                        target().absolute(Comparison.LESS, "2"),
                        KpiBasis.of(DaysSalesOutstanding.countback().definition())
                                .measured(Fraction.ONE)))
                .withMessage("actual must be of dso.simple, but was dso.countback");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target().changeBy(Comparison.AT_MOST, "-10"), result("1")))
                .withMessage("baseline must be given for <= baseline - 10 %");
    }

    @Property
    void isMetOrMissedByTheSmallestDifference(@ForAll @IntRange(min = 1, max = 1_000_000) int denominator) {
        Fraction almost = Fraction.of(2).minus(Fraction.of(1, denominator));
        var target = target().absolute(Comparison.LESS, "2");
        assertThat(ScorecardRow.of(target, exactly(almost)).status()).isEqualTo(Status.MET);
        assertThat(ScorecardRow.of(target, exactly(Fraction.of(2))).status()).isEqualTo(Status.MISSED);
    }

    private static Target.Start target() {
        return Target.of("a target", "dso.simple", LocalDate.of(2026, 12, 31));
    }

    private static KpiResult result(String value) {
        return exactly(Fraction.of(new BigDecimal(value)));
    }

    private static KpiResult exactly(Fraction value) {
        return KpiBasis.of(DSO).measured(value);
    }
}

package io.quittance.kpi.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.measurement.Measurements;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import io.quittance.kpi.trend.KpiSeries;
import io.quittance.kpi.trend.Verdict;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** kpi.md, section 5, goals.rate, and section 6, weighted score. */
class ScorecardKpiTest {
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final FiscalCalendar YEARS = new FiscalCalendar(Month.JANUARY, FiscalCalendar.NamedBy.LAST_DAY);
    private static final KpiDefinition RATE =
            KpiDefinition.of("acme.rate", "Rate", KpiUnit.PERCENT, Direction.HIGHER, "a / b × 100");

    private static Target monthly(String name) {
        return any(name).inEvery(new EveryPeriod(PeriodLength.MONTH, YEARS)).build();
    }

    private static Target by(String name, String deadline) {
        return any(name).deadline(LocalDate.parse(deadline)).build();
    }

    private static Target.Builder any(String name) {
        return Target.named(name)
                .of(RATE, "all customers")
                .goal(Comparison.AT_LEAST, Goal.absolute("100"))
                .area("Collection");
    }

    private static KpiResult measured(ServicePeriod period, long percent) {
        return KpiBasis.of(RATE).period(period).measured(Fraction.of(percent));
    }

    private static KpiResult nothing(ServicePeriod period) {
        return KpiBasis.of(RATE).period(period).undefined("NO_SALES", "there were no sales");
    }

    private static KpiResult of(Kpi<ScorecardFigures> kpi, ServicePeriod period, ScorecardRow... rows) {
        return kpi.compute(new ScorecardFigures(period, Scorecard.of("Receivables", List.of(rows))));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", KpiResult.Undefined::code);
    }

    /** (3 × 90 + 2 × 60) / 5 = 78; the weights of the two are 5 of 10. */
    @Test
    void aTargetWithoutAScoreIsLeftOutAndTheCoverageShowsIt() {
        ScorecardRow[] rows = {
            ScorecardRow.of(monthly("dso"), measured(MARCH, 90)).weighing("3"),
            ScorecardRow.of(monthly("overdue"), measured(MARCH, 60)).weighing("2"),
            ScorecardRow.of(monthly("disputes"), nothing(MARCH)).weighing("5")
        };
        KpiResult score = of(ScorecardKpi.score(), MARCH, rows);
        assertThat(score.value()).contains(Fraction.of(78));
        assertThat(score.basis().period()).contains(MARCH);
        assertThat(score.basis().numerator()).contains(Fraction.of(390));
        assertThat(score.basis().denominator()).contains(Fraction.of(5));
        assertThat(score.basis().count()).contains(2L);
        assertThat(score.basis().exclusions()).containsExactly("NO_DATA");
        assertThat(score.basis().items())
                .containsExactly(
                        new KpiItem("dso", Fraction.of(270), Fraction.of(3)),
                        new KpiItem("overdue", Fraction.of(120), Fraction.of(2)));
        KpiResult coverage = of(ScorecardKpi.coverage(), MARCH, rows);
        assertThat(coverage.value()).contains(Fraction.of(50));
        assertThat(coverage.basis().denominator()).contains(Fraction.of(10));
        assertThat(coverage.basis().count()).contains(3L);
    }

    @Test
    void nothingToScoreHasAReasonAndIsNotZero() {
        ScorecardRow none = ScorecardRow.of(monthly("dso"), nothing(MARCH));
        assertThat(code(of(ScorecardKpi.score(), MARCH, none))).isEqualTo("NO_DATA");
        assertThat(of(ScorecardKpi.coverage(), MARCH, none).value()).contains(Fraction.ZERO);
        assertThat(code(of(ScorecardKpi.goalsMet(), MARCH, none))).isEqualTo("NO_GOALS");
        assertThat(of(ScorecardKpi.goalsMet(), MARCH, none).basis().exclusions())
                .containsExactly("NO_DATA");
        assertThat(code(of(ScorecardKpi.score(), MARCH))).isEqualTo("NO_DATA");
        assertThat(code(of(ScorecardKpi.coverage(), MARCH))).isEqualTo("NO_TARGETS");
        assertThat(code(of(ScorecardKpi.goalsMet(), MARCH))).isEqualTo("NO_GOALS");
    }

    /** Of a deadline on 31 March and two that hold in every month, two are met; one of June is running, and one of February was over before. */
    @Test
    void goalsAreDueInThePeriodInWhichTheirTimeEnds() {
        KpiResult rate = of(
                ScorecardKpi.goalsMet(),
                MARCH,
                ScorecardRow.of(by("by the end of March", "2026-03-31"), measured(MARCH, 100)),
                ScorecardRow.of(monthly("each month"), measured(MARCH, 120)),
                ScorecardRow.of(monthly("each month, missed"), measured(MARCH, 99)),
                ScorecardRow.of(by("by the end of June", "2026-06-30"), measured(MARCH, 100)),
                ScorecardRow.of(by("by the end of February", "2026-02-28"), measured(FEBRUARY, 100)));
        assertThat(rate.value()).contains(Fraction.of(200, 3));
        assertThat(rate.basis().count()).contains(3L);
        assertThat(rate.basis().exclusions()).isEmpty();
        assertThat(rate.basis().items())
                .extracting(KpiItem::id)
                .containsExactly("by the end of March", "each month", "each month, missed");
    }

    /** The value of February says nothing of a deadline on 31 March: the goal was due, and nobody knows what was reached. */
    @Test
    void aValueOfBeforeTheEndIsNoOutcome() {
        ScorecardRow early = ScorecardRow.of(by("by the end of March", "2026-03-31"), measured(FEBRUARY, 100));
        assertThat(early.status()).isEqualTo(Status.MET);
        KpiResult rate = of(ScorecardKpi.goalsMet(), MARCH, early);
        assertThat(code(rate)).isEqualTo("NO_GOALS");
        assertThat(rate.basis().exclusions()).containsExactly("NO_DATA");
        assertThat(code(of(ScorecardKpi.score(), MARCH, early))).isEqualTo("NO_DATA");
        assertThat(of(ScorecardKpi.score(), FEBRUARY, early).value()).contains(Fraction.of(100));
        assertThat(of(ScorecardKpi.goalsMet(), FEBRUARY, early).basis().exclusions())
                .isEmpty();
    }

    /** A month ends in March, of which there is no value: that of February says nothing of it. Of a target of every quarter, that of the quarter before is no outcome in March either, and in February none is due. */
    @Test
    void aValueOfThePeriodBeforeIsNoOutcomeOfThisOne() {
        ScorecardRow stale = ScorecardRow.of(monthly("dso"), measured(FEBRUARY, 100));
        ScorecardRow known = ScorecardRow.of(monthly("overdue"), measured(MARCH, 100));
        KpiResult march = of(ScorecardKpi.goalsMet(), MARCH, stale, known);
        assertThat(march.value()).contains(Fraction.of(100));
        assertThat(march.basis().count()).contains(1L);
        assertThat(march.basis().exclusions()).containsExactly("NO_DATA");
        assertThat(of(ScorecardKpi.coverage(), MARCH, stale, known).value()).contains(Fraction.of(50));
        assertThat(of(ScorecardKpi.score(), MARCH, stale, known).basis().exclusions())
                .containsExactly("NO_DATA");
        Target quarterly = any("each quarter")
                .inEvery(new EveryPeriod(PeriodLength.QUARTER, YEARS))
                .build();
        ScorecardRow before = ScorecardRow.of(quarterly, measured(ServicePeriod.of("2025-10-01", "2026-01-01"), 100));
        assertThat(of(ScorecardKpi.goalsMet(), MARCH, before).basis().exclusions())
                .containsExactly("NO_DATA");
        KpiResult february = of(ScorecardKpi.goalsMet(), FEBRUARY, before);
        assertThat(code(february)).isEqualTo("NO_GOALS");
        assertThat(february.basis().exclusions()).isEmpty();
        assertThat(of(ScorecardKpi.score(), FEBRUARY, before).value()).contains(Fraction.of(100));
    }

    /** As of 30 March, February is the last month that has ended; at the end of 31 March, it is March, and nobody knows its value. */
    @Test
    void aValueIsOutOfDateWhenTheNextPeriodHasEnded() {
        ScorecardRow row = ScorecardRow.of(monthly("dso"), measured(FEBRUARY, 100));
        assertThat(row.asOf(LocalDate.parse("2026-02-28")).status()).isEqualTo(Status.MET);
        assertThat(row.asOf(LocalDate.parse("2026-03-30")).status()).isEqualTo(Status.MET);
        ScorecardRow stale = row.asOf(LocalDate.parse("2026-03-31"));
        assertThat(stale.status()).isEqualTo(Status.NO_DATA);
        assertThat(stale.score()).isEmpty();
        assertThat(stale.explanation().toString()).contains("no value at the end: it is of [2026-02-01, 2026-03-01)");
        assertThat(row.status()).isEqualTo(Status.MET);
    }

    /** A value without a period is of the time that is asked for: of the quarter only where that ends. */
    @Test
    void aValueWithoutAPeriodIsDueWhereThePeriodOfItsTargetEnds() {
        Target quarterly = any("each quarter")
                .inEvery(new EveryPeriod(PeriodLength.QUARTER, YEARS))
                .build();
        ScorecardRow row = ScorecardRow.of(quarterly, KpiBasis.of(RATE).measured(Fraction.of(100)));
        assertThat(of(ScorecardKpi.goalsMet(), MARCH, row).value()).contains(Fraction.of(100));
        assertThat(code(of(ScorecardKpi.goalsMet(), FEBRUARY, row))).isEqualTo("NO_GOALS");
    }

    /** From 50 to 100: by a month after the other, and for the better. */
    @Test
    void scorecardsOfMonthsMakeASeries() {
        Map<ServicePeriod, ScorecardFigures> months = Map.of(
                FEBRUARY,
                new ScorecardFigures(
                        FEBRUARY,
                        Scorecard.of(
                                "Receivables",
                                List.of(
                                        ScorecardRow.of(monthly("dso"), measured(FEBRUARY, 100)),
                                        ScorecardRow.of(monthly("overdue"), measured(FEBRUARY, 20))))),
                MARCH,
                new ScorecardFigures(
                        MARCH,
                        Scorecard.of(
                                "Receivables",
                                List.of(
                                        ScorecardRow.of(monthly("dso"), measured(MARCH, 100)),
                                        ScorecardRow.of(monthly("overdue"), measured(MARCH, 110))))));
        KpiSeries rate = KpiSeries.of(ScorecardKpi.goalsMet(), months);
        assertThat(rate.changes()).singleElement().satisfies(change -> {
            assertThat(change.absolute().value()).contains(Fraction.of(50));
            assertThat(change.verdict()).isEqualTo(Verdict.BETTER);
        });
        // (100 + 20) / 2 and (100 + 110) / 2
        assertThat(KpiSeries.of(ScorecardKpi.score(), months).results())
                .extracting(result -> result.value().orElseThrow())
                .containsExactly(Fraction.of(60), Fraction.of(105));
    }

    @Test
    void targetsOfOneNameAreToldApartByTheirPlaces() {
        KpiResult rate = of(
                ScorecardKpi.goalsMet(),
                MARCH,
                ScorecardRow.of(by("dso", "2026-06-30"), measured(MARCH, 99)),
                ScorecardRow.of(by("dso", "2026-03-31"), measured(MARCH, 100)),
                ScorecardRow.of(monthly("dso"), measured(MARCH, 99)));
        assertThat(rate.value()).contains(Fraction.of(50));
        assertThat(rate.basis().items()).extracting(KpiItem::id).containsExactly("2", "3");
    }

    @Test
    void refusesAValueOfALaterTime() {
        Scorecard march = Scorecard.of("Receivables", List.of(ScorecardRow.of(monthly("dso"), measured(MARCH, 100))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScorecardFigures(FEBRUARY, march))
                .withMessage("actual must not be of a time after the day of the question, but was 2026-03-31");
        var watching = new Scorecard(
                "Receivables", List.of(new KeyResultArea("Collection", List.of(), List.of(measured(MARCH, 100)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScorecardFigures(FEBRUARY, watching))
                .withMessage("scorecard must not have a result of a time after [2026-02-01, 2026-03-01), but was"
                        + " [2026-03-01, 2026-04-01)");
        assertThat(new ScorecardFigures(MARCH, watching).scorecard()).isEqualTo(watching);
    }

    @Test
    void otherMethodsAnswerWhatARoleIsMeasuredBy() {
        var required = new RequiredKpi(
                Role.BILLING_SPECIALIST, "Goals and initiative", "000:101", Measurements.GOALS_RATE.id());
        assertThat(required.isAnsweredBy(ScorecardKpi.goalsMet().id())).isTrue();
        assertThat(required.isAnsweredBy("goals.rate.counted")).isTrue();
        assertThat(required.isAnsweredBy(ScorecardKpi.score().id())).isFalse();
        var vendors = new RequiredKpi(Role.BILLING_SPECIALIST, "Vendors", "000:87", "vendor.score");
        assertThat(vendors.isAnsweredBy("vendor.score.renormalised[about=V-1]")).isTrue();
        assertThat(vendors.isAnsweredBy("vendor.score.of-all")).isTrue();
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        var figures = new ScorecardFigures(
                MARCH, Scorecard.of("Receivables", List.of(ScorecardRow.of(monthly("dso"), measured(MARCH, 100)))));
        assertThat(TargetTest.copied(figures)).isEqualTo(figures);
        for (ScorecardKpi kpi : List.of(ScorecardKpi.score(), ScorecardKpi.coverage(), ScorecardKpi.goalsMet())) {
            assertThat(TargetTest.copied(kpi))
                    .isEqualTo(kpi)
                    .hasSameHashCodeAs(kpi)
                    .hasToString(kpi.id());
            assertThat(((ScorecardKpi) TargetTest.copied(kpi)).compute(figures)).isEqualTo(kpi.compute(figures));
        }
    }

    /** Score and coverage are those of the scorecard, of which these are the results; of all targets that are met, all are. */
    @Property
    void agreesWithTheScorecard(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -1, max = 130) Integer> values,
            @ForAll @IntRange(min = 1, max = 9) int weight) {
        var rows = new ArrayList<ScorecardRow>();
        for (int i = 0; i < values.size(); i++) {
            KpiResult actual = values.get(i) < 0 ? nothing(MARCH) : measured(MARCH, values.get(i));
            rows.add(ScorecardRow.of(monthly("target " + i), actual).weighing(Integer.toString(1 + i % weight)));
        }
        Scorecard scorecard = Scorecard.of("Receivables", rows);
        var figures = new ScorecardFigures(MARCH, scorecard);
        assertThat(ScorecardKpi.score().compute(figures).value())
                .isEqualTo(scorecard.score().percent());
        assertThat(ScorecardKpi.coverage().compute(figures).value())
                .contains(scorecard.score().coverage());
        long known = values.stream().filter(value -> value >= 0).count();
        long met = values.stream().filter(value -> value >= 100).count();
        KpiResult rate = ScorecardKpi.goalsMet().compute(figures);
        assertThat(rate.value().map(percent -> percent.times(Fraction.of(known))))
                .isEqualTo(known == 0 ? rate.value() : Optional.of(Fraction.of(100 * met)));
        assertThat(rate.value().isPresent()).isEqualTo(known > 0);
    }

    /** Without a value, but of June: nothing is said of March. */
    @Test
    void whatIsNotDueIsNotLeftOut() {
        ScorecardRow june = ScorecardRow.of(by("by the end of June", "2026-06-30"), nothing(MARCH));
        assertThat(of(ScorecardKpi.goalsMet(), MARCH, june).basis().exclusions())
                .isEmpty();
        ScorecardRow march = ScorecardRow.of(by("by the end of March", "2026-03-31"), nothing(MARCH));
        assertThat(of(ScorecardKpi.goalsMet(), MARCH, march).basis().exclusions())
                .containsExactly("NO_DATA");
    }

    @Test
    void eachIsEqualToItselfOnly() {
        assertThat(ScorecardKpi.score())
                .isEqualTo(ScorecardKpi.score())
                .isNotEqualTo(ScorecardKpi.coverage())
                .isNotEqualTo(ScorecardKpi.goalsMet())
                .isNotEqualTo("scorecard.score");
    }
}

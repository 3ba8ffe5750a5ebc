package io.quittance.kpi.scorecard;

import static io.quittance.kpi.scorecard.Comparison.AT_LEAST;
import static io.quittance.kpi.scorecard.Comparison.AT_MOST;
import static io.quittance.kpi.scorecard.Comparison.LESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    private static final ServicePeriod QUARTER = ServicePeriod.of("2026-01-01", "2026-04-01");
    private static final LocalDate DEADLINE = LocalDate.of(2026, 6, 30);
    private static final EveryPeriod MONTHLY = new EveryPeriod(PeriodLength.MONTH, FiscalCalendar.calendarYears());

    @Test
    void saysAllThatItIs() {
        Target target = named().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", QUARTER))
                .rule(MeasuringRule.AVERAGE_OF_PERIOD)
                .build();
        assertThat(target.name()).isEqualTo("a target");
        assertThat(target.kpi()).isEqualTo("dso.simple");
        assertThat(target.scope()).isEqualTo("all customers");
        assertThat(target.area()).isEqualTo("Collection");
        assertThat(target.comparison()).isEqualTo(AT_MOST);
        assertThat(target.goal()).isEqualTo(Goal.change("-10.0"));
        assertThat(target.rule()).isEqualTo(MeasuringRule.AVERAGE_OF_PERIOD);
        assertThat(target.baseline()).contains(Baseline.of("45.00", QUARTER));
        assertThat(target.start()).contains(Fraction.of(45));
        assertThat(target.deadline()).contains(DEADLINE);
        assertThat(target.every()).isEmpty();
        assertThat(Target.named("a target")
                        .of("dso.simple", "all customers")
                        .area("Collection")
                        .goal(LESS, Goal.absolute("2"))
                        .inEvery(MONTHLY)
                        .build())
                .satisfies(every -> assertThat(every.every()).contains(MONTHLY))
                .satisfies(every -> assertThat(every.deadline()).isEmpty())
                .satisfies(every -> assertThat(every.rule()).isEqualTo(MeasuringRule.VALUE_AT_END));
    }

    /** The id says of whom a KPI is, and the scope may not say another thing. A reason says of what it is, of whomever. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "dso.simple[customer=ACME], customer ACME,",
        "dso.simple[customer=ACME], all customers, ACME",
        "vendor.score[about=V-1], V-1,",
        "vendor.score[about=V-1], vendor V-2, V-1",
        "vendor.score[about=V[1]], vendor V, V[1]",
        "dso.simple[segment=DE][currency=EUR], Germany in EUR, DE",
        "dso.simple[segment=DE][currency=EUR], DE, EUR",
        "dso.simple[segment=DE][currency=EUR], DE in EUR,",
        "dso.simple[segment=DE].reduction, all, DE",
        "cei[collector=anna], by anna,",
        "cei[preparer=ben], all, ben",
        "dispute.count.unresolved[reason=PRICING], all customers,",
        "reminders.per-week[level=2][channel=mail], all customers,"
    })
    void itsScopeNamesWhomItsKpiNames(String kpi, String scope, @Nullable String missing) {
        var target = Target.named("a target")
                .of(kpi, scope)
                .area("Collection")
                .deadline(DEADLINE)
                .goal(LESS, Goal.absolute("2"));
        if (missing == null) {
            assertThat(target.build().scope()).isEqualTo(scope);
            return;
        }
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(target::build)
                .withMessage("scope must name " + missing + ", of whom " + kpi + " is, but was " + scope)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("target.scope"));
    }

    /** kpi.md 6, goal forms 1 to 5. */
    @Test
    void writesItsGoalAsPeopleDo() {
        assertThat(named().goal(LESS, Goal.absolute("2.0")).build()).hasToString("< 2");
        assertThat(changing(AT_MOST, Goal.change("-10"))).hasToString("<= baseline - 10 %");
        assertThat(changing(AT_LEAST, Goal.points("5"))).hasToString(">= baseline + 5 points");
        assertThat(named().goal(AT_MOST, Goal.fromTo("15", "5")).build()).hasToString("from 15 to <= 5");
        assertThat(named().goal(AT_MOST, Goal.benchmark("38", "a survey of 2025"))
                        .build())
                .hasToString("<= benchmark 38 (a survey of 2025)");
    }

    /** kpi.json, smart-dso-minus-10pct, smart-collection-plus-5-relative and -points, smart-overdue-15-to-5. */
    @Test
    void makesANumberOfItsGoal() {
        assertThat(Goal.change("-10").from(Fraction.of(45))).isEqualTo(Results.exact("40.5"));
        assertThat(Goal.change("5").from(Fraction.of(80))).isEqualTo(Fraction.of(84));
        assertThat(Goal.points("5").from(Fraction.of(80))).isEqualTo(Fraction.of(85));
        assertThat(Goal.fromTo("15", "5").from(Fraction.of(99))).isEqualTo(Fraction.of(5));
        assertThat(Goal.benchmark("38", "a survey").from(Fraction.of(99))).isEqualTo(Fraction.of(38));
    }

    @Test
    void namesTheSmartPropertyThatItLacks() {
        refused(
                "target.specific",
                "kpi must be given: without it the target is not specific",
                Target.named("a target")
                        .goal(LESS, Goal.absolute("2"))
                        .area("Billing")
                        .deadline(DEADLINE));
        refused(
                "target.measurable",
                "comparison must be given: without it the target is not measurable",
                Target.named("a target")
                        .of("dso.simple", "all customers")
                        .area("Billing")
                        .deadline(DEADLINE));
        refused(
                "target.achievable",
                "baseline must be given: without it the target is not achievable",
                named().goal(AT_MOST, Goal.change("-10")));
        refused(
                "target.relevant",
                "area must be given: without it the target is not relevant",
                Target.named("a target")
                        .of("dso.simple", "all customers")
                        .goal(LESS, Goal.absolute("2"))
                        .deadline(DEADLINE));
        refused(
                "target.time-bound",
                "deadline must be given: without it the target is not time-bound",
                Target.named("a target")
                        .of("dso.simple", "all customers")
                        .goal(LESS, Goal.absolute("2"))
                        .area("Billing"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.benchmark("38", ""))
                .withMessage("source must have 1 to 200 characters, but was ");
    }

    @Test
    void refusesTwoTimes() {
        refused(
                "target.time-bound",
                "deadline must not be given where a target holds in every period, but was 2026-06-30",
                named().goal(LESS, Goal.absolute("2")).inEvery(MONTHLY));
    }

    @Test
    void refusesAGoalThatIsTheBaseline() {
        refused(
                "target.goal",
                "goal must differ from the baseline, but was from 5 to <= 5",
                named().goal(AT_MOST, Goal.fromTo("5", "5")));
        refused(
                "target.goal",
                "goal must differ from the baseline, but was <= baseline + 0 %",
                named().goal(AT_MOST, Goal.change("0")).baseline(Baseline.measuredIn(QUARTER)));
    }

    /** To keep 95 is a target, and so is a benchmark that is reached already. */
    @Test
    void aNumberOfItsOwnMayBeReachedAlready() {
        assertThat(named().goal(AT_MOST, Goal.absolute("45"))
                        .baseline(Baseline.of("45", QUARTER))
                        .build()
                        .start())
                .contains(Fraction.of(45));
        assertThat(named().goal(AT_MOST, Goal.benchmark("38", "a survey"))
                        .baseline(Baseline.of("36", QUARTER))
                        .build()
                        .start())
                .contains(Fraction.of(36));
    }

    @Test
    void hasOneCurrency() {
        var eur = Baseline.of(Amount.of("20000.00", "EUR"), QUARTER);
        assertThat(eur)
                .hasToString("20000 EUR in [2026-01-01, 2026-04-01)")
                .isNotEqualTo(Baseline.of("20000", QUARTER));
        assertThat(named().goal(AT_MOST, Goal.change("-10"))
                        .baseline(eur)
                        .currency("EUR")
                        .build()
                        .currency())
                .contains("EUR");
        refused(
                "target.currency",
                "currency must be that of the baseline, EUR, but was USD",
                named().goal(AT_MOST, Goal.change("-10")).baseline(eur).currency("USD"));
        refused(
                "currency.code",
                "currency must be a currency code of three capital letters, but was euro",
                named().goal(AT_MOST, Goal.absolute("1")).currency("euro"));
        refused(
                "target.currency",
                "currency must be given for amounts of receivables.outstanding.overdue",
                named().of(OutstandingReceivables.overdue().definition(), "all customers")
                        .goal(AT_MOST, Goal.absolute("1")));
    }

    @Test
    void refusesAGoalAgainstItsComparison() {
        refused(
                "target.goal",
                "goal must not be met by the baseline, 15, but was from 15 to >= 5",
                named().goal(AT_LEAST, Goal.fromTo("15", "5")));
        refused(
                "target.goal",
                "goal must not be met by the baseline, but was >= baseline - 10 %",
                named().goal(AT_LEAST, Goal.change("-10")).baseline(Baseline.measuredIn(QUARTER)));
    }

    @ParameterizedTest
    @CsvSource({"0", "-3"})
    void refusesAChangeOfABaselineOfNothing(String value) {
        refused(
                "target.baseline",
                "baseline must be more than 0 for a change in percent, but was " + value,
                named().goal(AT_MOST, Goal.change("-10")).baseline(Baseline.of(value, QUARTER)));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31", "2026-01-31"})
    void refusesADeadlineBeforeTheBaselinesEnd(LocalDate deadline) {
        refused(
                "target.deadline",
                "deadline must be after the baseline's end, 2026-03-31, but was " + deadline,
                named().goal(AT_MOST, Goal.change("-10"))
                        .baseline(Baseline.of("45", QUARTER))
                        .deadline(deadline));
    }

    @Test
    void refusesABaselineOtherThanThatOfItsGoal() {
        refused(
                "target.baseline",
                "baseline must be that of the goal, from 15 to <= 5, but was 14",
                named().goal(AT_MOST, Goal.fromTo("15", "5")).baseline(Baseline.of("14", QUARTER)));
        assertThat(named().goal(AT_MOST, Goal.fromTo("15", "5"))
                        .baseline(Baseline.of("15", QUARTER))
                        .build()
                        .start())
                .contains(Fraction.of(15));
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        Target target = named().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", QUARTER))
                .build();
        assertThat(copied(target)).isEqualTo(target).hasSameHashCodeAs(target);
        Target every = Target.named("a target")
                .of("dso.simple", "all customers")
                .area("Collection")
                .goal(LESS, Goal.benchmark("2", "a survey"))
                .inEvery(MONTHLY)
                .build();
        assertThat(copied(every)).isEqualTo(every).isNotEqualTo(target);
        Target amount = named().of(OutstandingReceivables.overdue().definition(), "all customers")
                .goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of(Amount.of("20000.00", "EUR"), QUARTER))
                .build();
        assertThat(copied(amount)).isEqualTo(amount);
    }

    static Object copied(Object value) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    private static Target changing(Comparison comparison, Goal goal) {
        return named().goal(comparison, goal)
                .baseline(Baseline.measuredIn(QUARTER))
                .build();
    }

    private static Target.Builder named() {
        return Target.named("a target")
                .of("dso.simple", "all customers")
                .area("Collection")
                .deadline(DEADLINE);
    }

    private static void refused(String code, String message, Target.Builder builder) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(builder::build)
                .withMessage(message)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** A day that nobody can give a target is refused where it is read back. */
    @Test
    void aSerialFormIsCheckedAgain() throws Exception {
        Target target = named().goal(LESS, Goal.absolute("2")).build();
        Field deadline = Target.class.getDeclaredField("deadline");
        deadline.setAccessible(true);
        deadline.set(target, LocalDate.of(10_000, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copied(target))
                .withMessage("deadline must lie in the years 1 to 9999, but was +10000-01-01");
    }
}

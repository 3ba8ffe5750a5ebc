package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target, what was reached, and whether it is enough. Compared exactly, before anything is rounded for display. It is judged for good, unless
 * {@link #asOf} says on which day: before its time is over, a target that is not met is on track or behind. It counts 1 among other rows and is scored
 * by its share of the goal, unless {@link #weighing} and {@link #scoredBy} say otherwise.
 */
public final class ScorecardRow implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Fraction HUNDRED = Fraction.of(100);

    private final Target target;
    private final KpiResult actual;
    private final @Nullable KpiResult baseline;
    private final @Nullable LocalDate asOf;
    private final BigDecimal weight;
    private final Attainment attainment;

    private ScorecardRow(
            Target target,
            KpiResult actual,
            @Nullable KpiResult baseline,
            @Nullable LocalDate asOf,
            BigDecimal weight,
            Attainment attainment) {
        this.target = requireNonNull(target, "target");
        this.actual = requireKpi(target, actual, "actual");
        this.baseline = baseline == null ? null : requireKpi(target, baseline, "baseline");
        this.asOf = asOf == null ? null : Dates.inCalendar(asOf, "asOf");
        this.weight = Require.plain(Require.positive(weight, "weight"));
        this.attainment = requireNonNull(attainment, "attainment");
        requireBaseline();
        requireDirection();
        requireTime();
    }

    /**
     * A target that states what it starts from, or needs no baseline.
     *
     * @throws IllegalArgumentException if the baseline is missing, the result is of another KPI or method, its KPI gets better the other way, or it is
     *     of a time after the deadline
     */
    public static ScorecardRow of(Target target, KpiResult actual) {
        requireNonNull(target, "target");
        return new ScorecardRow(target, actual, null, null, BigDecimal.ONE, ShareOfGoal.towards(target.comparison()));
    }

    /**
     * A target whose baseline is measured by the same KPI.
     *
     * @throws IllegalArgumentException as above, or if the target states its baseline, or it is of another period
     */
    public static ScorecardRow of(Target target, KpiResult actual, KpiResult baseline) {
        requireNonNull(baseline, "baseline");
        return new ScorecardRow(
                requireNonNull(target, "target"),
                actual,
                baseline,
                null,
                BigDecimal.ONE,
                ShareOfGoal.towards(target.comparison()));
    }

    /**
     * A target and the results of several periods, of which its measuring rule says what counts: overdue of 20 %, 16 % and 12 % at three month-ends is 12 % by the value at the end, and
     * 16 % by the average.
     *
     * @param results as {@link MeasuringRule#of} takes them
     * @throws IllegalArgumentException as above, or if the results do not belong together
     */
    public static ScorecardRow ofSeries(Target target, List<KpiResult> results) {
        return of(target, requireNonNull(target, "target").rule().of(results));
    }

    /**
     * The same row as it stands at the end of a day.
     *
     * @throws IllegalArgumentException if the value is of a time after that day
     */
    public ScorecardRow asOf(LocalDate day) {
        return new ScorecardRow(target, actual, baseline, requireNonNull(day, "day"), weight, attainment);
    }

    /**
     * The same row with another weight among the rows of a scorecard.
     *
     * @param newWeight more than 0, in any unit: weights are divided by their sum
     */
    public ScorecardRow weighing(String newWeight) {
        return new ScorecardRow(target, actual, baseline, asOf, Require.decimal(newWeight, "weight"), attainment);
    }

    /** The same row scored another way. */
    public ScorecardRow scoredBy(Attainment newAttainment) {
        return new ScorecardRow(target, actual, baseline, asOf, weight, newAttainment);
    }

    /** What is to be reached. */
    public Target target() {
        return target;
    }

    /** What was reached. */
    public KpiResult actual() {
        return actual;
    }

    /** What the goal is measured from, where it is not stated by the target. */
    public Optional<KpiResult> baseline() {
        return Optional.ofNullable(baseline);
    }

    /** The day as of whose end it is judged; empty where it is judged for good. */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }

    /** What it counts among other rows. */
    public BigDecimal weight() {
        return weight;
    }

    /** How it is scored. */
    public Attainment attainment() {
        return attainment;
    }

    /** The number that it starts from, stated or measured; empty if there is none. */
    public Optional<Fraction> start() {
        return target.start().or(() -> baseline().flatMap(KpiResult::value));
    }

    /** The goal as a number; empty if its baseline has no value, or one from which a change in percent has no meaning: 0 or less. */
    public Optional<Fraction> goal() {
        if (!target.goal().needsBaseline()) {
            return Optional.of(target.goal().from(Fraction.ZERO));
        }
        return start().filter(from -> from.signum() > 0 || !(target.goal() instanceof Goal.Change))
                .map(target.goal()::from);
    }

    /**
     * How much of the way from the baseline to the goal is behind, in percent: (baseline - actual) / (baseline - goal) × 100, exactly. 8 on the way from
     * 15 to 5 is 70 %; 17 is -20 %. Empty without a value or a baseline, and where the baseline is the goal.
     */
    public Optional<Fraction> progress() {
        return goal().flatMap(goal -> start().filter(from -> !from.equals(goal))
                .flatMap(from -> actual.value()
                        .map(value -> from.minus(value).times(HUNDRED).dividedBy(from.minus(goal)))));
    }

    /**
     * Where a straight line from the baseline at the end of its period to the goal at the deadline is on the day, in percent: 0 to 100. Empty where the row
     * is judged for good, and where the target has no deadline or no baseline with a period.
     */
    public Optional<Fraction> expectedProgress() {
        return asOf().flatMap(day -> target.deadline()
                .flatMap(end ->
                        target.baseline().map(from -> onLine(from.period().lastDay(), day, end))));
    }

    /** Whether it is enough. */
    public Status status() {
        Optional<Fraction> goal = goal();
        Optional<Fraction> value = actual.value();
        if (goal.isEmpty() || value.isEmpty()) {
            return Status.NO_DATA;
        }
        if (target.comparison().holds(value.get(), goal.get())) {
            return Status.MET;
        }
        if (isOver()) {
            return Status.MISSED;
        }
        boolean isOnLine = expectedProgress()
                .flatMap(expected -> progress().map(progress -> progress.compareTo(expected) >= 0))
                .orElse(false);
        return isOnLine ? Status.ON_TRACK : Status.BEHIND;
    }

    /** What it scores, in percent, exactly; empty where there is no value or no goal, or the way of scoring has none for them. */
    public Optional<Fraction> score() {
        return goal().flatMap(goal -> actual.value().flatMap(value -> attainment.percent(value, goal)));
    }

    /** The status in words, with the reason where there is no value. */
    public Explanation explanation() {
        Fraction value = actual.value().orElse(Fraction.ZERO);
        Fraction goal = goal().orElse(Fraction.ZERO);
        String sign = target.comparison().sign();
        return switch (status()) {
            case MET -> Explanation.of("scorecard.met", "{0} is {1} {2}", value, sign, goal);
            case MISSED -> Explanation.of("scorecard.missed", "{0} is not {1} {2}", value, sign, goal);
            case ON_TRACK ->
                Explanation.of(
                        "scorecard.on-track",
                        "{0} is {1} % of the way to {2} {3}, where {4} % are due",
                        value,
                        progress().orElse(Fraction.ZERO),
                        sign,
                        goal,
                        expectedProgress().orElse(Fraction.ZERO));
            case BEHIND -> Explanation.of("scorecard.behind", "{0} is not {1} {2} yet", value, sign, goal);
            case NO_DATA -> noData();
        };
    }

    private Explanation noData() {
        if (goal().isEmpty() && start().isPresent()) {
            return Explanation.of(
                    "scorecard.no-goal",
                    "no goal: {0} is no baseline for a change in percent",
                    start().orElse(Fraction.ZERO));
        }
        KpiResult missing = goal().isEmpty() && baseline != null ? baseline : actual;
        return Explanation.of(
                "scorecard.no-data",
                "no {0}: {1}",
                missing == actual ? "value" : "baseline",
                missing.match(measured -> "", undefined -> undefined.reason()));
    }

    /** Whether the day by which it must be met has passed. */
    private boolean isOver() {
        return asOf().flatMap(day -> lastDay().map(end -> !day.isBefore(end))).orElse(true);
    }

    /** The day by which it must be met: the deadline, or the end of the period that the value belongs to. */
    private Optional<LocalDate> lastDay() {
        return target.deadline()
                .or(() -> target.every().flatMap(every -> lastDayOfActual().map(every::lastDay)));
    }

    private Optional<LocalDate> lastDayOfActual() {
        return actual.basis().period().map(ServicePeriod::lastDay);
    }

    private static Fraction onLine(LocalDate from, LocalDate day, LocalDate end) {
        Fraction part = Fraction.of(ChronoUnit.DAYS.between(from, day), ChronoUnit.DAYS.between(from, end));
        return part.max(Fraction.ZERO).min(Fraction.ONE).times(HUNDRED);
    }

    private void requireBaseline() {
        Require.that(
                target.start().isPresent() || !target.goal().needsBaseline() || baseline != null,
                "target.baseline",
                "baseline",
                "must be given for " + target,
                null);
        if (baseline == null) {
            return;
        }
        Require.that(
                target.start().isEmpty(),
                "target.baseline",
                "baseline",
                "must not be given where the target states it",
                baseline.basis());
        Optional<ServicePeriod> measured = baseline.basis().period();
        Optional<ServicePeriod> stated = target.baseline().map(Baseline::period);
        Require.that(
                measured.isEmpty() || stated.isEmpty() || measured.equals(stated),
                "target.baseline",
                "baseline",
                "must be of " + stated.map(ServicePeriod::toString).orElse("its period"),
                measured.map(ServicePeriod::toString).orElse(""));
    }

    private void requireDirection() {
        Direction better = actual.basis().definition().direction();
        Require.that(
                better == Direction.INFORMATIONAL
                        || better == target.comparison().direction(),
                "target.direction",
                "target",
                "must go the way in which " + target.kpi() + " gets better",
                target);
    }

    private void requireTime() {
        Optional<LocalDate> last = lastDayOfActual();
        Require.that(
                last.isEmpty()
                        || target.deadline().isEmpty()
                        || !last.get().isAfter(target.deadline().get()),
                "target.deadline",
                "actual",
                "must not be of a time after the deadline",
                last.map(LocalDate::toString).orElse(""));
        Require.that(
                last.isEmpty() || asOf == null || !last.get().isAfter(asOf),
                "target.as-of",
                "actual",
                "must not be of a time after the day of the question",
                last.map(LocalDate::toString).orElse(""));
    }

    private Object readResolve() {
        return new ScorecardRow(target, actual, baseline, asOf, weight, attainment);
    }

    private static KpiResult requireKpi(Target target, KpiResult result, String argument) {
        String kpi = result.basis().kpi();
        Require.that(kpi.equals(target.kpi()), "target.kpi", argument, "must be of " + target.kpi(), kpi);
        return result;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScorecardRow that
                && target.equals(that.target)
                && actual.equals(that.actual)
                && Objects.equals(baseline, that.baseline)
                && Objects.equals(asOf, that.asOf)
                && weight.equals(that.weight)
                && attainment.equals(that.attainment);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, actual, baseline);
    }

    @Override
    public String toString() {
        return target.name() + ": " + status();
    }
}

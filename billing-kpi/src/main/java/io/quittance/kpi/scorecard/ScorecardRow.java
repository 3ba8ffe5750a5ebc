package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target, what was reached, and whether it is enough. Compared exactly, before anything is rounded for display. It is judged for good by a value of the period that
 * ends at the deadline, or that the target holds in; by one of an earlier time, or where {@link #asOf} asks on an earlier day, it is still running: a target that is not met then is on
 * track or behind. Its baseline is of a time before that of the value and as long. It counts 1 among other rows and is scored by its share of the goal, at most 120 %, unless
 * {@link #weighing} and {@link #scoredBy} say otherwise.
 */
public final class ScorecardRow implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Fraction HUNDRED = Fraction.of(100);
    private static final String CAP = "120";
    private static final Rounding SHOWN = Rounding.halfUp(6);

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
        this.target = target;
        this.actual = requireKpi(target, actual, "actual");
        this.baseline = baseline == null ? null : requireKpi(target, baseline, "baseline");
        this.asOf = asOf == null ? null : Dates.inCalendar(asOf, "asOf");
        this.weight = Require.plain(Require.positive(weight, "weight"));
        this.attainment = requireNonNull(attainment, "attainment");
        requireBaseline();
        requireCurrency();
        requireDirection();
        timing().check();
    }

    /**
     * A target that states what it starts from, or needs no baseline.
     *
     * @throws IllegalArgumentException if the baseline is missing, the result is of another KPI, method, unit or currency, its KPI gets better the other way, or it is
     *     of a time that the target is not about: after the deadline, not after the baseline, no beginning of a period in which it holds
     */
    public static ScorecardRow of(Target target, KpiResult actual) {
        return new ScorecardRow(target, actual, null, null, BigDecimal.ONE, usual(target));
    }

    /**
     * A target whose baseline is measured by the same KPI.
     *
     * @throws IllegalArgumentException as above, or if the target states its baseline, or it is of another period
     */
    public static ScorecardRow of(Target target, KpiResult actual, KpiResult baseline) {
        requireNonNull(baseline, "baseline");
        return new ScorecardRow(target, actual, baseline, null, BigDecimal.ONE, usual(target));
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
     * The same with a baseline that is measured by the same KPI.
     *
     * @param results as {@link MeasuringRule#of} takes them
     * @throws IllegalArgumentException as above
     */
    public static ScorecardRow ofSeries(Target target, List<KpiResult> results, KpiResult baseline) {
        return of(target, requireNonNull(target, "target").rule().of(results), baseline);
    }

    private static Attainment usual(Target target) {
        return Capped.at(
                CAP, ShareOfGoal.towards(requireNonNull(target, "target").comparison()));
    }

    /**
     * The same row as it stands at the end of a day. Of a target that holds in every month, a value of February stands until 30 March; on 31 March, that of March is asked for, and it is {@link Status#NO_DATA}.
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

    /** The day of the question: that of {@link #asOf(LocalDate)}, else the last one of a value that is of an earlier time; empty where it is judged for good. */
    public Optional<LocalDate> asOf() {
        return timing().judged();
    }

    /** Whether its time is over, so that its status is for good; until then it says how it stands. */
    public boolean isOver() {
        return timing().isOver();
    }

    /** The day by which it must be met; of a value without a period in the period in which it holds on the day of the question. Empty only if neither tells one. */
    Optional<LocalDate> due() {
        Timing timing = timing();
        return timing.lastDay()
                .or(() -> target.every().flatMap(every -> timing.judged().map(every::lastDay)));
    }

    /** Whether one of the periods in which it must hold ends in this period, and the value is of an earlier one: of a target of every month, that of January in March. */
    boolean isUnknownIn(ServicePeriod period) {
        boolean ends = target.every()
                .filter(every -> period.contains(every.lastDay(period.start())))
                .isPresent();
        return ends && due().filter(day -> day.isBefore(period.start())).isPresent();
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
        return target.start().or(() -> baseline().flatMap(ScorecardRow::meaning));
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
     * 15 to 5 is 70 %; 17 is -20 %. Empty without a value or a baseline, and where the baseline is the goal or better already.
     */
    public Optional<Fraction> progress() {
        return goal().flatMap(goal -> start().filter(from -> !from.equals(goal))
                .filter(from -> !target.comparison().holds(from, goal))
                .flatMap(from ->
                        value().map(value -> from.minus(value).times(HUNDRED).dividedBy(from.minus(goal)))));
    }

    /**
     * Where a straight line from the baseline at the end of its period to the goal at the deadline is on the day, in percent: 0 to 100. Empty where the row
     * is judged for good, and where the target has no deadline or no baseline with a period.
     */
    public Optional<Fraction> expectedProgress() {
        return timing().judged()
                .flatMap(day -> target.deadline()
                        .flatMap(end -> target.baseline()
                                .map(from -> onLine(from.period().lastDay(), day, end))));
    }

    /** Whether it is enough. */
    public Status status() {
        Optional<Fraction> goal = goal();
        Optional<Fraction> value = value();
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

    /** What it scores, in percent, exactly; empty only where there is no value or no goal. */
    public Optional<Fraction> score() {
        return goal().flatMap(goal ->
                value().map(value -> attainment.percent(value, goal).orElseGet(() -> scoreWithoutShare(value, goal))));
    }

    private Fraction scoreWithoutShare(Fraction value, Fraction goal) {
        boolean isMet = target.comparison().holds(value, goal);
        return isMet && value.equals(goal) ? HUNDRED : attainment.beyondShares(isMet);
    }

    /** The value, where it means what it says and is of the time that is asked for. */
    private Optional<Fraction> value() {
        return timing().isOutOfDate() ? Optional.empty() : meaning(actual);
    }

    private static Optional<Fraction> meaning(KpiResult result) {
        return result.value().filter(value -> result.basis().isMeaningful());
    }

    private Timing timing() {
        ServicePeriod from = target.baseline()
                .map(Baseline::period)
                .or(() -> baseline().flatMap(measured -> measured.basis().period()))
                .orElse(null);
        return new Timing(target, actual.basis().period().orElse(null), from, asOf);
    }

    /** The status in words, with the reason where there is no value. Numbers of more than six decimal places are rounded half up to so many, after {@code ≈}. */
    public Explanation explanation() {
        String value = shown(value());
        String goal = shown(goal());
        String sign = target.comparison().sign();
        return switch (status()) {
            case MET ->
                isOver()
                        ? Explanation.of("scorecard.met", "{0} is {1} {2}", value, sign, goal)
                        : Explanation.of("scorecard.met-so-far", "{0} is {1} {2} so far", value, sign, goal);
            case MISSED -> Explanation.of("scorecard.missed", "{0} is not {1} {2}", value, sign, goal);
            case ON_TRACK ->
                Explanation.of(
                        "scorecard.on-track",
                        "{0} is {1} % of the way to {2} {3}, where {4} % are due",
                        value,
                        shown(progress()),
                        sign,
                        goal,
                        shown(expectedProgress()));
            case BEHIND -> Explanation.of("scorecard.behind", "{0} is not {1} {2} yet", value, sign, goal);
            case NO_DATA -> noData();
        };
    }

    private static String shown(Optional<Fraction> number) {
        Fraction exact = number.orElse(Fraction.ZERO);
        BigDecimal rounded = exact.round(SHOWN);
        return Fraction.of(rounded).equals(exact)
                ? Require.plain(rounded).toPlainString()
                : "≈ " + rounded.toPlainString();
    }

    private Explanation noData() {
        if (goal().isEmpty() && start().isPresent()) {
            return Explanation.of(
                    "scorecard.no-goal", "no goal: {0} is no baseline for a change in percent", shown(start()));
        }
        if (goal().isPresent() && timing().isOutOfDate()) {
            return Explanation.of(
                    "scorecard.out-of-date",
                    "no value at the end: it is of {0}",
                    actual.basis().period().map(ServicePeriod::toString).orElse(""));
        }
        KpiResult missing = goal().isEmpty() && baseline != null ? baseline : actual;
        return Explanation.of(
                "scorecard.no-data",
                "no {0}: {1}",
                missing == actual ? "value" : "baseline",
                missing.match(
                        measured -> shown(measured.value()) + " is not meaningful", undefined -> undefined.reason()));
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
                baseline.basis().definition().equals(actual.basis().definition()),
                "target.kpi",
                "baseline",
                "must be computed as actual is, " + actual.basis().definition().name(),
                baseline.basis().definition().name());
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

    private void requireCurrency() {
        Optional<String> given = actual.basis().currency();
        Optional<String> before =
                baseline().flatMap(measured -> measured.basis().currency());
        Require.that(
                given.isEmpty() || before.isEmpty() || given.equals(before),
                "target.currency",
                "baseline",
                "must be in the currency of actual, " + given.orElse("none"),
                before.orElse("none"));
        Require.that(
                target.currency().isPresent()
                        || actual.basis().definition().unit() != KpiUnit.MONEY
                        || !target.statesNumber(),
                "target.currency",
                "target",
                "must say the currency of its amounts",
                target);
        Require.that(
                target.currency().isEmpty() || given.isEmpty() || given.equals(target.currency()),
                "target.currency",
                "actual",
                "must be in " + target.currency().orElse("none"),
                given.orElse("none"));
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
        Optional<Direction> scored = attainment.better();
        Require.that(
                scored.isEmpty() || scored.get() == target.comparison().direction(),
                "target.attainment",
                "attainment",
                "must score more for what is better by " + target,
                attainment);
    }

    private Object readResolve() {
        return new ScorecardRow(target, actual, baseline, asOf, weight, attainment);
    }

    private static KpiResult requireKpi(Target target, KpiResult result, String argument) {
        KpiDefinition given = requireNonNull(result, argument).basis().definition();
        Require.that(given.id().equals(target.kpi()), "target.kpi", argument, "must be of " + target.kpi(), given.id());
        Require.that(
                target.unit().isEmpty() || target.unit().get() == given.unit(),
                "target.unit",
                argument,
                "must be in " + target.unit().map(KpiUnit::name).orElse(""),
                given.unit());
        return result;
    }

    /** By the day as of whose end it is judged, whether that was asked for or is the last one of the value. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScorecardRow that
                && target.equals(that.target)
                && actual.equals(that.actual)
                && Objects.equals(baseline, that.baseline)
                && asOf().equals(that.asOf())
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

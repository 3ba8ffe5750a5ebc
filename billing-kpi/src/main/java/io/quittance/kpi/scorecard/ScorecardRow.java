package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target, what was reached, and whether it is enough. Compared exactly, before anything is rounded for display. */
public final class ScorecardRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Target target;
    private final KpiResult actual;
    private final @Nullable KpiResult baseline;

    private ScorecardRow(Target target, KpiResult actual, @Nullable KpiResult baseline) {
        this.target = requireNonNull(target, "target");
        this.actual = requireKpi(target, actual, "actual");
        this.baseline = baseline == null ? null : requireKpi(target, baseline, "baseline");
        Require.that(
                baseline != null || !target.needsBaseline(),
                "target.baseline",
                "baseline",
                "must be given for " + target,
                null);
    }

    /**
     * A target whose goal is a number of its own.
     *
     * @throws IllegalArgumentException if the target needs a baseline, or the result is of another KPI or method
     */
    public static ScorecardRow of(Target target, KpiResult actual) {
        return new ScorecardRow(target, actual, null);
    }

    /**
     * A target whose goal is a change of a baseline.
     *
     * @throws IllegalArgumentException if a result is of another KPI or method than the target
     */
    public static ScorecardRow of(Target target, KpiResult actual, KpiResult baseline) {
        return new ScorecardRow(target, actual, requireNonNull(baseline, "baseline"));
    }

    /** What is to be reached. */
    public Target target() {
        return target;
    }

    /** What was reached. */
    public KpiResult actual() {
        return actual;
    }

    /** What the goal is measured from, where it is. */
    public Optional<KpiResult> baseline() {
        return Optional.ofNullable(baseline);
    }

    /** The goal as a number; empty if its baseline has no value. */
    public Optional<Fraction> goal() {
        return target.needsBaseline()
                ? baseline().flatMap(KpiResult::value).map(target::goal)
                : Optional.of(target.goal(Fraction.ZERO));
    }

    /** Whether it is enough. */
    public Status status() {
        return goal().flatMap(
                        goal -> actual.value().map(value -> target.comparison().holds(value, goal)))
                .map(holds -> holds ? Status.MET : Status.MISSED)
                .orElse(Status.NO_DATA);
    }

    /** The status in words, with the reason where there is no value. */
    public Explanation explanation() {
        Status status = status();
        if (status != Status.NO_DATA) {
            return Explanation.of(
                    "scorecard." + (status == Status.MET ? "met" : "missed"),
                    status == Status.MET ? "{0} is {1} {2}" : "{0} is not {1} {2}",
                    actual.value().orElse(Fraction.ZERO),
                    target.comparison().sign(),
                    goal().orElse(Fraction.ZERO));
        }
        KpiResult missing = goal().isEmpty() && baseline != null ? baseline : actual;
        return Explanation.of(
                "scorecard.no-data",
                "no {0}: {1}",
                missing == actual ? "value" : "baseline",
                missing.match(measured -> "", undefined -> undefined.reason()));
    }

    private Object readResolve() {
        return new ScorecardRow(target, actual, baseline);
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
                && Objects.equals(baseline, that.baseline);
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

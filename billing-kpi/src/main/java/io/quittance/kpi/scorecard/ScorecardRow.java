package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target, what was reached, and whether it is enough. Compared exactly, before anything is rounded for display. */
public final class ScorecardRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Target target;
    private final KpiResult actual;
    private final @Nullable KpiResult baseline;
    private final @Nullable Fraction goal;

    private ScorecardRow(Target target, KpiResult actual, @Nullable KpiResult baseline) {
        this.target = requireNonNull(target, "target");
        this.actual = requireKpi(target, actual, "actual");
        this.baseline = baseline == null ? null : requireKpi(target, baseline, "baseline");
        this.goal = goal(target, baseline);
    }

    /**
     * A target whose goal is a number of its own.
     *
     * @throws IllegalArgumentException if the target needs a baseline, or the result is of another KPI or method
     */
    public static ScorecardRow of(Target target, KpiResult actual) {
        Require.that(!target.needsBaseline(), "target.baseline", "baseline", "must be given for " + target, null);
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
        return Optional.ofNullable(goal);
    }

    /** Whether it is enough. */
    public Status status() {
        Optional<Fraction> value = actual.value();
        if (goal == null || value.isEmpty()) {
            return Status.NO_DATA;
        }
        return target.comparison().holds(value.get(), goal) ? Status.MET : Status.MISSED;
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
        KpiResult missing = baseline != null && baseline.value().isEmpty() ? baseline : actual;
        return Explanation.of(
                "scorecard.no-data",
                "no {0}: {1}",
                missing == actual ? "value" : "baseline",
                missing.match(measured -> "", undefined -> undefined.reason()));
    }

    private static @Nullable Fraction goal(Target target, @Nullable KpiResult baseline) {
        if (!target.needsBaseline()) {
            return target.goal(Fraction.ZERO);
        }
        return baseline == null ? null : baseline.value().map(target::goal).orElse(null);
    }

    private static KpiResult requireKpi(Target target, KpiResult result, String argument) {
        String kpi = result.basis().kpi();
        Require.that(kpi.equals(target.kpi()), "target.kpi", argument, "must be of " + target.kpi(), kpi);
        return result;
    }

    @Override
    public String toString() {
        return target.name() + ": " + status();
    }
}

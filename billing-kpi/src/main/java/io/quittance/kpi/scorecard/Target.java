package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.trend.Dimension;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI is to come to, and by when. It is SMART, or it is refused, with the property that it lacks:
 *
 * <ul>
 *   <li>specific: one KPI with its method, and of whom it is measured
 *   <li>measurable: a goal, how the value must stand to it, and which value counts
 *   <li>achievable: where a goal is a change, the baseline that it starts from; where it is a benchmark, its source
 *   <li>relevant: the key result area that it serves
 *   <li>time-bound: a deadline, or the periods in each of which it holds
 * </ul>
 *
 * <pre>{@code
 * Target.named("DSO down 10 % within the next quarter")
 *         .of("dso.simple", "all customers")
 *         .goal(AT_MOST, Goal.change("-10"))
 *         .baseline(Baseline.of("45", lastQuarter))
 *         .area("Collection")
 *         .deadline(LocalDate.of(2026, 3, 31))
 *         .build(); // 40.5 days or less
 * }</pre>
 */
public final class Target implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_KPI = 500;
    /** The parts of an id that say of whom the KPI is; others, such as a reason, say of what. */
    private static final Pattern WHOM = Pattern.compile("\\[("
            + Stream.of(
                            Dimension.CUSTOMER,
                            Dimension.SEGMENT,
                            Dimension.CURRENCY,
                            Dimension.COLLECTOR,
                            Dimension.PREPARER)
                    .map(Dimension::name)
                    .collect(Collectors.joining("|", "about|", ""))
            + ")=(.+?)](?=[\\[.]|$)");

    private final String name;
    private final String kpi;
    private final @Nullable KpiUnit unit;
    private final String scope;
    private final String area;
    private final Comparison comparison;
    private final Goal goal;
    private final MeasuringRule rule;
    private final @Nullable String currency;
    private final @Nullable Baseline baseline;
    private final @Nullable LocalDate deadline;
    private final @Nullable EveryPeriod every;

    private Target(Builder builder) {
        name = builder.name;
        kpi = Require.id(smart(builder.kpi, "specific", "kpi"), "kpi", LONGEST_KPI);
        unit = builder.unit;
        scope = Require.id(smart(builder.scope, "specific", "scope"), "scope");
        comparison = smart(builder.comparison, "measurable", "comparison");
        goal = smart(builder.goal, "measurable", "goal");
        rule = builder.rule;
        baseline = goal.needsBaseline() ? smart(builder.baseline, "achievable", "baseline") : builder.baseline;
        currency = currency(builder.currency, baseline);
        area = Require.id(smart(builder.area, "relevant", "area"), "area");
        every = builder.every;
        deadline = every == null ? smart(builder.deadline, "time-bound", "deadline") : builder.deadline;
        if (deadline != null) {
            Dates.inCalendar(deadline, "deadline");
        }
        requireSense();
    }

    /**
     * Starts a target.
     *
     * @param name what people call it
     */
    public static Builder named(String name) {
        return new Builder(Require.id(name, "name"));
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** The id of the KPI with its method, such as {@code dso.simple}. */
    public String kpi() {
        return kpi;
    }

    /** The unit of the KPI, where its definition was given. */
    public Optional<KpiUnit> unit() {
        return Optional.ofNullable(unit);
    }

    /** The code of the currency that the goal and all results are in, where that is said. */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    /**
     * Of whom the KPI is measured, in words: all customers, a segment, a currency. It is a label: results are told apart by the id of the KPI, so a target of a part has the part in it, {@code
     * dso.simple[segment=DE]}, and refuses the result of the whole. A scope that does not name the part is refused.
     */
    public String scope() {
        return scope;
    }

    /** The key result area that it serves. */
    public String area() {
        return area;
    }

    /** How the value must stand to the goal. */
    public Comparison comparison() {
        return comparison;
    }

    /** What is to be reached. */
    public Goal goal() {
        return goal;
    }

    /** Which value counts where there are several. */
    public MeasuringRule rule() {
        return rule;
    }

    /** What it starts from, where that is said. */
    public Optional<Baseline> baseline() {
        return Optional.ofNullable(baseline);
    }

    /** The number that it starts from, where the baseline or the goal itself states it. */
    public Optional<Fraction> start() {
        return goal.start().or(() -> baseline().flatMap(Baseline::value));
    }

    /** The day at whose end it must be met; empty where it holds in every period. */
    public Optional<LocalDate> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** The periods in each of which it holds; empty where it has a deadline. */
    public Optional<EveryPeriod> every() {
        return Optional.ofNullable(every);
    }

    /** The goal in words, such as {@code < 2}, {@code <= baseline - 10 %} or {@code from 15 to <= 5}. */
    @Override
    public String toString() {
        return goal.text(comparison);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target that
                && name.equals(that.name)
                && kpi.equals(that.kpi)
                && unit == that.unit
                && Objects.equals(currency, that.currency)
                && scope.equals(that.scope)
                && area.equals(that.area)
                && comparison == that.comparison
                && goal.equals(that.goal)
                && rule == that.rule
                && Objects.equals(baseline, that.baseline)
                && Objects.equals(deadline, that.deadline)
                && Objects.equals(every, that.every);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kpi, deadline);
    }

    /** Whether no part of it contradicts another. */
    private void requireSense() {
        Require.that(
                deadline == null || every == null,
                "target.time-bound",
                "deadline",
                "must not be given where a target holds in every period",
                deadline);
        WHOM.matcher(kpi).results().map(part -> part.group(2)).forEach(this::requireNamed);
        if (baseline != null) {
            requireAfter(baseline);
            requireSame(baseline);
        }
        Optional<Fraction> start = start();
        start.ifPresent(from -> Require.that(
                !(goal instanceof Goal.Change) || from.signum() > 0,
                "target.baseline",
                "baseline",
                "must be more than 0 for a change in percent",
                from));
        Require.that(
                unit != KpiUnit.MONEY || currency != null || !statesNumber(),
                "target.currency",
                "currency",
                "must be given for amounts of " + kpi,
                null);
        // a number of its own may be the baseline already: a benchmark, or a level to be kept
        // where it is measured later, any baseline shows whether the change goes the way of the comparison
        if (goal.needsBaseline() || goal.start().isPresent()) {
            Fraction from = start.orElse(Fraction.ONE);
            Fraction to = goal.from(from);
            Require.that(!from.equals(to), "target.goal", "goal", "must differ from the baseline", this);
            Require.that(
                    !comparison.holds(from, to),
                    "target.goal",
                    "goal",
                    "must not be met by the baseline"
                            + start.map(known -> ", " + known).orElse(""),
                    this);
        }
    }

    /** Whether it has a number in the unit of the KPI: of a change in percent only the baseline may be one. */
    boolean statesNumber() {
        return start().isPresent() || !(goal instanceof Goal.Change);
    }

    private static @Nullable String currency(@Nullable String given, @Nullable Baseline from) {
        Optional<String> stated = Optional.ofNullable(from).flatMap(Baseline::currency);
        if (given == null) {
            return stated.orElse(null);
        }
        String code = Currencies.of(given, "currency").getCurrencyCode();
        Require.that(
                stated.isEmpty() || stated.get().equals(code),
                "target.currency",
                "currency",
                "must be that of the baseline, " + stated.orElse("none"),
                code);
        return code;
    }

    private void requireNamed(String whom) {
        Require.that(
                scope.contains(whom), "target.scope", "scope", "must name " + whom + ", of whom " + kpi + " is", scope);
    }

    private void requireAfter(Baseline given) {
        Require.that(
                deadline == null || deadline.isAfter(given.period().lastDay()),
                "target.deadline",
                "deadline",
                "must be after the baseline's end, " + given.period().lastDay(),
                deadline);
    }

    private void requireSame(Baseline given) {
        Optional<Fraction> other = goal.start();
        given.value()
                .ifPresent(value -> Require.that(
                        other.isEmpty() || other.get().equals(value),
                        "target.baseline",
                        "baseline",
                        "must be that of the goal, " + goal.text(comparison),
                        value));
    }

    private static <T> T smart(@Nullable T value, String property, String argument) {
        Require.that(
                value != null,
                "target." + property,
                argument,
                "must be given: without it the target is not " + property,
                null);
        return requireNonNull(value, argument);
    }

    private Object readResolve() {
        var builder = new Builder(Require.id(name, "name"));
        builder.kpi = kpi;
        builder.unit = unit;
        builder.currency = currency;
        builder.scope = scope;
        builder.area = area;
        builder.comparison = comparison;
        builder.goal = goal;
        builder.rule = requireNonNull(rule, "rule");
        builder.baseline = baseline;
        builder.deadline = deadline;
        builder.every = every;
        return new Target(builder);
    }

    /** Collects a target; not safe to share between threads. */
    public static final class Builder {
        private final String name;
        private MeasuringRule rule = MeasuringRule.VALUE_AT_END;
        private @Nullable String kpi;
        private @Nullable KpiUnit unit;
        private @Nullable String currency;
        private @Nullable String scope;
        private @Nullable String area;
        private @Nullable Comparison comparison;
        private @Nullable Goal goal;
        private @Nullable Baseline baseline;
        private @Nullable LocalDate deadline;
        private @Nullable EveryPeriod every;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * What is measured; its results must be in the unit of the definition.
         *
         * @param definition of the KPI with its method, such as {@code DaysSalesOutstanding.simple().definition()};
         *     of a part, {@code definition.only("segment", "DE")}
         * @param newScope of whom: all customers, a segment, a currency
         */
        public Builder of(KpiDefinition definition, String newScope) {
            return of(definition.id(), definition.unit(), newScope);
        }

        /**
         * What is measured, by the id of the KPI and its unit, as a target that was stored has them.
         *
         * @param newKpi with its method, such as {@code dso.simple}
         * @param newUnit of its results
         * @param newScope of whom
         */
        public Builder of(String newKpi, KpiUnit newUnit, String newScope) {
            of(newKpi, newScope).unit = newUnit;
            return this;
        }

        /**
         * What is measured, by its id.
         *
         * @param newKpi the id with the method, such as {@code dso.simple}
         * @param newScope of whom: all customers, a segment, a currency
         */
        public Builder of(String newKpi, String newScope) {
            unit = null;
            kpi = requireNonNull(newKpi, "newKpi");
            scope = requireNonNull(newScope, "newScope");
            return this;
        }

        /** What is to be reached, and how the value must stand to it. */
        public Builder goal(Comparison newComparison, Goal newGoal) {
            comparison = requireNonNull(newComparison, "newComparison");
            goal = requireNonNull(newGoal, "newGoal");
            return this;
        }

        /**
         * The currency of the goal and of all results, which amounts must have.
         *
         * @param code three capital letters, such as {@code EUR}
         */
        public Builder currency(String code) {
            currency = requireNonNull(code, "code");
            return this;
        }

        /** Which value counts where there are several; the value at the end, if this is not called. */
        public Builder rule(MeasuringRule newRule) {
            rule = requireNonNull(newRule, "newRule");
            return this;
        }

        /** What it starts from. A change needs one; beside another goal it makes progress known. */
        public Builder baseline(Baseline newBaseline) {
            baseline = requireNonNull(newBaseline, "newBaseline");
            return this;
        }

        /** The key result area that it serves. */
        public Builder area(String newArea) {
            area = requireNonNull(newArea, "newArea");
            return this;
        }

        /** The day at whose end it must be met. */
        public Builder deadline(LocalDate day) {
            deadline = Dates.inCalendar(day, "deadline");
            return this;
        }

        /** The periods in each of which it holds, in place of a deadline. */
        public Builder inEvery(EveryPeriod newEvery) {
            every = requireNonNull(newEvery, "newEvery");
            return this;
        }

        /**
         * The target.
         *
         * @throws IllegalArgumentException if a SMART property is missing, whose name is in the message and the code, such as {@code
         *     target.time-bound}; or if the parts contradict each other: a change, or the way from one number to another, is none or goes against the comparison,
         *     an amount has no currency or two, the deadline is not after the baseline's end, the scope does not name the part that the id names
         */
        public Target build() {
            return new Target(this);
        }
    }
}

package io.quittance.core.pricing;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.PartNames;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Time by a rate card: each entry of a timesheet is an event with the time worked as its quantity and the role as a
 * dimension. With 150 an hour for a consultant, entries rounded up to quarters of an hour and 1.5 times the rate for
 * overtime, 2.1 hours and 1 hour of overtime cost 2.25 × 150 + 1 × 150 × 1.5 = 562.50. Materials are a charge of their own,
 * by {@link CostPlus}.
 *
 * <p>Every entry is rounded up by itself to the increment; one that takes an earlier one back, with a negative time, is
 * rounded alike, so that the two cancel. Overtime is what the timesheet marks as such, by a dimension whose values have
 * factors: whether an hour is overtime depends on a person's working time and on law, which whoever approves the timesheet
 * knows. A cap that must not be exceeded holds for the whole period, and what is above is taken off in a step of its own; where
 * each step is rounded, it holds for the rounded steps. A cap with more places than the rounding is met to the nearest
 * amount that can be billed.
 */
public final class TimeAndMaterials implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Rounding UP = Rounding.of(0, RoundingMode.UP);

    private final String roleDimension;

    @SuppressWarnings("serial") // an unmodifiable tree map, which is serialisable
    private final SortedMap<String, BigDecimal> rates;

    private final String overtimeDimension;

    @SuppressWarnings("serial") // as above
    private final SortedMap<String, BigDecimal> overtimeFactors;

    private final @Nullable BigDecimal increment;
    private final @Nullable BigDecimal notToExceed;

    private TimeAndMaterials(
            String roleDimension,
            Map<String, BigDecimal> rates,
            String overtimeDimension,
            Map<String, BigDecimal> overtimeFactors,
            @Nullable BigDecimal increment,
            @Nullable BigDecimal notToExceed) {
        this.roleDimension = Require.id(roleDimension, "roleDimension");
        this.rates = checked(rates, "rates");
        Require.notEmpty(this.rates.keySet(), "rates");
        this.overtimeDimension = Require.id(overtimeDimension, "overtimeDimension");
        this.overtimeFactors = checked(overtimeFactors, "overtimeFactors");
        this.increment = increment == null ? null : Require.positive(increment, "increment");
        this.notToExceed = notToExceed == null ? null : Require.notNegative(notToExceed, "notToExceed");
    }

    private static SortedMap<String, BigDecimal> checked(Map<String, BigDecimal> numbers, String argument) {
        var copy = new TreeMap<>(numbers);
        copy.forEach((name, number) -> Require.notNegative(number, argument + "[" + Require.id(name, argument) + "]"));
        return Collections.unmodifiableSortedMap(copy);
    }

    /**
     * A rate for each role, in the dimension {@code role}.
     *
     * @param rates in the currency of the contract for each unit of time, zero or more; one or more
     */
    public static TimeAndMaterials of(Map<String, BigDecimal> rates) {
        return new TimeAndMaterials("role", rates, "overtime", Map.of(), null, null);
    }

    /** The first role; further ones by {@link #withRate}: {@code TimeAndMaterials.of("consultant", "150")}. */
    public static TimeAndMaterials of(String role, String rate) {
        return of(Map.of(Require.id(role, "role"), Require.decimal(rate, "rate")));
    }

    /** The same with one more role, or another rate for it. */
    public TimeAndMaterials withRate(String role, String rate) {
        var more = new TreeMap<>(rates);
        more.put(Require.id(role, "role"), Require.decimal(rate, "rate"));
        return new TimeAndMaterials(roleDimension, more, overtimeDimension, overtimeFactors, increment, notToExceed);
    }

    /** The same, where the role stands in another dimension than {@code role}. */
    public TimeAndMaterials withRoleDimension(String dimension) {
        return new TimeAndMaterials(dimension, rates, overtimeDimension, overtimeFactors, increment, notToExceed);
    }

    /**
     * The same, where time that is marked costs so many times its rate.
     *
     * @param dimension the dimension of the mark, such as {@code overtime}; an entry without it costs its rate
     * @param factors by the values of the mark, zero or more; an entry with another value is refused
     */
    public TimeAndMaterials withOvertime(String dimension, Map<String, BigDecimal> factors) {
        return new TimeAndMaterials(roleDimension, rates, dimension, factors, increment, notToExceed);
    }

    /** The same with one more value of the mark: {@code withOvertime("yes", "1.5").withOvertime("no", "1")}. */
    public TimeAndMaterials withOvertime(String value, String factor) {
        var more = new TreeMap<>(overtimeFactors);
        more.put(Require.id(value, "overtime"), Require.decimal(factor, "factor"));
        return withOvertime(overtimeDimension, more);
    }

    /** The same, where each entry is rounded up to a multiple of {@code newIncrement}, which is more than zero. */
    public TimeAndMaterials withIncrement(BigDecimal newIncrement) {
        return new TimeAndMaterials(
                roleDimension, rates, overtimeDimension, overtimeFactors, newIncrement, notToExceed);
    }

    /** As {@link #withIncrement(BigDecimal)}: a quarter of an hour is {@code 0.25}. */
    public TimeAndMaterials withIncrement(String newIncrement) {
        return withIncrement(Require.decimal(newIncrement, "increment"));
    }

    /** The same, where the whole period costs at most so much; zero or more. */
    public TimeAndMaterials withNotToExceed(BigDecimal cap) {
        return new TimeAndMaterials(roleDimension, rates, overtimeDimension, overtimeFactors, increment, cap);
    }

    /** As {@link #withNotToExceed(BigDecimal)}. */
    public TimeAndMaterials withNotToExceed(String cap) {
        return withNotToExceed(Require.decimal(cap, "notToExceed"));
    }

    /** The dimension in which the role stands. */
    public String roleDimension() {
        return roleDimension;
    }

    /** The rate of each role for a unit of time. */
    public SortedMap<String, BigDecimal> rates() {
        return rates;
    }

    /** The dimension that marks overtime. */
    public String overtimeDimension() {
        return overtimeDimension;
    }

    /** How many times its rate marked time costs, by the value of the mark; empty where there is no overtime. */
    public SortedMap<String, BigDecimal> overtimeFactors() {
        return overtimeFactors;
    }

    /** To which multiple each entry is rounded up, if it is rounded. */
    public Optional<BigDecimal> increment() {
        return Optional.ofNullable(increment);
    }

    /** What the whole period costs at most, if there is a limit. */
    public Optional<BigDecimal> notToExceed() {
        return Optional.ofNullable(notToExceed);
    }

    /** The time of one role under one mark, which is empty for time at the plain rate. */
    private record Line(String role, String mark) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            int byRole = role.compareTo(other.role);
            return byRole != 0 ? byRole : mark.compareTo(other.mark);
        }

        String part() {
            return PartNames.joined(mark.isEmpty() ? List.of("time", role) : List.of("time", role, mark));
        }
    }

    /**
     * A step for each role, and one for each mark of it, such as {@code time/consultant/yes}, about the time after
     * rounding; then, where there is a cap, {@code not-to-exceed}, which takes off what is above it or zero.
     *
     * @throws IllegalArgumentException if an entry has no role, or a role or mark that the terms do not know, if more time was
     *     taken back than worked, or a quantity comes without events
     */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        var lines = new TreeMap<Line, List<UsageEvent>>();
        for (UsageEvent entry : Inner.events(input, Inner.SUM)) {
            lines.computeIfAbsent(lineOf(entry), line -> new ArrayList<>()).add(entry);
        }
        var steps = new ArrayList<Step>();
        lines.forEach((line, entries) -> steps.add(step(line, entries)));
        if (steps.isEmpty()) {
            return ChargeBreakdown.of(Inner.nothing());
        }
        cap(Step.total(steps)).ifPresent(steps::add);
        return ChargeBreakdown.of(steps);
    }

    private Line lineOf(UsageEvent entry) {
        String role = entry.dimension(roleDimension).orElse("");
        if (!rates.containsKey(role)) {
            throw refused(entry, roleDimension, "time.role", rates, role);
        }
        String mark = overtimeFactors.isEmpty()
                ? ""
                : entry.dimension(overtimeDimension).orElse("");
        if (!mark.isEmpty() && !overtimeFactors.containsKey(mark)) {
            throw refused(entry, overtimeDimension, "time.overtime", overtimeFactors, mark);
        }
        return new Line(role, mark);
    }

    private static InvalidArgumentException refused(
            UsageEvent entry, String dimension, String code, SortedMap<String, BigDecimal> known, String value) {
        return new InvalidArgumentException(
                code,
                "events[" + entry.key() + "]." + dimension,
                "must be one of " + known.keySet(),
                value.isEmpty() ? null : value);
    }

    private Step step(Line line, List<UsageEvent> entries) {
        Fraction counted = Fraction.ZERO;
        for (UsageEvent entry : entries) {
            counted = counted.plus(counted(Fraction.of(entry.quantity())));
        }
        Require.that(
                counted.signum() >= 0, "number.negative", "time of " + line.role(), "must not be negative", counted);
        Expression formula =
                Expression.of(counted).times(Expression.of(Require.present(rates.get(line.role()), "rate")));
        if (!line.mark().isEmpty()) {
            formula = formula.times(Expression.of(Require.present(overtimeFactors.get(line.mark()), "factor")));
        }
        return Step.of(
                line.part(),
                counted,
                formula,
                line.mark().isEmpty() ? "charge.time" : "charge.time.overtime",
                line.mark().isEmpty() ? "{0}, {2} recorded: {3} = {4}" : "{0}, overtime {1}, {2} recorded: {3} = {4}",
                line.role(),
                line.mark(),
                Inner.sum(entries));
    }

    private Fraction counted(Fraction time) {
        if (increment == null) {
            return time;
        }
        Fraction size = Fraction.of(increment);
        return Fraction.of(time.dividedBy(size).round(UP)).times(size);
    }

    private Optional<Step> cap(Fraction total) {
        if (notToExceed == null) {
            return Optional.empty();
        }
        Expression formula =
                Expression.of(notToExceed).minus(Expression.total()).min(Expression.of(0));
        return Optional.of(Step.after(
                total,
                "not-to-exceed",
                Fraction.ZERO,
                formula,
                "charge.time.cap",
                "not to exceed {0}: {2}",
                notToExceed));
    }

    /**
     * Refuses conversion, free and committed units and a meter that takes anything but the sum, of which no single event knows,
     * and several meters.
     */
    @Override
    public void check(Metering metering) {
        metering.requireAsMetered();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeAndMaterials that
                && roleDimension.equals(that.roleDimension)
                && Decimals.canonical(rates).equals(Decimals.canonical(that.rates))
                && overtimeDimension.equals(that.overtimeDimension)
                && Decimals.canonical(overtimeFactors).equals(Decimals.canonical(that.overtimeFactors))
                && Objects.equals(Decimals.canonical(increment), Decimals.canonical(that.increment))
                && Objects.equals(Decimals.canonical(notToExceed), Decimals.canonical(that.notToExceed));
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                roleDimension,
                Decimals.canonical(rates),
                overtimeDimension,
                Decimals.canonical(overtimeFactors),
                Decimals.canonical(increment),
                Decimals.canonical(notToExceed));
    }

    /** For example {@code {consultant=150} per unit of time, overtime {yes=1.5}, in steps of 0.25, at most 10000}. */
    @Override
    public String toString() {
        return rates + " per unit of time"
                + (overtimeFactors.isEmpty() ? "" : ", " + overtimeDimension + " " + overtimeFactors)
                + (increment == null ? "" : ", in steps of " + increment.toPlainString())
                + (notToExceed == null ? "" : ", at most " + notToExceed.toPlainString());
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new TimeAndMaterials(roleDimension, rates, overtimeDimension, overtimeFactors, increment, notToExceed);
    }
}

package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.PartNames;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Amounts that are due when steps of a project are reached: {@code Milestones.of("design", "20000").then("go-live", "80000")}.
 * A milestone is reached by an event whose dimension {@value #DIMENSION} names it, with a quantity of 1; a later event of 0
 * takes it back. Each is due once, however often it is reported.
 */
public final class Milestones implements ChargeModel, Serializable {
    /** The dimension of an event that names a milestone. */
    public static final String DIMENSION = "milestone";

    private static final long serialVersionUID = 1L;
    private static final int MOST = 1_000;

    @SuppressWarnings("serial") // an unmodifiable linked map, which is serialisable
    private final Map<String, BigDecimal> amounts;

    private Milestones(Map<String, BigDecimal> amounts) {
        this.amounts = Collections.unmodifiableMap(amounts);
    }

    /**
     * The first milestone.
     *
     * @param name unique among the milestones of a charge
     * @param amount in the currency of the contract, zero or more
     */
    public static Milestones of(String name, BigDecimal amount) {
        return new Milestones(new LinkedHashMap<>()).then(name, amount);
    }

    /** As {@link #of(String, BigDecimal)}, from text. */
    public static Milestones of(String name, String amount) {
        return of(name, Require.decimal(amount, "amount"));
    }

    /** The same with one more milestone; at most 1,000. */
    public Milestones then(String name, BigDecimal amount) {
        var more = new LinkedHashMap<>(amounts);
        Require.id(name, "name");
        Require.that(more.size() < MOST, "milestones.count", "milestones", "must be at most " + MOST, MOST + 1);
        Require.that(!more.containsKey(name), "milestones.duplicate", "name", "must be unique", name);
        more.put(name, Require.notNegative(amount, "amount"));
        return new Milestones(more);
    }

    /** As {@link #then(String, BigDecimal)}, from text. */
    public Milestones then(String name, String amount) {
        return then(name, Require.decimal(amount, "amount"));
    }

    /** What each milestone costs, in their order. */
    public Map<String, BigDecimal> amounts() {
        return amounts;
    }

    /**
     * One step for each milestone, also for those that are not reached yet: {@code design: 20000}.
     *
     * @throws InvalidArgumentException if an event names no milestone of these, or says neither 0 nor 1
     */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Map<String, BigDecimal> reached = reached(input);
        var steps = new ArrayList<Step>();
        amounts.forEach((name, amount) -> {
            BigDecimal share = reached.getOrDefault(name, BigDecimal.ZERO);
            steps.add(Step.of(
                    PartNames.prefixed("milestone", name),
                    Fraction.of(share),
                    Expression.of(share).times(Expression.of(amount)),
                    "charge.milestone",
                    "{0}: {2}",
                    name));
        });
        return ChargeBreakdown.of(steps);
    }

    private Map<String, BigDecimal> reached(RatingInput input) {
        Map<String, BigDecimal> reached = new HashMap<>();
        for (UsageEvent event : input.events()) {
            String name = event.dimension(DIMENSION).orElse("");
            Require.that(
                    amounts.containsKey(name),
                    "milestones.name",
                    "events[" + event.key() + "]." + DIMENSION,
                    "must be one of " + amounts.keySet(),
                    name);
            Require.that(
                    event.quantity().signum() == 0 || event.quantity().compareTo(BigDecimal.ONE) == 0,
                    "milestones.quantity",
                    "events[" + event.key() + "].quantity",
                    "must be 1 where a milestone is reached, or 0 where it is taken back",
                    event.quantity().toPlainString());
            reached.put(name, event.quantity()); // events come in the order of time
        }
        return reached;
    }

    /** Refuses what would be ignored: conversion, increments, free and committed units, further meters, no events at all. */
    @Override
    public void check(Metering metering) {
        metering.requireEvents(Inner.SUM);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Milestones that
                && new ArrayList<>(amounts.keySet()).equals(new ArrayList<>(that.amounts.keySet()))
                && amounts.entrySet().stream()
                        .allMatch(each ->
                                requireNonNull(that.amounts.get(each.getKey())).compareTo(each.getValue()) == 0);
    }

    @Override
    public int hashCode() {
        return amounts.keySet().hashCode();
    }

    /** For example {@code milestones [design, go-live]}. */
    @Override
    public String toString() {
        return "milestones " + amounts.keySet();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        var checked = new Milestones(new LinkedHashMap<>());
        for (var each : amounts.entrySet()) {
            checked = checked.then(each.getKey(), each.getValue());
        }
        return checked;
    }
}

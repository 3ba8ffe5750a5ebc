package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.PartNames;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A percentage of the amount of each event, such as a payment, and a fixed fee for each: 2.9 % and 0.30 on payments of 100
 * and 50 are 4.35 + 0.60 = 4.95.
 *
 * <p>The first events of the period may be free, and so may the first amount; where both are given, the allowance ends with
 * whichever is reached first. An event is free if it is among the first and the sum up to and including it stays below the
 * free amount; it pays no fee. An event that only ends above the free amount pays the fee, and the rate on what lies
 * above. Each event that is not free costs at least the floor and at most the cap, rate and fee together.
 *
 * <p>Formula (Lago, percentage charges): (Σ amounts − min(Σ first N amounts, X)) × rate + events that are not free × fee.
 * With a floor or a cap each event is a step of its own: clamp(part above the allowance × rate + fee).
 *
 * <p>Events count in the order of {@link UsageEvent#BY_TIME}, with the amounts that were metered; one that arrives late
 * takes its place in time, and the difference of two prices corrects what it moved. A quantity without events is the sum of
 * the amounts, and can be priced where nothing is agreed for single events.
 */
public final class Percentage implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal ratePercent;
    private final BigDecimal fixedFee;
    private final @Nullable Integer freeEvents;
    private final @Nullable BigDecimal freeAmount;
    private final @Nullable BigDecimal floor;
    private final @Nullable BigDecimal cap;

    private Percentage(
            BigDecimal ratePercent,
            BigDecimal fixedFee,
            @Nullable Integer freeEvents,
            @Nullable BigDecimal freeAmount,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal cap) {
        this.ratePercent = Require.notNegative(ratePercent, "ratePercent");
        this.fixedFee = Require.notNegative(fixedFee, "fixedFee");
        this.freeEvents = freeEvents;
        this.freeAmount = freeAmount == null ? null : Require.notNegative(freeAmount, "freeAmount");
        this.floor = floor == null ? null : Require.notNegative(floor, "floor");
        this.cap = cap == null ? null : Require.notNegative(cap, "cap");
        if (freeEvents != null) {
            Require.that(freeEvents >= 0, "number.negative", "freeEvents", "must not be negative", freeEvents);
        }
        if (floor != null && cap != null) {
            Require.that(
                    cap.compareTo(floor) >= 0,
                    "percentage.bounds",
                    "cap",
                    "must not be less than the floor " + floor.toPlainString(),
                    cap.toPlainString());
        }
    }

    /**
     * A percentage of all amounts.
     *
     * @param ratePercent in percent, zero or more: 2.9 means 2.9 %
     */
    public static Percentage of(BigDecimal ratePercent) {
        return new Percentage(ratePercent, BigDecimal.ZERO, null, null, null, null);
    }

    /** As {@link #of(BigDecimal)}, from text such as {@code 2.9}. */
    public static Percentage of(String ratePercent) {
        return of(Require.decimal(ratePercent, "ratePercent"));
    }

    /** The same with a fee for each event that is not free; zero or more. */
    public Percentage withFixedFee(BigDecimal newFixedFee) {
        return new Percentage(ratePercent, newFixedFee, freeEvents, freeAmount, floor, cap);
    }

    /** As {@link #withFixedFee(BigDecimal)}. */
    public Percentage withFixedFee(String newFixedFee) {
        return withFixedFee(Require.decimal(newFixedFee, "fixedFee"));
    }

    /** The same, where at most the first so many events of the period are free; zero or more. */
    public Percentage withFreeEvents(int newFreeEvents) {
        return new Percentage(ratePercent, fixedFee, newFreeEvents, freeAmount, floor, cap);
    }

    /** The same, where at most the first so much of the period's amounts is free; zero or more. */
    public Percentage withFreeAmount(BigDecimal newFreeAmount) {
        return new Percentage(ratePercent, fixedFee, freeEvents, newFreeAmount, floor, cap);
    }

    /** As {@link #withFreeAmount(BigDecimal)}. */
    public Percentage withFreeAmount(String newFreeAmount) {
        return withFreeAmount(Require.decimal(newFreeAmount, "freeAmount"));
    }

    /** The same, where each event that is not free costs at least so much; zero or more, at most the cap. */
    public Percentage withFloor(BigDecimal newFloor) {
        return new Percentage(ratePercent, fixedFee, freeEvents, freeAmount, newFloor, cap);
    }

    /** As {@link #withFloor(BigDecimal)}. */
    public Percentage withFloor(String newFloor) {
        return withFloor(Require.decimal(newFloor, "floor"));
    }

    /** The same, where each event costs at most so much; zero or more, at least the floor. */
    public Percentage withCap(BigDecimal newCap) {
        return new Percentage(ratePercent, fixedFee, freeEvents, freeAmount, floor, newCap);
    }

    /** As {@link #withCap(BigDecimal)}. */
    public Percentage withCap(String newCap) {
        return withCap(Require.decimal(newCap, "cap"));
    }

    /** The rate in percent of the amounts. */
    public BigDecimal ratePercent() {
        return ratePercent;
    }

    /** The fee for each event that is not free; zero where there is none. */
    public BigDecimal fixedFee() {
        return fixedFee;
    }

    /** How many events at the beginning of the period are free at most, if their number matters. */
    public OptionalInt freeEvents() {
        return freeEvents == null ? OptionalInt.empty() : OptionalInt.of(freeEvents);
    }

    /** How much at the beginning of the period is free at most, if the amount matters. */
    public Optional<BigDecimal> freeAmount() {
        return Optional.ofNullable(freeAmount);
    }

    /** What an event that is not free costs at least, if there is a limit. */
    public Optional<BigDecimal> floor() {
        return Optional.ofNullable(floor);
    }

    /** What an event costs at most, if there is a limit. */
    public Optional<BigDecimal> cap() {
        return Optional.ofNullable(cap);
    }

    /**
     * Two steps, {@code rate} and {@code fees}; with a floor or a cap one step for each event, such as {@code event/e-1}.
     *
     * @throws IllegalArgumentException if an event is negative, or a quantity comes without the events that a fee, a number
     *     of free events, a floor or a cap needs
     */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        if (input.events().isEmpty()) {
            return withoutEvents(input.quantity());
        }
        List<UsageEvent> events = Inner.events(input, Inner.SUM);
        return floor == null && cap == null ? inTotal(events) : eventByEvent(events);
    }

    private ChargeBreakdown withoutEvents(Fraction amount) {
        boolean byEvent = fixedFee.signum() != 0 || freeEvents != null || floor != null || cap != null;
        Require.that(
                amount.signum() == 0 || !byEvent,
                "percentage.events",
                "events",
                "must be given, for the price has terms for single events",
                null);
        return ChargeBreakdown.of(rate(amount, free(amount, amount)));
    }

    private ChargeBreakdown inTotal(List<UsageEvent> events) {
        BigDecimal sum = BigDecimal.ZERO;
        int charged = 0;
        for (int i = 0; i < events.size(); i++) {
            sum = sum.add(amountOf(events.get(i)));
            charged += isFree(i, sum) ? 0 : 1;
        }
        Fraction total = Fraction.of(sum);
        Step rate = rate(total, free(total, first(events)));
        if (fixedFee.signum() == 0) {
            return ChargeBreakdown.of(rate);
        }
        Expression fees = Expression.of(charged).times(Expression.of(fixedFee));
        return ChargeBreakdown.of(
                rate, Step.of("fees", Fraction.ZERO, fees, "charge.percentage.fees", "fixed fees: {0} = {1}"));
    }

    private Step rate(Fraction total, Optional<Expression> free) {
        Expression base = free.map(Expression.of(total)::minus).orElse(Expression.of(total));
        Expression formula = base.percent(Expression.of(ratePercent));
        return Step.of("rate", total, formula, "charge.percentage.rate", "{0} = {1}");
    }

    private ChargeBreakdown eventByEvent(List<UsageEvent> events) {
        BigDecimal sum = BigDecimal.ZERO;
        for (UsageEvent event : events) {
            sum = sum.add(amountOf(event));
        }
        Fraction freeInAll =
                free(Fraction.of(sum), first(events)).map(Expression::value).orElse(Fraction.ZERO);
        var steps = new ArrayList<Step>();
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < events.size(); i++) {
            UsageEvent event = events.get(i);
            BigDecimal after = before.add(event.quantity());
            Fraction freeStill = freeInAll.minus(Fraction.of(before)).max(Fraction.ZERO);
            steps.add(isFree(i, after) ? free(event) : charged(event, freeStill));
            before = after;
        }
        return ChargeBreakdown.of(steps);
    }

    private static Step free(UsageEvent event) {
        return Step.of(
                PartNames.within("event", event.key()),
                Fraction.of(event.quantity()),
                Expression.of(0),
                "charge.percentage.free",
                "{0}: {1} is free",
                event.key(),
                event.quantity());
    }

    private Step charged(UsageEvent event, Fraction freeStill) {
        Fraction amount = Fraction.of(event.quantity());
        Fraction free = amount.min(freeStill);
        Expression base = Expression.of(amount);
        Expression above = free.signum() == 0 ? base : base.minus(Expression.of(free));
        Expression formula = above.percent(Expression.of(ratePercent));
        if (fixedFee.signum() != 0) {
            formula = formula.plus(Expression.of(fixedFee));
        }
        if (floor != null) {
            formula = formula.max(Expression.of(floor));
        }
        if (cap != null) {
            formula = formula.min(Expression.of(cap));
        }
        return Step.of(
                PartNames.within("event", event.key()),
                amount,
                formula,
                "charge.percentage.event",
                "{0}: {1} = {2}",
                event.key());
    }

    /** Whether the event at that place is free, where the sum up to and including it is {@code running}. */
    private boolean isFree(int index, BigDecimal running) {
        return (freeEvents != null || freeAmount != null)
                && (freeEvents == null || index < freeEvents)
                && (freeAmount == null || running.compareTo(freeAmount) < 0);
    }

    /** How much is free, if the terms say so: the first events, but no more than the free amount. */
    private Optional<Expression> free(Fraction total, Fraction first) {
        if (freeAmount != null) {
            return Optional.of(Expression.of(freeEvents == null ? total : first).min(Expression.of(freeAmount)));
        }
        return freeEvents == null ? Optional.empty() : Optional.of(Expression.of(first));
    }

    /** The sum of the first events that may be free. */
    private Fraction first(List<UsageEvent> events) {
        BigDecimal sum = BigDecimal.ZERO;
        int count = freeEvents == null ? 0 : Math.min(freeEvents, events.size());
        for (UsageEvent event : events.subList(0, count)) {
            sum = sum.add(event.quantity());
        }
        return Fraction.of(sum);
    }

    private static BigDecimal amountOf(UsageEvent event) {
        return Require.notNegative(event.quantity(), "events[" + event.key() + "].quantity");
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
        return other instanceof Percentage that
                && ratePercent.compareTo(that.ratePercent) == 0
                && fixedFee.compareTo(that.fixedFee) == 0
                && Objects.equals(freeEvents, that.freeEvents)
                && Objects.equals(Decimals.canonical(freeAmount), Decimals.canonical(that.freeAmount))
                && Objects.equals(Decimals.canonical(floor), Decimals.canonical(that.floor))
                && Objects.equals(Decimals.canonical(cap), Decimals.canonical(that.cap));
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                Decimals.canonical(ratePercent),
                Decimals.canonical(fixedFee),
                freeEvents,
                Decimals.canonical(freeAmount),
                Decimals.canonical(floor),
                Decimals.canonical(cap));
    }

    /** For example {@code 2.9% + 0.30 per event, first 3 events free, at most 12 per event}. */
    @Override
    public String toString() {
        return ratePercent.toPlainString() + "%"
                + (fixedFee.signum() == 0 ? "" : " + " + fixedFee.toPlainString() + " per event")
                + (freeEvents == null ? "" : ", first " + freeEvents + " events free")
                + (freeAmount == null ? "" : ", first " + freeAmount.toPlainString() + " free")
                + (floor == null ? "" : ", at least " + floor.toPlainString() + " per event")
                + (cap == null ? "" : ", at most " + cap.toPlainString() + " per event");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Percentage(ratePercent, fixedFee, freeEvents, freeAmount, floor, cap);
    }
}

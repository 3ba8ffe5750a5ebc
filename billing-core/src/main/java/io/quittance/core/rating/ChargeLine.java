package io.quittance.core.rating;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.RoundingReason;
import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.PartNames;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.SpendBasis;
import io.quittance.core.schedule.ServicePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One charge while it is rated: its steps so far and what they add up to. Used by one thread, within one rating. */
final class ChargeLine {
    static final String ROUNDING = "charge.rounding";
    static final String BILLED = "charge.billed";

    private final ChargeId id;
    private final String name;
    private final String unit;
    private final ServicePeriod days;
    private final String terms;
    private final List<Step> quantity = new ArrayList<>();
    private final List<Step> amount = new ArrayList<>();
    private Fraction total = Fraction.ZERO;
    private Fraction counted = Fraction.ZERO;
    private int roundings;

    ChargeLine(ChargeId id, String name, String unit, ServicePeriod days, TermsVersion version) {
        this.id = id;
        this.name = name;
        this.unit = unit;
        this.days = days;
        terms = version.key();
    }

    static ChargeLine of(ChargePiece piece) {
        Charge charge = piece.charge();
        return new ChargeLine(charge.id(), charge.name(), charge.unit(), piece.days(), piece.version());
    }

    ChargeId id() {
        return id;
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }

    /** The days that it covers. */
    ServicePeriod days() {
        return days;
    }

    /** The key of the terms that say so. */
    String terms() {
        return terms;
    }

    /** The steps that made the quantity, from the metered one. */
    List<Step> quantity() {
        return quantity;
    }

    List<Step> amount() {
        return amount;
    }

    Fraction total() {
        return total;
    }

    void addQuantity(Step step) {
        quantity.add(step);
    }

    /** Adds a step of the price. */
    void add(Step step) {
        add(step, step.amount());
    }

    private void add(Step step, Fraction counting) {
        amount.add(step);
        total = total.plus(step.amount());
        counted = counted.plus(counting);
    }

    /**
     * What counts towards a minimum or commitment: the total or, where spend counts before discounts, what the total would be
     * without them. 200 less 50 %, at most 80, count as 80.
     */
    Fraction counted() {
        return counted;
    }

    /** Adds what a discount takes off, under another name, unless it is nothing. */
    void addDiscount(Step step, String part, SpendBasis basis) {
        addIfAny(step, part, basis == SpendBasis.AFTER_DISCOUNTS ? step.amount() : Fraction.ZERO);
    }

    /** Adds a step under another name, unless it changes nothing. */
    void addIfAny(Step step, String part) {
        addIfAny(step, part, step.amount());
    }

    /** Adds a step under another name, unless it changes nothing, and another amount to what counts. */
    void addIfAny(Step step, String part, Fraction counting) {
        if (step.amount().signum() != 0) {
            add(step.as(part), counting);
        } else {
            counted = counted.plus(counting);
        }
    }

    /** Adds the steps by which a stage of the charge answers to the total; what counts is put to the same stage. */
    void addStage(Function<Fraction, List<Step>> stage) {
        addStage(total, counted, stage);
    }

    /** As {@link #addStage(Function)}, where this line stands for several that come to a total together. */
    void addStage(Fraction all, Fraction allCounted, Function<Fraction, List<Step>> stage) {
        List<Step> steps = stage.apply(all);
        Fraction counting = Step.total(allCounted.equals(all) ? steps : stage.apply(allCounted));
        for (Step step : steps) {
            Step own = all.equals(total) ? step : step.alone();
            addIfAny(own, PartNames.ofStage("charge", step.part()), Fraction.ZERO);
        }
        counted = counted.plus(counting);
    }

    /** Rounds what the steps add up to; the first time as {@code charge.rounding}, then as {@code charge.rounding-1}. */
    void round(Rounding rounding) {
        Fraction rounded = Fraction.of(total.round(rounding));
        counted = counted.equals(total) ? rounded : Fraction.of(counted.round(rounding));
        String part = roundings == 0 ? ROUNDING : ROUNDING + "-" + roundings;
        roundings++;
        if (rounded.equals(total)) {
            return;
        }
        Expression difference = Expression.total().rounded(rounding).minus(Expression.total());
        Step step = Step.after(
                total,
                part,
                Fraction.ZERO,
                difference,
                RoundingReason.key("charge.rounded", rounding.mode()),
                RoundingReason.pattern(rounding.mode()),
                total,
                rounded.round(rounding));
        add(step, Fraction.ZERO);
    }
}

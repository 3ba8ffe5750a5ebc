package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How far a KPI may move before it is worth a look. A change of exactly the limit is within it: from 40 to 44 days is 10 %, and not beyond {@code
 * ChangeLimit.percent("10")}.
 *
 * @param measure what of the change is limited
 * @param limit more than 0, in percent of the base, or in the unit and currency of the KPI
 * @param onlyWorse whether a change for the better is let pass, however large
 */
public record ChangeLimit(Measure measure, BigDecimal limit, boolean onlyWorse) implements Serializable {

    /** Takes the limit without zeros at its end. */
    public ChangeLimit {
        requireNonNull(measure, "measure");
        limit = Require.plain(Require.positive(limit, "limit"));
    }

    /** What of a change is limited. */
    public enum Measure {
        /** The change in percent of the base. */
        PERCENT,
        /** The change in the unit of the KPI: days, an amount, or points where the unit is percent. */
        UNITS
    }

    /** How a change stands to a limit. */
    public enum Judgement {
        /** It is the limit or less, or it is for the better and only the worse is limited. */
        WITHIN,
        /** It is more than the limit. */
        BEYOND,
        /** It has no value, or one that is not meaningful: one of the results has none, or a change in percent is asked of a base of 0 or less. */
        NO_VALUE
    }

    /** A limit in percent of the base, either way: {@code percent("10")} of 40 days are 4. */
    public static ChangeLimit percent(String percent) {
        return new ChangeLimit(Measure.PERCENT, Require.decimal(percent, "percent"), false);
    }

    /** A limit in the unit of the KPI, either way: {@code units("5")} are 5 days, 5 points of a percentage or 5.00 of an amount. */
    public static ChangeLimit units(String units) {
        return new ChangeLimit(Measure.UNITS, Require.decimal(units, "units"), false);
    }

    /** The same limit for changes for the worse; for KPIs of which one way is better. */
    public ChangeLimit forTheWorse() {
        return new ChangeLimit(measure, limit, true);
    }

    /**
     * Whether a change is beyond it; one without a value is neither beyond nor within.
     *
     * @throws IllegalArgumentException if only the worse is limited, and the KPI has no better way
     */
    public Judgement judge(Change change) {
        Optional<Fraction> times = times(change);
        if (times.isEmpty()) {
            return Judgement.NO_VALUE;
        }
        boolean counts = !onlyWorse || change.verdict() == Verdict.WORSE;
        return counts && times.get().compareTo(Fraction.ONE) > 0 ? Judgement.BEYOND : Judgement.WITHIN;
    }

    /**
     * How many times the limit a change is, whichever way: 12 % of 10 % are 1.2. Empty if the change has no value, or one that is not meaningful.
     *
     * @throws IllegalArgumentException as {@link #judge}
     */
    public Optional<Fraction> times(Change change) {
        requireNonNull(change, "change");
        Require.that(
                !onlyWorse || change.definition().direction() != Direction.INFORMATIONAL,
                "trend.direction",
                "limit",
                "must hold both ways for a KPI of which neither is better",
                change.definition().id());
        return Change.meaning(measure == Measure.PERCENT ? change.relative() : change.absolute())
                .map(moved -> moved.max(moved.negated()).dividedBy(Fraction.of(limit)));
    }

    /** The finding of a change of the whole that is beyond the limit; empty if it is not, or has no value. */
    public Optional<ChangeFinding> find(Change change) {
        return judge(change) == Judgement.BEYOND
                ? Optional.of(new ChangeFinding(List.of(), change, this, List.of()))
                : Optional.empty();
    }
}

package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Scores as another way does, but neither more than a cap nor less than a floor, so that one KPI cannot outweigh the others: capped at 120, 125 % is 120 %.
 *
 * @param scored the other way
 * @param floor the least score, in percent
 * @param cap the highest, in percent
 */
public record Capped(Attainment scored, BigDecimal floor, BigDecimal cap) implements Attainment {

    /** Checks that the floor is below the cap. */
    public Capped {
        requireNonNull(scored, "scored");
        floor = Require.plain(Require.number(floor, "floor"));
        cap = Require.plain(Require.number(cap, "cap"));
        Require.that(
                floor.compareTo(cap) < 0,
                "capped.order",
                "floor",
                "must be less than the cap, " + cap.toPlainString(),
                floor.toPlainString());
    }

    /** From 0 up to a cap: {@code at("120", ShareOfGoal.ACTUAL_OVER_GOAL)}. */
    public static Capped at(String cap, Attainment scored) {
        return new Capped(scored, BigDecimal.ZERO, Require.decimal(cap, "cap"));
    }

    @Override
    public Optional<Fraction> percent(Fraction actual, Fraction goal) {
        return scored.percent(actual, goal)
                .map(percent -> percent.max(Fraction.of(floor)).min(Fraction.of(cap)));
    }

    /** The cap for a value that is better than its goal, the floor for one that is worse. */
    @Override
    public Fraction beyondShares(boolean better) {
        return Fraction.of(better ? cap : floor);
    }

    @Override
    public Optional<Direction> better() {
        return scored.better();
    }
}

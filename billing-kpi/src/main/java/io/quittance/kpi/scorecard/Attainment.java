package io.quittance.kpi.scorecard;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import java.io.Serializable;
import java.util.Optional;

/**
 * Turns a value and its goal into a score in percent, where 100 is the goal. {@link ShareOfGoal}, {@link Interpolation} and {@link Capped} are the ways that
 * products score by. Implementations are immutable, equal by content, and give equal answers to equal questions.
 */
public interface Attainment extends Serializable {

    /**
     * The score, exactly.
     *
     * @return empty where this way of scoring has no meaning for the two numbers
     */
    Optional<Fraction> percent(Fraction actual, Fraction goal);

    /**
     * What a row scores where {@link #percent} has no meaning, so that a value is never without a score: 100 for a value that is better than its goal, and 0 for
     * one that is worse. No errors at all, for example, have no share of a goal of 2 %.
     */
    default Fraction beyondShares(boolean better) {
        return better ? Fraction.of(100) : Fraction.ZERO;
    }

    /** Which values score more; empty for a way that suits targets of either direction. A row refuses a way that goes against its target. */
    default Optional<Direction> better() {
        return Optional.empty();
    }
}

package io.quittance.kpi.scorecard;

import io.quittance.core.money.Fraction;
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
}

package io.quittance.kpi.scorecard;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import java.util.Optional;

/** Scores by the quotient of value and goal. Products differ in how they do so where less is better. */
public enum ShareOfGoal implements Attainment {
    /** actual / goal × 100, where more is better: 45 of 50 is 90 % (SAP, achievement score). */
    ACTUAL_OVER_GOAL {
        @Override
        public Optional<Fraction> percent(Fraction actual, Fraction goal) {
            return share(actual, goal);
        }
    },

    /** goal / actual × 100, where less is better: 6.5 hours for 8 are 123.08 % (codingace). */
    GOAL_OVER_ACTUAL {
        @Override
        public Optional<Fraction> percent(Fraction actual, Fraction goal) {
            return share(goal, actual);
        }
    },

    /** (2 - actual / goal) × 100, where less is better: 8 for 10 are 120 %, 20 for 10 are 0 % (CAMMS). */
    TWO_LESS_ACTUAL_OVER_GOAL {
        @Override
        public Optional<Fraction> percent(Fraction actual, Fraction goal) {
            return share(actual, goal).map(percent -> Fraction.of(200).minus(percent));
        }
    };

    /** The way that is usual for a comparison: {@link #ACTUAL_OVER_GOAL} where more is better, else {@link #GOAL_OVER_ACTUAL}. */
    public static ShareOfGoal towards(Comparison comparison) {
        return comparison.direction() == Direction.HIGHER ? ACTUAL_OVER_GOAL : GOAL_OVER_ACTUAL;
    }

    @Override
    public Optional<Direction> better() {
        return Optional.of(this == ACTUAL_OVER_GOAL ? Direction.HIGHER : Direction.LOWER);
    }

    /** A share of 0 or less is none. */
    private static Optional<Fraction> share(Fraction part, Fraction whole) {
        return whole.signum() > 0 ? Optional.of(part.times(Fraction.of(100)).dividedBy(whole)) : Optional.empty();
    }
}

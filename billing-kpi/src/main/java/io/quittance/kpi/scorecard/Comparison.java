package io.quittance.kpi.scorecard;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;

/** How a value must stand to its goal. */
public enum Comparison {
    /** Less than the goal; the goal itself is missed. */
    LESS("<"),
    /** The goal or less. */
    AT_MOST("<="),
    /** The goal or more. */
    AT_LEAST(">="),
    /** More than the goal; the goal itself is missed. */
    MORE(">");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The sign, such as {@code <=}. */
    public String sign() {
        return sign;
    }

    /** The direction in which values get better by it. */
    public Direction direction() {
        return switch (this) {
            case LESS, AT_MOST -> Direction.LOWER;
            case AT_LEAST, MORE -> Direction.HIGHER;
        };
    }

    /** Whether the value stands to the goal as it must. */
    public boolean holds(Fraction actual, Fraction goal) {
        int order = actual.compareTo(goal);
        return switch (this) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            case MORE -> order > 0;
        };
    }
}

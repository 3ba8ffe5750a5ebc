package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Scores between three levels: nothing below the threshold, then on a straight line to the target, and on another to the stretch level, beyond which
 * nothing more is to be had. With levels of 10, 20 and 25 that score 80, 100 and 120, 8 scores 0, 10 scores 80, 15 scores 90 and 22.5 scores 110. Levels
 * fall where less is better. The levels are those of the scale: the goal of a row is not looked at.
 *
 * @param threshold the least that scores
 * @param target the middle level
 * @param stretch the level from which on the score grows no more
 */
public record Interpolation(Level threshold, Level target, Level stretch) implements Attainment {

    /**
     * A level of the scale.
     *
     * @param value of the KPI, in its unit
     * @param percent what it scores
     */
    public record Level(BigDecimal value, BigDecimal percent) implements Serializable {

        /** Takes both without zeros at their ends. */
        public Level {
            value = Require.plain(Require.number(value, "value"));
            percent = Require.plain(Require.notNegative(percent, "percent"));
        }

        /** A level of decimals: {@code of("10", "80")}. */
        public static Level of(String value, String percent) {
            return new Level(Require.decimal(value, "value"), Require.decimal(percent, "percent"));
        }

        private Fraction exactValue() {
            return Fraction.of(value);
        }

        private Fraction exactPercent() {
            return Fraction.of(percent);
        }
    }

    /** Checks that values go one way and scores do not fall. */
    public Interpolation {
        requireNonNull(threshold, "threshold");
        requireNonNull(target, "target");
        requireNonNull(stretch, "stretch");
        Require.that(
                target.value.compareTo(threshold.value) * stretch.value.compareTo(target.value) > 0,
                "interpolation.levels",
                "levels",
                "must all rise or all fall",
                threshold.value.toPlainString() + ", " + target.value.toPlainString() + ", "
                        + stretch.value.toPlainString());
        Require.that(
                threshold.percent.compareTo(target.percent) <= 0 && target.percent.compareTo(stretch.percent) <= 0,
                "interpolation.percent",
                "levels",
                "must not score less for more",
                threshold.percent.toPlainString() + ", " + target.percent.toPlainString() + ", "
                        + stretch.percent.toPlainString());
    }

    @Override
    public Optional<Fraction> percent(Fraction actual, Fraction goal) {
        return Optional.of(score(actual));
    }

    /** The way in which the levels go. */
    @Override
    public Optional<Direction> better() {
        return Optional.of(isRising() ? Direction.HIGHER : Direction.LOWER);
    }

    private boolean isRising() {
        return threshold.value.compareTo(stretch.value) < 0;
    }

    private Fraction score(Fraction actual) {
        if (isShortOf(threshold, actual)) {
            return Fraction.ZERO;
        }
        if (isShortOf(target, actual)) {
            return between(threshold, target, actual);
        }
        return isShortOf(stretch, actual) ? between(target, stretch, actual) : stretch.exactPercent();
    }

    private boolean isShortOf(Level level, Fraction actual) {
        int order = actual.compareTo(level.exactValue());
        return isRising() ? order < 0 : order > 0;
    }

    private static Fraction between(Level from, Level to, Fraction actual) {
        Fraction way = actual.minus(from.exactValue()).dividedBy(to.exactValue().minus(from.exactValue()));
        return from.exactPercent().plus(way.times(to.exactPercent().minus(from.exactPercent())));
    }
}

package io.quittance.kpi.scorecard;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a value is to come to: a number, a change of the baseline, the way from one number to another, or what others reach. "5 % more" of 80 % is
 * 84 % as a {@link Change} and 85 % in {@link Points}; whoever sets the target says which.
 */
public sealed interface Goal extends Serializable {

    /** Whether it is a number only together with a baseline. */
    boolean needsBaseline();

    /** The number, exactly; the baseline is not looked at where the goal is a number of its own. */
    Fraction from(Fraction baseline);

    /** In words behind the sign of a comparison: {@code <= baseline - 10 %}. */
    String text(Comparison comparison);

    /** The number that the goal itself says it starts from, if it does. */
    default Optional<Fraction> start() {
        return Optional.empty();
    }

    /** A number: {@code 95}. */
    static Goal absolute(String number) {
        return new Absolute(Require.decimal(number, "number"));
    }

    /** A change by a percentage of the baseline: {@code -10} of 45 days is 40.5 days. */
    static Goal change(String percent) {
        return new Change(Require.decimal(percent, "percent"));
    }

    /** A change by points: {@code 5} of 80 % is 85 %. */
    static Goal points(String points) {
        return new Points(Require.decimal(points, "points"));
    }

    /** From one number to another: {@code 15} to {@code 5}. */
    static Goal fromTo(String from, String to) {
        return new FromTo(Require.decimal(from, "from"), Require.decimal(to, "to"));
    }

    /**
     * What others reach.
     *
     * @param source who published it, of which year and of whom
     */
    static Goal benchmark(String number, String source) {
        return new Benchmark(Require.decimal(number, "number"), source);
    }

    /**
     * A number of its own.
     *
     * @param number in the unit of the KPI
     */
    record Absolute(BigDecimal number) implements Goal {
        /** Takes the number without zeros at its end. */
        public Absolute {
            number = exact(number, "number");
        }

        @Override
        public boolean needsBaseline() {
            return false;
        }

        @Override
        public Fraction from(Fraction baseline) {
            return Fraction.of(number);
        }

        @Override
        public String text(Comparison comparison) {
            return comparison.sign() + " " + number.toPlainString();
        }
    }

    /**
     * The baseline changed by a part of itself.
     *
     * @param percent of the baseline, less than 0 for less
     */
    record Change(BigDecimal percent) implements Goal {
        /** Takes the number without zeros at its end. */
        public Change {
            percent = exact(percent, "percent");
        }

        @Override
        public boolean needsBaseline() {
            return true;
        }

        @Override
        public Fraction from(Fraction baseline) {
            return baseline.times(Fraction.of(100).plus(Fraction.of(percent))).dividedBy(Fraction.of(100));
        }

        @Override
        public String text(Comparison comparison) {
            return comparison.sign() + " baseline " + signed(percent) + " %";
        }
    }

    /**
     * The baseline changed by a number in the unit of the KPI.
     *
     * @param points less than 0 for less
     */
    record Points(BigDecimal points) implements Goal {
        /** Takes the number without zeros at its end. */
        public Points {
            points = exact(points, "points");
        }

        @Override
        public boolean needsBaseline() {
            return true;
        }

        @Override
        public Fraction from(Fraction baseline) {
            return baseline.plus(Fraction.of(points));
        }

        @Override
        public String text(Comparison comparison) {
            return comparison.sign() + " baseline " + signed(points) + " points";
        }
    }

    /**
     * The way from one number to another, both in the unit of the KPI.
     *
     * @param from the baseline
     * @param to the goal
     */
    record FromTo(BigDecimal from, BigDecimal to) implements Goal {
        /** Takes the numbers without zeros at their ends. */
        public FromTo {
            from = exact(from, "from");
            to = exact(to, "to");
        }

        @Override
        public boolean needsBaseline() {
            return false;
        }

        @Override
        public Fraction from(Fraction baseline) {
            return Fraction.of(to);
        }

        @Override
        public Optional<Fraction> start() {
            return Optional.of(Fraction.of(from));
        }

        @Override
        public String text(Comparison comparison) {
            return "from " + from.toPlainString() + " to " + comparison.sign() + " " + to.toPlainString();
        }
    }

    /**
     * What others reach.
     *
     * @param number in the unit of the KPI
     * @param source who published it, of which year and of whom
     */
    record Benchmark(BigDecimal number, String source) implements Goal {
        /** Checks that it has a source: without one a benchmark is a guess. */
        public Benchmark {
            number = exact(number, "number");
            Require.id(source, "source");
        }

        @Override
        public boolean needsBaseline() {
            return false;
        }

        @Override
        public Fraction from(Fraction baseline) {
            return Fraction.of(number);
        }

        @Override
        public String text(Comparison comparison) {
            return comparison.sign() + " benchmark " + number.toPlainString() + " (" + source + ")";
        }
    }

    private static BigDecimal exact(BigDecimal number, String argument) {
        return Require.plain(Require.number(number, argument));
    }

    private static String signed(BigDecimal number) {
        return number.signum() < 0 ? "- " + number.abs().toPlainString() : "+ " + number.toPlainString();
    }
}

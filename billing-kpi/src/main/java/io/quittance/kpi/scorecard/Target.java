package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI is to reach, and by when. The goal is a number of its own, or a change of a baseline that is measured by the
 * same KPI: {@code Target.of("DSO down 10 %", "dso.simple", date).changeBy(AT_MOST, "-10")}.
 */
public final class Target implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How the goal follows from the baseline. */
    enum Form {
        ABSOLUTE,
        RELATIVE,
        POINTS
    }

    private final String name;
    private final String kpi;
    private final LocalDate deadline;
    private final Form form;
    private final Comparison comparison;
    private final BigDecimal number;
    private final @Nullable BigDecimal from;

    private Target(Start start, Form form, Comparison comparison, BigDecimal number, @Nullable BigDecimal from) {
        this.name = start.name;
        this.kpi = start.kpi;
        this.deadline = start.deadline;
        this.form = form;
        this.comparison = requireNonNull(comparison, "comparison");
        this.number = Require.stripped(Require.number(number, "number"));
        this.from = from == null ? null : Require.stripped(Require.number(from, "from"));
    }

    /**
     * Starts a target.
     *
     * @param name what people call it
     * @param kpi the id of the KPI with its method, such as {@code dso.simple}
     * @param deadline the day on which it is to be met
     */
    public static Start of(String name, String kpi, LocalDate deadline) {
        return new Start(name, kpi, deadline);
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** The id of the KPI with its method. */
    public String kpi() {
        return kpi;
    }

    /** The day on which it is to be met. */
    public LocalDate deadline() {
        return deadline;
    }

    /** How the value must stand to the goal. */
    public Comparison comparison() {
        return comparison;
    }

    /** Whether the goal depends on a measured baseline. */
    public boolean needsBaseline() {
        return form != Form.ABSOLUTE;
    }

    /** The goal for that baseline, exactly; the baseline is not looked at where the goal is a number of its own. */
    Fraction goal(Fraction baseline) {
        Fraction exact = Fraction.of(number);
        return switch (form) {
            case ABSOLUTE -> exact;
            case RELATIVE -> baseline.times(Fraction.of(100).plus(exact)).dividedBy(Fraction.of(100));
            case POINTS -> baseline.plus(exact);
        };
    }

    /** The goal in words, such as {@code < 2}, {@code <= baseline - 10 %} or {@code from 15 to <= 5}. */
    @Override
    public String toString() {
        String sign = comparison.sign();
        String change = number.signum() < 0 ? "- " + number.abs().toPlainString() : "+ " + number.toPlainString();
        return switch (form) {
            case ABSOLUTE ->
                (from == null ? "" : "from " + from.toPlainString() + " to ") + sign + " " + number.toPlainString();
            case RELATIVE -> sign + " baseline " + change + " %";
            case POINTS -> sign + " baseline " + change + " points";
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target that
                && name.equals(that.name)
                && kpi.equals(that.kpi)
                && deadline.equals(that.deadline)
                && form == that.form
                && comparison == that.comparison
                && number.equals(that.number)
                && Objects.equals(from, that.from);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kpi, deadline);
    }

    private Object readResolve() {
        return new Target(new Start(name, kpi, deadline), form, comparison, number, from);
    }

    /** A target that lacks its goal. */
    public static final class Start {
        private final String name;
        private final String kpi;
        private final LocalDate deadline;

        private Start(String name, String kpi, LocalDate deadline) {
            this.name = Require.id(name, "name");
            this.kpi = Require.id(kpi, "kpi");
            this.deadline = Dates.inCalendar(deadline, "deadline");
        }

        /** A number: less than 2, at least 95. */
        public Target absolute(Comparison comparison, String goal) {
            return new Target(this, Form.ABSOLUTE, comparison, Require.decimal(goal, "goal"), null);
        }

        /** A number, named with the one it starts from: overdue from 15 to at most 5. */
        public Target fromTo(String from, Comparison comparison, String to) {
            return new Target(
                    this, Form.ABSOLUTE, comparison, Require.decimal(to, "to"), Require.decimal(from, "from"));
        }

        /** The baseline changed by a percentage of itself: 40 days down 10 % are 36 days. */
        public Target changeBy(Comparison comparison, String percent) {
            return new Target(this, Form.RELATIVE, comparison, Require.decimal(percent, "percent"), null);
        }

        /** The baseline changed by points: 80 % up 5 points are 85 %. */
        public Target changeByPoints(Comparison comparison, String points) {
            return new Target(this, Form.POINTS, comparison, Require.decimal(points, "points"), null);
        }
    }
}

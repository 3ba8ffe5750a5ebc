package io.quittance.kpi.measurement;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What can be measured: its definition, which values can be, and how those of a period become one. {@link Measurements} has ready-made ones; {@code Measure.of} starts one of your own.
 *
 * @param definition what it is
 * @param aggregation how the measurements of a period become its value
 * @param least the least value that can be, included; null for none
 * @param most the greatest value that can be, included; null for none
 * @param whole whether values are whole numbers
 * @param leastSample how many answers, items or persons a period must have for a value; 1 or more
 */
public record Measure(
        KpiDefinition definition,
        Aggregation aggregation,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        boolean whole,
        long leastSample)
        implements Serializable {

    /** Checks the bounds. */
    public Measure {
        requireNonNull(definition, "definition");
        requireNonNull(aggregation, "aggregation");
        least = least == null ? null : Require.plain(Require.number(least, "least"));
        most = most == null ? null : Require.plain(Require.number(most, "most"));
        Require.that(
                least == null || most == null || least.compareTo(most) < 0,
                "measure.bounds",
                "most",
                "must be more than " + least,
                most);
        Require.that(leastSample >= 1, "number.not-positive", "leastSample", "must be 1 or more", leastSample);
    }

    /** Any value of the unit; a count is whole and not negative. */
    public static Measure of(KpiDefinition definition, Aggregation aggregation) {
        boolean counts = definition.unit() == KpiUnit.COUNT;
        return new Measure(definition, aggregation, counts ? BigDecimal.ZERO : null, null, counts, 1);
    }

    /** The same, with values from {@code lowest} to {@code highest} only. */
    public Measure between(BigDecimal lowest, BigDecimal highest) {
        return new Measure(
                definition,
                aggregation,
                requireNonNull(lowest, "lowest"),
                requireNonNull(highest, "highest"),
                whole,
                leastSample);
    }

    /** The same, without a value where fewer were asked or checked: {@code TOO_FEW_ANSWERS}. */
    public Measure withLeastSample(long newLeastSample) {
        return new Measure(definition, aggregation, least, most, whole, newLeastSample);
    }

    /** The id of the definition. */
    public String id() {
        return definition.id();
    }

    /** Refuses a value that cannot be. */
    Fraction checked(Fraction value) {
        requireNonNull(value, "value");
        Require.that(
                !whole || value.isWhole(), "measurement.whole", "value", "must be a whole number of " + id(), value);
        Require.that(
                least == null || value.compareTo(Fraction.of(least)) >= 0,
                "measurement.bounds",
                "value",
                "must be at least " + least + " of " + id(),
                value);
        Require.that(
                most == null || value.compareTo(Fraction.of(most)) <= 0,
                "measurement.bounds",
                "value",
                "must be at most " + most + " of " + id(),
                value);
        return value;
    }
}

package io.quittance.core.pricing;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.PartNames;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A price for each unit by the values of one or more dimensions, such as region and size: {@code Matrix.by("region",
 * "size").cell("0.10", "eu", "small").cell("0.35", "eu", "large").otherwise("0.50")}. 10 small and 2 large units in {@code
 * eu} cost 1.00 + 0.70 = 1.70.
 *
 * <p>A cell matches an event that has its value for every dimension. An event that matches no cell has the price for the
 * rest; where there is none it is refused, since nobody agreed on what it costs.
 */
public final class Matrix implements ChargeModel, Serializable {
    /** How many cells there may be. */
    public static final int MAX_CELLS = 10_000;

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<String> dimensions;

    @SuppressWarnings("serial") // an unmodifiable linked map of such copies, which is serialisable
    private final Map<List<String>, BigDecimal> cells;

    private final @Nullable BigDecimal otherwise;

    private Matrix(List<String> dimensions, Map<List<String>, BigDecimal> cells, @Nullable BigDecimal otherwise) {
        this.dimensions = Require.notEmpty(List.copyOf(dimensions), "dimensions");
        var names = new HashSet<String>();
        for (String dimension : this.dimensions) {
            Require.that(
                    names.add(Require.id(dimension, "dimension")),
                    "matrix.dimension-twice",
                    "dimensions",
                    "must name each dimension once",
                    dimension);
        }
        Require.that(cells.size() <= MAX_CELLS, "matrix.cells", "cells", "must be at most " + MAX_CELLS, cells.size());
        var copy = new LinkedHashMap<List<String>, BigDecimal>();
        cells.forEach((values, price) -> copy.put(checked(values), Require.notNegative(price, "cells" + values)));
        this.cells = Collections.unmodifiableMap(copy);
        this.otherwise = otherwise == null ? null : Require.notNegative(otherwise, "otherwise");
    }

    private List<String> checked(List<String> values) {
        Require.that(
                values.size() == dimensions.size(),
                "matrix.values",
                "cells",
                "must have one value for each of " + dimensions,
                values);
        for (int i = 0; i < values.size(); i++) {
            Require.id(values.get(i), dimensions.get(i));
        }
        return List.copyOf(values);
    }

    /** No cells yet. */
    public static Matrix by(String... dimensions) {
        return of(List.of(dimensions), Map.of());
    }

    /**
     * A price for each combination of values.
     *
     * @param dimensions their names, one or more
     * @param cells the unit price by the values of the dimensions, in their order; in the currency of the contract, zero or
     *     more. Customers read the cells in the order of the map.
     */
    public static Matrix of(List<String> dimensions, Map<List<String>, BigDecimal> cells) {
        return new Matrix(dimensions, cells, null);
    }

    /**
     * The same with one more cell.
     *
     * @throws IllegalArgumentException if there is one for these values
     */
    public Matrix cell(BigDecimal unitPrice, List<String> values) {
        Require.that(!cells.containsKey(values), "matrix.cell-twice", "cells", "must be unique", values);
        var more = new LinkedHashMap<>(cells);
        more.put(List.copyOf(values), unitPrice);
        return new Matrix(dimensions, more, otherwise);
    }

    /** As {@link #cell(BigDecimal, List)}. */
    public Matrix cell(String unitPrice, String... values) {
        return cell(Require.decimal(unitPrice, "unitPrice"), List.of(values));
    }

    /** The same with a price for each unit that no cell matches. */
    public Matrix otherwise(BigDecimal unitPrice) {
        return new Matrix(dimensions, cells, unitPrice);
    }

    /** As {@link #otherwise(BigDecimal)}. */
    public Matrix otherwise(String unitPrice) {
        return otherwise(Require.decimal(unitPrice, "otherwise"));
    }

    /** The names of the dimensions. */
    public List<String> dimensions() {
        return dimensions;
    }

    /** The unit price by the values of the dimensions. */
    public Map<List<String>, BigDecimal> cells() {
        return cells;
    }

    /** The unit price of what no cell matches, if there is one. */
    public Optional<BigDecimal> otherwise() {
        return Optional.ofNullable(otherwise);
    }

    /**
     * A step for each cell that was used, as a part such as {@code cell/eu/small}, and one for the rest.
     *
     * @throws IllegalArgumentException if an event matches no cell and there is no price for the rest, more was taken back
     *     than used in a cell, or a quantity comes without events
     */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        var rest = new ArrayList<UsageEvent>();
        var byCell = new HashMap<List<String>, List<UsageEvent>>();
        for (UsageEvent event : Inner.events(input, Inner.SUM)) {
            List<String> values = cellOf(event);
            (values.isEmpty() ? rest : byCell.computeIfAbsent(values, cell -> new ArrayList<>())).add(event);
        }
        var steps = new ArrayList<Step>();
        cells.forEach((values, price) -> {
            List<UsageEvent> events = byCell.getOrDefault(values, List.of());
            if (!events.isEmpty()) {
                var names = new ArrayList<>(List.of("cell"));
                names.addAll(values);
                steps.add(step(PartNames.joined(names), String.join(", ", values), events, price));
            }
        });
        if (otherwise != null && !rest.isEmpty()) {
            steps.add(step("otherwise", "otherwise", rest, otherwise));
        }
        return ChargeBreakdown.of(steps.isEmpty() ? List.of(Inner.nothing()) : steps);
    }

    private static Step step(String part, String name, List<UsageEvent> events, BigDecimal price) {
        Fraction units = Inner.sum(events);
        Require.that(units.signum() >= 0, "number.negative", "quantity of " + name, "must not be negative", units);
        Expression formula = Expression.of(units).times(Expression.of(price));
        return Step.of(part, units, formula, "charge.matrix", "{0}: {1} = {2}", name);
    }

    /** The values of the cell that matches; empty where the price for the rest applies. */
    private List<String> cellOf(UsageEvent event) {
        var values = new ArrayList<String>();
        for (String dimension : dimensions) {
            event.dimension(dimension).ifPresent(values::add);
        }
        if (cells.containsKey(values)) { // never where a value is missing: each cell has one of every dimension
            return values;
        }
        if (otherwise == null) {
            throw new InvalidArgumentException(
                    "matrix.no-cell",
                    "events[" + event.key() + "]",
                    "must match a cell of " + dimensions + ", for there is no price for the rest",
                    event.dimensions());
        }
        return List.of();
    }

    /**
     * Refuses conversion, free and committed units and a meter that takes anything but the sum, of which no single event knows,
     * and several meters.
     */
    @Override
    public void check(Metering metering) {
        metering.requireAsMetered();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matrix that
                && dimensions.equals(that.dimensions)
                && Decimals.canonical(cells).equals(Decimals.canonical(that.cells))
                && Objects.equals(Decimals.canonical(otherwise), Decimals.canonical(that.otherwise));
    }

    @Override
    public int hashCode() {
        return Objects.hash(dimensions, Decimals.canonical(cells), Decimals.canonical(otherwise));
    }

    /** For example {@code by [region]: [eu] 0.10, otherwise 0.50}. */
    @Override
    public String toString() {
        var text = new StringBuilder("by ").append(dimensions).append(":");
        cells.forEach((values, price) -> text.append(' ')
                .append(values)
                .append(' ')
                .append(price.toPlainString())
                .append(','));
        return text.append(otherwise == null ? " nothing else" : " otherwise " + otherwise.toPlainString())
                .toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Matrix(dimensions, cells, otherwise);
    }
}

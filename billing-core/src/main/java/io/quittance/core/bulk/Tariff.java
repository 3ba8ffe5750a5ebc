package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each meter costs, and how a line is rounded: {@code Tariff.of(2, RoundingMode.HALF_UP, List.of(calls, storage))}
 * prices meter 0 as calls and meter 1 as storage, to cents. Tariffs are equal if they round alike and their prices are
 * equal, in order.
 */
public final class Tariff implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int scale;
    private final RoundingMode mode;

    @SuppressWarnings("serial") // a copy made by List.copyOf; compiled prices are serialisable
    private final List<LinePrice> prices;

    private final transient List<CompiledPrice> compiled;

    private Tariff(int scale, RoundingMode mode, List<? extends LinePrice> prices) {
        this.scale = CompiledPrice.requireScale(scale, "scale");
        this.mode = requireNonNull(mode, "mode");
        this.prices = Require.notEmpty(List.copyOf(requireNonNull(prices, "prices")), "prices");
        compiled = this.prices.stream()
                .filter(CompiledPrice.class::isInstance)
                .map(CompiledPrice.class::cast)
                .toList();
        for (CompiledPrice price : compiled) {
            requireQuantityScale(price, compiled.get(0).quantityScale());
        }
    }

    private static void requireQuantityScale(CompiledPrice price, int quantityScale) {
        Require.that(
                price.quantityScale() == quantityScale,
                "bulk.scale",
                "prices",
                "must be compiled for quantities of " + quantityScale + " decimal places",
                price.quantityScale());
    }

    /**
     * The prices of all meters.
     *
     * @param scale how many decimal places a line has, such as 2 for cents; 0 to 18
     * @param mode how it is rounded to them
     * @param prices by meter ordinal; one or more, those that are compiled for quantities of one scale
     */
    public static Tariff of(int scale, RoundingMode mode, List<? extends LinePrice> prices) {
        return new Tariff(scale, mode, prices);
    }

    /** How many decimal places a line has. */
    public int scale() {
        return scale;
    }

    /** How a line is rounded. */
    public RoundingMode mode() {
        return mode;
    }

    /** By meter ordinal. */
    public List<LinePrice> prices() {
        return prices;
    }

    /** The compiled prices, in order. */
    List<CompiledPrice> compiled() {
        return compiled;
    }

    /** Refused unless quantities of that scale can be priced. */
    void requireQuantityScale(int quantityScale) {
        if (!compiled.isEmpty()) {
            requireQuantityScale(compiled.get(0), quantityScale);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tariff that && scale == that.scale && mode == that.mode && prices.equals(that.prices);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scale, mode.name(), prices);
    }

    /** For example {@code 10 prices, HALF_UP at 2 decimal places}. */
    @Override
    public String toString() {
        return prices.size() + " prices, " + mode + " at " + scale + " decimal places";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(scale, mode, prices);
    }
}

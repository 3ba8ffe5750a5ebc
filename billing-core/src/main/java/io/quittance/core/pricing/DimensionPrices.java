package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.usage.UsageAggregation;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Events with certain dimensions have a price of their own, the rest falls back to another: with 0.10 per unit in Europe and
 * 0.20 otherwise, 5 units from region {@code eu} and 2 from {@code us} cost 0.50 + 0.40 = 0.90.
 *
 * <p>Each event is priced once, by the first price that matches it, so narrow filters stand before wide ones; one that could
 * never be reached is refused. Every price is asked with the sum of its events, also where that is zero, so that a fee which
 * it states for zero is due.
 */
public final class DimensionPrices implements ChargeModel, Serializable {
    /** The name of what no price matches. */
    public static final String OTHERWISE = "otherwise";

    /** How many prices there may be, beside that of the rest. */
    public static final int MAX_PRICES = 1_000;

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<DimensionPrice> prices;

    @SuppressWarnings("serial") // charge models of this library are serialisable, and a host's should be
    private final ChargeModel otherwise;

    @SuppressWarnings("serial") // as above, for aggregations
    private final UsageAggregation aggregation;

    private DimensionPrices(List<DimensionPrice> prices, ChargeModel otherwise, UsageAggregation aggregation) {
        this.prices = List.copyOf(prices);
        this.otherwise = requireNonNull(otherwise, "otherwise");
        this.aggregation = requireNonNull(aggregation, "aggregation");
        Require.that(
                this.prices.size() <= MAX_PRICES,
                "dimension-prices.count",
                "prices",
                "must be at most " + MAX_PRICES,
                this.prices.size());
        var names = new HashSet<>(List.of(OTHERWISE));
        var reachable = new Reachable();
        for (int i = 0; i < this.prices.size(); i++) {
            DimensionPrice price = this.prices.get(i);
            Require.that(
                    names.add(price.name()),
                    "dimension-prices.name",
                    "prices[" + i + "].name",
                    "must be that of no other price, nor " + OTHERWISE,
                    price.name());
            String place = "prices[" + i + "]";
            reachable.covering(price).ifPresent(earlier -> {
                throw new InvalidArgumentException(
                        "dimension-prices.order",
                        place,
                        "must not be covered by " + earlier.name() + ", which stands before it",
                        price.name());
            });
        }
    }

    /**
     * Prices in the order in which they are tried.
     *
     * @param prices each with a name of its own
     * @param otherwise the price of events that none of them matches
     */
    public static DimensionPrices of(List<DimensionPrice> prices, ChargeModel otherwise) {
        return new DimensionPrices(prices, otherwise, Inner.SUM);
    }

    /**
     * The same, where the events of each part become one quantity in another way than by their sum, such as in increments
     * of a minute. The meter of the charge must have the same aggregation.
     */
    public DimensionPrices withAggregation(UsageAggregation newAggregation) {
        return new DimensionPrices(prices, otherwise, newAggregation);
    }

    /** In the order in which they are tried. */
    public List<DimensionPrice> prices() {
        return prices;
    }

    /** What makes one quantity of the events of each part. */
    public UsageAggregation aggregation() {
        return aggregation;
    }

    /** The price of events that none of them matches. */
    public ChargeModel otherwise() {
        return otherwise;
    }

    /**
     * The steps of each price, in their order, then those of the rest, as parts such as {@code Europe/units}.
     *
     * @throws IllegalArgumentException if a quantity comes without events, or is not what the events make
     */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        var byName = new LinkedHashMap<String, List<UsageEvent>>();
        for (UsageEvent event : Inner.events(input, aggregation)) {
            byName.computeIfAbsent(nameFor(event), name -> new ArrayList<>()).add(event);
        }
        var steps = new ArrayList<Step>();
        for (DimensionPrice price : prices) {
            steps.addAll(steps(price.name(), price.price(), byName, input));
        }
        steps.addAll(steps(OTHERWISE, otherwise, byName, input));
        return ChargeBreakdown.of(steps);
    }

    private List<Step> steps(String name, ChargeModel price, Map<String, List<UsageEvent>> byName, RatingInput input) {
        return Inner.steps(name, price, Inner.only(input, byName.getOrDefault(name, List.of()), aggregation));
    }

    private String nameFor(UsageEvent event) {
        for (DimensionPrice price : prices) {
            if (price.matches(event)) {
                return price.name();
            }
        }
        return OTHERWISE;
    }

    /**
     * Refuses several meters, conversion, free and committed units, and a meter that does not make its quantity by {@link
     * #aggregation()}.
     */
    @Override
    public void check(Metering metering) {
        metering.requireAsMetered(aggregation);
        for (int i = 0; i < prices.size(); i++) {
            prices.get(i).price().check(metering.inside("prices[" + i + "].price", aggregation));
        }
        otherwise.check(metering.inside(OTHERWISE, aggregation));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DimensionPrices that
                && prices.equals(that.prices)
                && otherwise.equals(that.otherwise)
                && aggregation.equals(that.aggregation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(prices, otherwise, aggregation);
    }

    /** For example {@code [Europe {region=[eu]}: 0.10 per unit], otherwise 0.20 per unit}. */
    @Override
    public String toString() {
        return (aggregation.equals(Inner.SUM) ? "" : aggregation + " ") + prices + ", otherwise " + otherwise;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new DimensionPrices(prices, otherwise, aggregation);
    }
}

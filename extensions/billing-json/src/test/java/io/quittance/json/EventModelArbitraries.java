package io.quittance.json;

import io.quittance.core.contract.Charge;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.Capacity.Tier;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.CostPlus;
import io.quittance.core.pricing.CostPlus.Surcharge;
import io.quittance.core.pricing.DimensionPrice;
import io.quittance.core.pricing.DimensionPrices;
import io.quittance.core.pricing.Dynamic;
import io.quittance.core.pricing.Matrix;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.Percentage;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.pricing.TimeBuckets;
import io.quittance.core.pricing.TimeBuckets.Bucket;
import io.quittance.core.pricing.TimeWindow;
import io.quittance.core.pricing.TimeWindows;
import io.quittance.core.usage.Average;
import io.quittance.core.usage.Count;
import io.quittance.core.usage.Increments;
import io.quittance.core.usage.Latest;
import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.Minimum;
import io.quittance.core.usage.Percentile;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.SumOfIncrements;
import io.quittance.core.usage.TimeWeightedSum;
import io.quittance.core.usage.UniqueCount;
import io.quittance.core.usage.UsageAggregation;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Charge models that look at events, at peaks or at amounts, and models with models inside. */
final class EventModelArbitraries {
    private EventModelArbitraries() {}

    /** A charge that has the meters which the models name. */
    static Charge charge(String id, ChargeModel model) {
        List<Meter> meters =
                model instanceof Capacity ? List.of(Meter.sum("gb"), Meter.sum("users")) : List.of(Meter.sum("gb"));
        return Charge.usage(ChargeId.of(id), meters, model);
    }

    /** Whether a charge can be made of it: a model inside another is refused where it would ignore what that one says. */
    static boolean fits(ChargeModel model) {
        try {
            return charge("c", model).model() == model;
        } catch (InvalidArgumentException e) {
            return false;
        }
    }

    /** Without models inside. */
    static Arbitrary<ChargeModel> plain() {
        return Arbitraries.oneOf(List.of(
                percentages(),
                capacities(),
                Combinators.combine(Arbitraries.of(Surcharge.MARKUP), ChargeModelCodecsTest.prices())
                        .as(CostPlus::of),
                Combinators.combine(Arbitraries.of(Surcharge.values()), Arbitraries.of(BigDecimal.ZERO, BigDecimal.TEN))
                        .as(CostPlus::of),
                ChargeModelCodecsTest.prices().map(Dynamic::times),
                Arbitraries.just(Dynamic.asComputed()),
                matrices(),
                ratecards(),
                milestones(),
                ChargeModelCodecsTest.prices().map(Completion::of)));
    }

    /** Models with models inside. */
    static Arbitrary<ChargeModel> nested(Arbitrary<ChargeModel> inner) {
        return Arbitraries.oneOf(List.of(
                Combinators.combine(Arbitraries.of(Bucket.values()), inner, aggregations())
                        .as((bucket, price, aggregation) ->
                                TimeBuckets.of(bucket, price).withAggregation(aggregation)),
                timeWindows(inner),
                dimensionPrices(inner)));
    }

    private static Arbitrary<Percentage> percentages() {
        return Combinators.combine(
                        ChargeModelCodecsTest.prices(),
                        ChargeModelCodecsTest.prices(),
                        Arbitraries.integers().greaterOrEqual(0).optional(),
                        ChargeModelCodecsTest.prices().optional(),
                        ChargeModelCodecsTest.prices().optional(),
                        ChargeModelCodecsTest.prices().optional())
                .as((rate, fee, events, amount, floor, more) -> {
                    Percentage model = Percentage.of(rate).withFixedFee(fee);
                    model = events.map(model::withFreeEvents).orElse(model);
                    model = amount.map(model::withFreeAmount).orElse(model);
                    model = floor.map(model::withFloor).orElse(model);
                    return more.map(floor.orElse(BigDecimal.ZERO)::add)
                            .map(model::withCap)
                            .orElse(model);
                });
    }

    private static Arbitrary<Capacity> capacities() {
        Arbitrary<Tier> small = Combinators.combine(
                        ChargeModelCodecsTest.prices(), ChargeModelCodecsTest.prices(), ChargeModelCodecsTest.prices())
                .as((price, gb, users) -> Tier.of(price.toPlainString())
                        .withLimit("gb", gb.toPlainString())
                        .withLimit("users", users.toPlainString()));
        Arbitrary<Optional<Tier>> beyond = ChargeModelCodecsTest.prices()
                .map(price -> Tier.of(price.toPlainString()))
                .optional();
        return Combinators.combine(small, beyond)
                .as((first, last) -> last.map(tier -> Capacity.of(first, tier)).orElse(Capacity.of(first)));
    }

    private static Arbitrary<Matrix> matrices() {
        Arbitrary<List<String>> values = texts().list().ofSize(2);
        return Combinators.combine(
                        Arbitraries.maps(values, ChargeModelCodecsTest.prices()).ofMaxSize(5),
                        ChargeModelCodecsTest.prices().optional())
                .as((cells, rest) -> {
                    Matrix model = Matrix.of(List.of("region", "size"), cells);
                    return rest.map(model::otherwise).orElse(model);
                });
    }

    private static Arbitrary<Milestones> milestones() {
        return Arbitraries.maps(texts(), ChargeModelCodecsTest.prices())
                .ofMaxSize(4)
                .map(amounts -> {
                    Milestones model = Milestones.of("first", "1");
                    for (Map.Entry<String, BigDecimal> each : amounts.entrySet()) {
                        model = model.then(each.getKey(), each.getValue());
                    }
                    return model;
                });
    }

    private static Arbitrary<TimeAndMaterials> ratecards() {
        Arbitrary<Map<String, BigDecimal>> named = Arbitraries.maps(texts(), ChargeModelCodecsTest.prices())
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(
                        named,
                        texts(),
                        texts(),
                        named,
                        ChargeModelCodecsTest.prices().optional(),
                        ChargeModelCodecsTest.prices().optional())
                .as((rates, role, overtime, factors, increment, cap) -> {
                    TimeAndMaterials model = TimeAndMaterials.of(rates).withRoleDimension(role);
                    if (increment.isPresent()) {
                        model = model.withOvertime(overtime, factors)
                                .withIncrement(increment.get().add(BigDecimal.ONE));
                    }
                    return cap.map(model::withNotToExceed).orElse(model);
                });
    }

    private static Arbitrary<TimeWindows> timeWindows(Arbitrary<ChargeModel> inner) {
        Arbitrary<LocalTime> times = Arbitraries.of("00:00", "06:30", "22:15:30", "23:59:59.999999999")
                .map(LocalTime::parse);
        Arbitrary<Set<DayOfWeek>> days =
                Arbitraries.of(DayOfWeek.values()).set().ofMinSize(1);
        Arbitrary<TimeWindow> windows = Combinators.combine(texts(), times, times, days, inner)
                .as((name, from, to, on, price) ->
                        TimeWindow.of("w" + name, from, to, price).on(on));
        return Combinators.combine(windows.list().ofMaxSize(1), inner, aggregations())
                .as((list, rest, aggregation) -> TimeWindows.of(list, rest).withAggregation(aggregation));
    }

    private static Arbitrary<DimensionPrices> dimensionPrices(Arbitrary<ChargeModel> inner) {
        Arbitrary<DimensionPrice> prices = Combinators.combine(
                        texts(), texts().set().ofMinSize(1).ofMaxSize(3), inner)
                .as((name, values, price) -> DimensionPrice.of("p" + name, price)
                        .where("region", values)
                        .where("size", "large"));
        return Combinators.combine(prices.list().ofMaxSize(1), inner, aggregations())
                .as((list, rest, aggregation) -> DimensionPrices.of(list, rest).withAggregation(aggregation));
    }

    /** All of this library. */
    private static Arbitrary<UsageAggregation> aggregations() {
        return Arbitraries.of(
                new Sum(),
                new Count(),
                new Average(),
                new Minimum(),
                new Maximum(),
                new Latest(),
                new UniqueCount("user"),
                TimeWeightedSum.byDay(),
                TimeWeightedSum.byElapsedTime(),
                Percentile.of("99.9", PercentileMethod.NEAREST_RANK),
                new SumOfIncrements(Increments.of("60", "6")));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("aBü\"\\/{}").ofMinLength(1).ofMaxLength(5);
    }
}

package io.quittance.testkit.pricing;

import io.quittance.core.bulk.CompiledPrice;
import io.quittance.core.bulk.EventRating;
import io.quittance.core.bulk.LinePrice;
import io.quittance.core.bulk.Tariff;
import io.quittance.core.explain.Step;
import io.quittance.core.id.MeterId;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Metering;
import io.quittance.core.pricing.ModelPrice;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.UnitConversion;
import io.quittance.testkit.BrokenLaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The laws of charge models as plain functions: each answers with the laws that are broken, and with an empty list if all
 * is well. A model that throws, or answers with null, breaks {@link ChargeModelLaw#ANSWERS} by each of them, with the input for which it
 * did. They know nothing of jqwik or JUnit.
 */
public final class ChargeModelLaws {
    private ChargeModelLaws() {}

    /** Whether the model answers, always alike, with steps that give the price again. */
    public static List<BrokenLaw> broken(ChargeModel model, RatingInput input) {
        return Asked.judged(
                model,
                ChargeModelLaw.SAME_ANSWER,
                prices -> {
                    ChargeBreakdown price = prices.get(0);
                    var broken = new ArrayList<>(brokenByCopy(model, input, price));
                    broken.addAll(Asked.looked(ChargeModelLaw.REPLAY, () -> unreplayed(price), List.of(input)));
                    return broken;
                },
                input);
    }

    private static List<BrokenLaw> brokenByCopy(ChargeModel model, RatingInput input, ChargeBreakdown price) {
        return Asked.judged(
                copy(model),
                ChargeModelLaw.SAME_ANSWER,
                again -> price.equals(again.get(0))
                        ? List.of()
                        : List.of(new BrokenLaw(ChargeModelLaw.SAME_ANSWER, price + ", then " + again.get(0))),
                input);
    }

    private static List<BrokenLaw> unreplayed(ChargeBreakdown price) {
        return price.replayed().equals(price.total())
                ? List.of()
                : List.of(new BrokenLaw(ChargeModelLaw.REPLAY, price.replayed() + " instead of " + price.total()));
    }

    /**
     * Whether the price of {@code earlier} and what {@code whole} adds to it are the price of the whole, asked for once more:
     * each part comes to what it is in the whole, so none is billed twice. A model that answers by what it was asked before
     * breaks it.
     */
    public static List<BrokenLaw> brokenWhenSplit(ChargeModel model, RatingInput earlier, RatingInput whole) {
        return Asked.judged(
                model,
                ChargeModelLaw.SPLIT_RUNS,
                prices -> {
                    ChargeBreakdown before = prices.get(1);
                    ChargeBreakdown change = prices.get(2).since(before);
                    var broken = new ArrayList<>(unlike(prices.get(0), before, change));
                    broken.addAll(expect(ChargeModelLaw.REPLAY, change.total(), change.replayed(), change));
                    return broken;
                },
                whole,
                earlier,
                whole);
    }

    /** Whether nothing used costs {@code fee}, which is zero unless the model states a fee. */
    public static List<BrokenLaw> brokenAtZero(ChargeModel model, Fraction fee) {
        return Asked.judged(
                model,
                ChargeModelLaw.ZERO,
                prices -> expect(ChargeModelLaw.ZERO, fee, prices.get(0).total(), prices.get(0)),
                RatingInput.none());
    }

    private static List<BrokenLaw> unlike(ChargeBreakdown whole, ChargeBreakdown before, ChargeBreakdown change) {
        String once = parts(whole);
        String inTwo = parts(before, change);
        return once.equals(inTwo)
                ? List.of()
                : List.of(new BrokenLaw(ChargeModelLaw.SPLIT_RUNS, inTwo + " instead of " + once + ": " + change));
    }

    /** What each part comes to in all of them, in units and in money, but for parts that come to nothing. */
    private static String parts(ChargeBreakdown... prices) {
        Map<String, List<Step>> byPart = Stream.of(prices)
                .flatMap(price -> price.steps().stream())
                .collect(Collectors.groupingBy(Step::part, TreeMap::new, Collectors.toList()));
        var parts = new ArrayList<String>();
        byPart.forEach((part, steps) -> {
            Fraction units = steps.stream().map(Step::quantity).reduce(Fraction.ZERO, Fraction::plus);
            Fraction amount = Step.total(steps);
            if (units.signum() != 0 || amount.signum() != 0) {
                parts.add(part + ": " + units + " for " + amount);
            }
        });
        return parts.toString();
    }

    /** Whether the parts of the price of {@code earlier} are parts of that of {@code whole}. */
    public static List<BrokenLaw> brokenByParts(ChargeModel model, RatingInput earlier, RatingInput whole) {
        return Asked.judged(
                model,
                ChargeModelLaw.SAME_PARTS,
                prices -> {
                    List<String> left =
                            prices.get(1).steps().stream().map(Step::part).toList();
                    return prices.get(0).steps().stream()
                            .filter(step -> step.amount().signum() != 0 && !left.contains(step.part()))
                            .map(step -> new BrokenLaw(
                                    ChargeModelLaw.SAME_PARTS, step.part() + " of " + earlier + " is none of " + left))
                            .toList();
                },
                earlier,
                whole);
    }

    /**
     * Whether what a charge says of its quantity is in the price, or refused by {@link ChargeModel#check}: where units are
     * free, the events of {@code whole} with the quantity of {@code less} cost what {@code less} does; and where they are
     * converted, the events of {@code less} with the quantity of {@code whole} what {@code whole} does.
     *
     * @param less some of the events of {@code whole}, and the quantity that they make
     */
    public static List<BrokenLaw> brokenByMetering(ChargeModel model, RatingInput less, RatingInput whole) {
        MeterId meter = whole.events().isEmpty()
                ? new MeterId("meter")
                : whole.events().get(0).meter();
        Metering metering = Metering.of(List.of(Meter.of(meter, new Sum())));
        List<BrokenLaw> free = ignored(model, metering.free(FreeUnits.of("1")), less, whole);
        return free.isEmpty() ? ignored(model, metering.converted(UnitConversion.multiplyBy("2")), whole, less) : free;
    }

    /** Whether the events of {@code other} with the quantity of {@code priced} cost something else than that. */
    private static List<BrokenLaw> ignored(
            ChargeModel model, Metering metering, RatingInput priced, RatingInput other) {
        return Asked.looked(
                ChargeModelLaw.METERING,
                () -> refuses(model, metering)
                        ? List.of()
                        : Asked.judged(
                                model,
                                ChargeModelLaw.METERING,
                                prices -> prices.get(0)
                                                .total()
                                                .equals(prices.get(1).total())
                                        ? List.of()
                                        : List.of(new BrokenLaw(
                                                ChargeModelLaw.METERING,
                                                prices.get(1).total() + " instead of "
                                                        + prices.get(0).total() + " for " + metering
                                                        + ", which check does not refuse")),
                                priced,
                                other.withQuantity(priced.signedQuantity())),
                List.of(priced, other));
    }

    private static boolean refuses(ChargeModel model, Metering metering) {
        try {
            model.check(metering);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** Whether {@code more} costs at least as much as {@code less}. */
    public static List<BrokenLaw> brokenByMore(ChargeModel model, RatingInput less, RatingInput more) {
        return Asked.judged(
                model,
                ChargeModelLaw.MONOTONICITY,
                prices -> {
                    Fraction low = prices.get(0).total();
                    Fraction high = prices.get(1).total();
                    return low.compareTo(high) <= 0
                            ? List.of()
                            : List.of(new BrokenLaw(
                                    ChargeModelLaw.MONOTONICITY,
                                    less + " costs " + low + ", " + more + " costs " + high));
                },
                less,
                more);
    }

    /** Whether the steps are about every unit of the input's quantity once. */
    public static List<BrokenLaw> brokenByUnits(ChargeModel model, RatingInput input) {
        return Asked.judged(
                model,
                ChargeModelLaw.EVERY_UNIT_ONCE,
                prices -> {
                    Fraction units =
                            prices.get(0).steps().stream().map(Step::quantity).reduce(Fraction.ZERO, Fraction::plus);
                    return expect(ChargeModelLaw.EVERY_UNIT_ONCE, input.quantity(), units, prices.get(0));
                },
                input);
    }

    /** Whether {@code factor} times the quantity costs {@code factor} times as much. */
    public static List<BrokenLaw> brokenWhenScaled(ChargeModel model, RatingInput input, Fraction factor) {
        return Asked.judged(
                model,
                ChargeModelLaw.PROPORTIONALITY,
                prices -> expect(
                        ChargeModelLaw.PROPORTIONALITY,
                        prices.get(0).total().times(factor),
                        prices.get(1).total(),
                        prices.get(1)),
                input,
                input.withQuantity(input.quantity().times(factor)));
    }

    /** Whether the same events in reverse cost the same. */
    public static List<BrokenLaw> brokenWhenReversed(ChargeModel model, RatingInput input) {
        var reversed = new ArrayList<>(input.events());
        Collections.reverse(reversed);
        return Asked.judged(
                model,
                ChargeModelLaw.ORDER_OF_ARRIVAL,
                prices -> expect(
                        ChargeModelLaw.ORDER_OF_ARRIVAL,
                        prices.get(1).total(),
                        prices.get(0).total(),
                        prices.get(0)),
                input.withEvents(reversed),
                input);
    }

    /**
     * Whether the compiled form costs the same, in one piece and in two events, as the object door asks for it under the
     * conventions of the input. Where the model has none under these, as where every step is rounded, the bulk door asks the
     * model; a model that has none under the standard ones either promises what it does not keep.
     *
     * @param input of which the quantity, cut off to {@code quantityScale} decimal places, is priced
     * @param thousandths how much of it the first event is
     */
    public static List<BrokenLaw> brokenWhenCompiled(
            ChargeModel model, RatingInput input, int quantityScale, int thousandths) {
        BigDecimal quantity = input.quantity().round(Rounding.of(quantityScale, RoundingMode.DOWN));
        return Asked.judged(
                model,
                ChargeModelLaw.COMPILED,
                prices -> model.compiled(input.conventions(), quantityScale)
                        .map(compiled -> differing(compiled, objectDoor(model, input, quantity), quantity, thousandths))
                        .orElseGet(() -> uncompiled(model, quantityScale)),
                input.withQuantity(Fraction.of(quantity)));
    }

    private static List<BrokenLaw> uncompiled(ChargeModel model, int quantityScale) {
        return model.compiled(Conventions.standard(), quantityScale).isPresent()
                ? List.of()
                : List.of(new BrokenLaw(ChargeModelLaw.COMPILED, "has no compiled form"));
    }

    /** What the object door makes of the quantity alone, which is all that the bulk door has. */
    private static Function<Rounding, BigDecimal> objectDoor(
            ChargeModel model, RatingInput input, BigDecimal quantity) {
        LinePrice asking = ModelPrice.asking(model, input.conventions());
        return rounding -> asking.price(quantity, rounding.scale(), rounding.mode());
    }

    private static List<BrokenLaw> differing(
            CompiledPrice compiled, Function<Rounding, BigDecimal> objectDoor, BigDecimal quantity, int thousandths) {
        BigDecimal first =
                quantity.multiply(BigDecimal.valueOf(thousandths, 3)).setScale(quantity.scale(), RoundingMode.DOWN);
        var broken = new ArrayList<BrokenLaw>();
        for (RoundingMode mode : List.of(RoundingMode.UP, RoundingMode.DOWN, RoundingMode.HALF_UP)) {
            BigDecimal expected = objectDoor.apply(Rounding.of(2, mode));
            EventRating rating = EventRating.ofOrdinals(
                    1, Tariff.of(2, mode, List.of(compiled)), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
            rating.add(0, 0, first, Instant.EPOCH);
            rating.add(0, 0, quantity.subtract(first), Instant.EPOCH);
            BigDecimal inOne = compiled.price(quantity, 2, mode);
            BigDecimal inTwo = rating.lines().amount(0, 0);
            if (inOne.compareTo(expected) != 0 || inTwo.compareTo(expected) != 0) {
                broken.add(new BrokenLaw(
                        ChargeModelLaw.COMPILED,
                        inOne + ", and " + inTwo + " in two events, instead of " + expected + " for " + quantity));
            }
        }
        return broken;
    }

    private static List<BrokenLaw> expect(
            ChargeModelLaw law, Fraction expected, Fraction actual, ChargeBreakdown price) {
        return expected.equals(actual)
                ? List.of()
                : List.of(new BrokenLaw(law, actual + " instead of " + expected + ": " + price));
    }

    /** A copy by way of the serial form; the model itself where it has none, such as a lambda. */
    private static ChargeModel copy(ChargeModel model) {
        if (!(model instanceof Serializable)) {
            return model;
        }
        try {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(model);
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (ChargeModel) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("cannot copy " + model, e);
        }
    }
}

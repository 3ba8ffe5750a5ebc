package io.quittance.testkit.pricing;

import io.quittance.core.bulk.CompiledPrice;
import io.quittance.core.bulk.EventRating;
import io.quittance.core.bulk.Tariff;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.RatingInput;
import io.quittance.testkit.pricing.BrokenLaw.Law;
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

/**
 * The laws of charge models as plain functions: each answers with the laws that are broken, and with an empty list if all
 * is well. A model that throws, or answers with null, breaks {@link Law#ANSWERS} by each of them, with the input for which it
 * did. They know nothing of jqwik or JUnit.
 */
public final class ChargeModelLaws {
    private ChargeModelLaws() {}

    /** Whether the model answers, always alike, with steps that give the price again. */
    public static List<BrokenLaw> broken(ChargeModel model, RatingInput input) {
        return Asked.judged(
                model,
                Law.SAME_ANSWER,
                prices -> {
                    ChargeBreakdown price = prices.get(0);
                    var broken = new ArrayList<>(brokenByCopy(model, input, price));
                    broken.addAll(Asked.looked(Law.REPLAY, () -> unreplayed(price), List.of(input)));
                    return broken;
                },
                input);
    }

    private static List<BrokenLaw> brokenByCopy(ChargeModel model, RatingInput input, ChargeBreakdown price) {
        return Asked.judged(
                copy(model),
                Law.SAME_ANSWER,
                again -> price.equals(again.get(0))
                        ? List.of()
                        : List.of(new BrokenLaw(Law.SAME_ANSWER, price + ", then " + again.get(0))),
                input);
    }

    private static List<BrokenLaw> unreplayed(ChargeBreakdown price) {
        return price.replayed().equals(price.total())
                ? List.of()
                : List.of(new BrokenLaw(Law.REPLAY, price.replayed() + " instead of " + price.total()));
    }

    /** Whether the price of {@code earlier} and what {@code whole} adds to it are the price of the whole. */
    public static List<BrokenLaw> brokenWhenSplit(ChargeModel model, RatingInput earlier, RatingInput whole) {
        return Asked.judged(
                model,
                Law.SPLIT_RUNS,
                prices -> {
                    ChargeBreakdown before = prices.get(1);
                    ChargeBreakdown change = prices.get(2).since(before);
                    var broken = new ArrayList<>(expect(
                            Law.SPLIT_RUNS,
                            prices.get(0).total(),
                            before.total().plus(change.total()),
                            change));
                    broken.addAll(expect(Law.REPLAY, change.total(), change.replayed(), change));
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
                Law.ZERO,
                prices -> expect(Law.ZERO, fee, prices.get(0).total(), prices.get(0)),
                RatingInput.none());
    }

    /** Whether {@code more} costs at least as much as {@code less}. */
    public static List<BrokenLaw> brokenByMore(ChargeModel model, RatingInput less, RatingInput more) {
        return Asked.judged(
                model,
                Law.MONOTONICITY,
                prices -> {
                    Fraction low = prices.get(0).total();
                    Fraction high = prices.get(1).total();
                    return low.compareTo(high) <= 0
                            ? List.of()
                            : List.of(new BrokenLaw(
                                    Law.MONOTONICITY, less + " costs " + low + ", " + more + " costs " + high));
                },
                less,
                more);
    }

    /** Whether the steps are about every unit of the input's quantity once. */
    public static List<BrokenLaw> brokenByUnits(ChargeModel model, RatingInput input) {
        return Asked.judged(
                model,
                Law.EVERY_UNIT_ONCE,
                prices -> {
                    Fraction units =
                            prices.get(0).steps().stream().map(Step::quantity).reduce(Fraction.ZERO, Fraction::plus);
                    return expect(Law.EVERY_UNIT_ONCE, input.quantity(), units, prices.get(0));
                },
                input);
    }

    /** Whether {@code factor} times the quantity costs {@code factor} times as much. */
    public static List<BrokenLaw> brokenWhenScaled(ChargeModel model, RatingInput input, Fraction factor) {
        return Asked.judged(
                model,
                Law.PROPORTIONALITY,
                prices -> expect(
                        Law.PROPORTIONALITY,
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
                Law.ORDER_OF_ARRIVAL,
                prices -> expect(
                        Law.ORDER_OF_ARRIVAL,
                        prices.get(1).total(),
                        prices.get(0).total(),
                        prices.get(0)),
                input.withEvents(reversed),
                input);
    }

    /**
     * Whether the compiled form costs the same, in one piece and in two events.
     *
     * @param input of which the quantity, cut off to {@code quantityScale} decimal places, is priced
     * @param thousandths how much of it the first event is
     */
    public static List<BrokenLaw> brokenWhenCompiled(
            ChargeModel model, RatingInput input, int quantityScale, int thousandths) {
        BigDecimal quantity = input.quantity().round(Rounding.of(quantityScale, RoundingMode.DOWN));
        return Asked.judged(
                model,
                Law.COMPILED,
                prices -> model.compiled(input.conventions(), quantityScale)
                        .map(compiled ->
                                differing(compiled, prices.get(0).total(), quantity, quantityScale, thousandths))
                        .orElseGet(() -> List.of(
                                new BrokenLaw(Law.COMPILED, "has no compiled form under " + input.conventions()))),
                input.withQuantity(Fraction.of(quantity)));
    }

    private static List<BrokenLaw> differing(
            CompiledPrice compiled, Fraction exact, BigDecimal quantity, int quantityScale, int thousandths) {
        BigDecimal first =
                quantity.multiply(BigDecimal.valueOf(thousandths, 3)).setScale(quantityScale, RoundingMode.DOWN);
        var broken = new ArrayList<BrokenLaw>();
        for (RoundingMode mode : List.of(RoundingMode.UP, RoundingMode.DOWN, RoundingMode.HALF_UP)) {
            BigDecimal expected = exact.round(Rounding.of(2, mode));
            EventRating rating = EventRating.ofOrdinals(
                    1, Tariff.of(2, mode, List.of(compiled)), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
            rating.add(0, 0, first, Instant.EPOCH);
            rating.add(0, 0, quantity.subtract(first), Instant.EPOCH);
            BigDecimal inOne = compiled.price(quantity, 2, mode);
            BigDecimal inTwo = rating.lines().amount(0, 0);
            if (inOne.compareTo(expected) != 0 || inTwo.compareTo(expected) != 0) {
                broken.add(new BrokenLaw(
                        Law.COMPILED,
                        inOne + ", and " + inTwo + " in two events, instead of " + expected + " for " + quantity));
            }
        }
        return broken;
    }

    private static List<BrokenLaw> expect(Law law, Fraction expected, Fraction actual, ChargeBreakdown price) {
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

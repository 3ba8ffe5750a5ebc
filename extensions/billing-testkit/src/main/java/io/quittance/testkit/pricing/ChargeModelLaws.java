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
import java.util.Optional;

/**
 * The laws of charge models as plain functions: each answers with the laws that are broken, and with an empty list if all
 * is well. They know nothing of jqwik or JUnit.
 */
public final class ChargeModelLaws {
    private ChargeModelLaws() {}

    /** Whether the model answers, always alike, with steps that give the price again. */
    public static List<BrokenLaw> broken(ChargeModel model, RatingInput input) {
        ChargeBreakdown price;
        try {
            price = model.price(input);
        } catch (RuntimeException e) {
            return List.of(new BrokenLaw(Law.ANSWERS, "threw " + e + " for " + input));
        }
        if (price == null) {
            return List.of(new BrokenLaw(Law.ANSWERS, "answered null for " + input));
        }
        var broken = new ArrayList<BrokenLaw>();
        ChargeBreakdown again = copy(model).price(input);
        if (!price.equals(again)) {
            broken.add(new BrokenLaw(Law.SAME_ANSWER, price + ", then " + again));
        }
        if (!price.replayed().equals(price.total())) {
            broken.add(new BrokenLaw(Law.REPLAY, price.replayed() + " instead of " + price.total()));
        }
        return List.copyOf(broken);
    }

    /** Whether the price of {@code earlier} and what {@code whole} adds to it are the price of the whole. */
    public static List<BrokenLaw> brokenWhenSplit(ChargeModel model, RatingInput earlier, RatingInput whole) {
        Fraction atOnce = model.price(whole).total();
        ChargeBreakdown before = model.price(earlier);
        ChargeBreakdown all = model.price(whole);
        ChargeBreakdown change = all.since(before);
        var broken =
                new ArrayList<>(expect(Law.SPLIT_RUNS, atOnce, before.total().plus(change.total()), change));
        broken.addAll(expect(Law.REPLAY, change.total(), change.replayed(), change));
        return List.copyOf(broken);
    }

    /** Whether nothing used costs {@code fee}, which is zero unless the model states a fee. */
    public static List<BrokenLaw> brokenAtZero(ChargeModel model, Fraction fee) {
        ChargeBreakdown price = model.price(RatingInput.none());
        return expect(Law.ZERO, fee, price.total(), price);
    }

    /** Whether {@code more} costs at least as much as {@code less}. */
    public static List<BrokenLaw> brokenByMore(ChargeModel model, RatingInput less, RatingInput more) {
        Fraction low = model.price(less).total();
        Fraction high = model.price(more).total();
        return low.compareTo(high) <= 0
                ? List.of()
                : List.of(new BrokenLaw(Law.MONOTONICITY, less + " costs " + low + ", " + more + " costs " + high));
    }

    /** Whether the steps are about every unit of the input's quantity once. */
    public static List<BrokenLaw> brokenByUnits(ChargeModel model, RatingInput input) {
        ChargeBreakdown price = model.price(input);
        Fraction units = price.steps().stream().map(Step::quantity).reduce(Fraction.ZERO, Fraction::plus);
        return expect(Law.EVERY_UNIT_ONCE, input.quantity(), units, price);
    }

    /** Whether {@code factor} times the quantity costs {@code factor} times as much. */
    public static List<BrokenLaw> brokenWhenScaled(ChargeModel model, RatingInput input, Fraction factor) {
        Fraction once = model.price(input).total();
        ChargeBreakdown scaled = model.price(input.withQuantity(input.quantity().times(factor)));
        return expect(Law.PROPORTIONALITY, once.times(factor), scaled.total(), scaled);
    }

    /** Whether the same events in reverse cost the same. */
    public static List<BrokenLaw> brokenWhenReversed(ChargeModel model, RatingInput input) {
        var reversed = new ArrayList<>(input.events());
        Collections.reverse(reversed);
        ChargeBreakdown price = model.price(input.withEvents(reversed));
        return expect(Law.ORDER_OF_ARRIVAL, model.price(input).total(), price.total(), price);
    }

    /**
     * Whether the compiled form costs the same, in one piece and in two events.
     *
     * @param input of which the quantity, cut off to {@code quantityScale} decimal places, is priced
     * @param thousandths how much of it the first event is
     */
    public static List<BrokenLaw> brokenWhenCompiled(
            ChargeModel model, RatingInput input, int quantityScale, int thousandths) {
        Optional<CompiledPrice> compiled = model.compiled(input.conventions(), quantityScale);
        if (compiled.isEmpty()) {
            return List.of(new BrokenLaw(Law.COMPILED, "has no compiled form under " + input.conventions()));
        }
        BigDecimal quantity = input.quantity().round(Rounding.of(quantityScale, RoundingMode.DOWN));
        BigDecimal first =
                quantity.multiply(BigDecimal.valueOf(thousandths, 3)).setScale(quantityScale, RoundingMode.DOWN);
        Fraction exact = model.price(input.withQuantity(Fraction.of(quantity))).total();
        var broken = new ArrayList<BrokenLaw>();
        for (RoundingMode mode : List.of(RoundingMode.UP, RoundingMode.DOWN, RoundingMode.HALF_UP)) {
            BigDecimal expected = exact.round(Rounding.of(2, mode));
            EventRating rating = EventRating.ofOrdinals(
                    1, Tariff.of(2, mode, List.of(compiled.get())), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
            rating.add(0, 0, first, Instant.EPOCH);
            rating.add(0, 0, quantity.subtract(first), Instant.EPOCH);
            BigDecimal inOne = compiled.get().price(quantity, 2, mode);
            BigDecimal inTwo = rating.lines().amount(0, 0);
            if (inOne.compareTo(expected) != 0 || inTwo.compareTo(expected) != 0) {
                broken.add(new BrokenLaw(
                        Law.COMPILED,
                        inOne + ", and " + inTwo + " in two events, instead of " + expected + " for " + quantity));
            }
        }
        return List.copyOf(broken);
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

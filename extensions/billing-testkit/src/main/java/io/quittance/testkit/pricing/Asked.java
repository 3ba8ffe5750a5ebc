package io.quittance.testkit.pricing;

import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.RatingInput;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks a model, which may throw or give no answer, so that a law can look at prices alone. */
final class Asked {
    private Asked() {}

    /**
     * What the law says of the prices of these inputs, asked for in this order; that the model does not answer, with the
     * first input for which it gives no price. Where looking at them fails, such as a formula that divides by 0 when it is
     * computed again, the law is broken.
     */
    static List<BrokenLaw> judged(
            ChargeModel model,
            ChargeModelLaw law,
            Function<List<ChargeBreakdown>, List<BrokenLaw>> judge,
            RatingInput... inputs) {
        var prices = new ArrayList<ChargeBreakdown>();
        for (RatingInput input : inputs) {
            Optional<BrokenLaw> none = ask(model, input, prices);
            if (none.isPresent()) {
                return List.of(none.get());
            }
        }
        return looked(law, () -> judge.apply(prices), List.of(inputs));
    }

    /** What is found, or that looking fails. */
    static List<BrokenLaw> looked(ChargeModelLaw law, Supplier<List<BrokenLaw>> look, List<RatingInput> inputs) {
        try {
            return List.copyOf(look.get());
        } catch (RuntimeException e) {
            return List.of(threw(law, e, inputs));
        }
    }

    private static Optional<BrokenLaw> ask(ChargeModel model, RatingInput input, List<ChargeBreakdown> prices) {
        ChargeBreakdown price;
        try {
            price = model.price(input);
        } catch (RuntimeException e) {
            return Optional.of(threw(ChargeModelLaw.ANSWERS, e, input));
        }
        if (price == null) {
            return Optional.of(new BrokenLaw(ChargeModelLaw.ANSWERS, "answered null for " + input));
        }
        prices.add(price);
        return Optional.empty();
    }

    private static BrokenLaw threw(ChargeModelLaw law, RuntimeException e, Object input) {
        return new BrokenLaw(law, "threw " + e + " for " + input);
    }
}

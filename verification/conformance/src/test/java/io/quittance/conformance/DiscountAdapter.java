package io.quittance.conformance;

import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.Discounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code discount}: each on what is left, in the listed order. */
final class DiscountAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        var discounts = new ArrayList<Discount>();
        var used = new HashMap<String, Fraction>();
        for (JsonNode node : input.get("discounts")) {
            String id = "discount-" + discounts.size();
            discounts.add(
                    node.get("kind").asString().equals("percent")
                            ? Discount.percent(id, Input.decimal(node, "rate"))
                            : Discount.amount(id, Input.decimal(node, "amount")));
            used.put(id, Fraction.of(Input.decimal(node, "alreadyUsed", "0")));
        }
        Fraction subtotal = Fraction.of(Input.decimal(input, "subtotal"));
        var steps = new Discounts(discounts).steps(subtotal, conventions, used);
        return Map.of("discountTotal", Step.total(steps).negated());
    }
}

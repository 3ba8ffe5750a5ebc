package io.quittance.conformance;

import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.RatingInput;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code graduated}: each unit by its tier; what was billed before is taken off. */
final class GraduatedAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        GraduatedTiers model = GraduatedTiers.of(TierFields.tiers(input.get("tiers")));
        RatingInput earlier = RatingInput.ofQuantity(Input.decimal(input, "alreadyBilledQuantity", "0"))
                .withConventions(conventions);
        RatingInput whole =
                earlier.withQuantity(earlier.quantity().plus(Fraction.of(Input.decimal(input, "quantity"))));
        ChargeBreakdown price = model.price(whole);
        ChargeBreakdown due = input.has("alreadyBilledQuantity") ? price.since(model.price(earlier)) : price;
        return Map.of(
                "amount", due.total(),
                "cumulativeAmount", price.total(),
                "perTier", due.steps().stream().map(GraduatedAdapter::tier).toList());
    }

    private static Map<String, Object> tier(Step step) {
        return Map.of(
                "tier", step.part().substring("tier-".length()), "quantity", step.quantity(), "amount", step.amount());
    }
}

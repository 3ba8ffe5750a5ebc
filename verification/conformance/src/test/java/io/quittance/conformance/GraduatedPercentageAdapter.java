package io.quittance.conformance;

import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.GraduatedPercentage;
import io.quittance.core.pricing.GraduatedPercentage.Tier;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.TierRate;
import java.util.ArrayList;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code graduated_percentage}: each part of an amount by its tier; what was billed before is taken off. */
final class GraduatedPercentageAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        GraduatedPercentage model = model(input.get("tiers"));
        RatingInput earlier = RatingInput.ofQuantity(Input.decimal(input, "alreadyBilledAmountBase", "0"))
                .withConventions(conventions);
        RatingInput whole =
                earlier.withQuantity(earlier.quantity().plus(Fraction.of(Input.decimal(input, "amountBase"))));
        ChargeBreakdown price = model.price(whole);
        ChargeBreakdown due = input.has("alreadyBilledAmountBase") ? price.since(model.price(earlier)) : price;
        return Map.of(
                "amount", due.total(),
                "cumulativeAmount", price.total(),
                "perTier",
                        due.steps().stream()
                                .map(GraduatedPercentageAdapter::tier)
                                .toList());
    }

    private static GraduatedPercentage model(JsonNode tiers) {
        var bounded = new ArrayList<Tier>();
        TierRate beyond = TierRate.ofPercent("0");
        for (JsonNode tier : tiers) {
            beyond = new TierRate(Input.decimal(tier, "ratePercent"), Input.decimal(tier, "flatFee", "0"));
            if (!tier.path("upTo").isNull()) {
                bounded.add(new Tier(Input.decimal(tier, "upTo"), beyond));
            }
        }
        return GraduatedPercentage.of(bounded, beyond);
    }

    private static Map<String, Object> tier(Step step) {
        return Map.of(
                "tier", step.part().substring("tier-".length()), "quantity", step.quantity(), "amount", step.amount());
    }
}

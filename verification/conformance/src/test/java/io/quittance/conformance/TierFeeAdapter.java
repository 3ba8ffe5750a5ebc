package io.quittance.conformance;

import io.quittance.ar.interest.CompensationTiers;
import io.quittance.core.money.Amount;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code tier_fee}: a fixed sum by the size of each debt. */
final class TierFeeAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        JsonNode tiers = input.get("tiers");
        JsonNode last = tiers.get(tiers.size() - 1);
        CompensationTiers sums = CompensationTiers.of(
                tiers.valueStream()
                        .filter(tier -> tier.hasNonNull("below"))
                        .map(tier -> new CompensationTiers.Tier(Input.amount(tier, "below"), Input.amount(tier, "fee")))
                        .toList(),
                Input.amount(last, "fee"));
        return Map.of(
                "fees",
                input.get("amounts")
                        .valueStream()
                        .map(amount -> sums.forDebt(Amount.of(Input.decimal(amount), Input.CURRENCY))
                                .amount())
                        .toList());
    }
}

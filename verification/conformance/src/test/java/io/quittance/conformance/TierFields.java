package io.quittance.conformance;

import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.Tiers;
import io.quittance.core.pricing.Tiers.Tier;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** Tiers as cases write them: the last one has no end, or no units beyond it are asked for. */
final class TierFields {
    private TierFields() {}

    static Tiers tiers(JsonNode tiers) {
        var bounded = new ArrayList<Tier>();
        TierPrice beyond = TierPrice.of("0");
        for (JsonNode tier : tiers) {
            beyond = price(tier);
            if (!tier.path("upTo").isNull()) {
                bounded.add(new Tier(Input.decimal(tier, "upTo"), beyond));
            }
        }
        return Tiers.of(bounded, beyond);
    }

    private static TierPrice price(JsonNode tier) {
        TierPrice price = TierPrice.of(Input.decimal(tier, "unitPrice"));
        TierPrice withFee = tier.has("flatFee") ? price.withFlatFee(Input.decimal(tier, "flatFee")) : price;
        return tier.hasNonNull("tierCap") ? withFee.withCap(Input.decimal(tier, "tierCap")) : withFee;
    }
}

package io.quittance.conformance;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.VolumeTiers;
import tools.jackson.databind.JsonNode;

/** A price inside a case: its model and what the model needs. */
final class PriceFields {
    private PriceFields() {}

    static ChargeModel model(JsonNode price) {
        return switch (price.get("model").asString()) {
            case "per_unit" -> PerUnit.of(Input.decimal(price, "unitPrice"));
            case "graduated" -> GraduatedTiers.of(TierFields.tiers(price.get("tiers")));
            case "volume" -> VolumeTiers.of(TierFields.tiers(price.get("tiers")));
            case "package" ->
                PackagePrice.of(Input.decimal(price, "packageSize"), Input.decimal(price, "packagePrice"));
            default -> throw new IllegalArgumentException("unknown model " + price.get("model"));
        };
    }
}

package io.quittance.conformance;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.TimeBuckets;
import io.quittance.core.pricing.VolumeTiers;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageWindow;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code bucketed}: each bucket is a day with one event, rated alone. */
final class BucketedAdapter implements Adapter {
    private static final UsageWindow WINDOW =
            new UsageWindow(ServicePeriod.of("2026-01-01", "2027-01-01"), ZoneOffset.UTC);

    @Override
    public Object answer(JsonNode input) {
        RatingInput buckets = RatingInput.ofEvents(
                        EventFields.events(input.get("bucketQuantities"), Duration.ofDays(1)))
                .withWindow(WINDOW);
        return Map.of(
                "amount",
                TimeBuckets.daily(price(input.get("price"))).price(buckets).total());
    }

    private static ChargeModel price(JsonNode price) {
        return switch (price.get("model").asString()) {
            case "per_unit" -> PerUnit.of(Input.decimal(price, "unitPrice"));
            case "package" ->
                PackagePrice.of(Input.decimal(price, "packageSize"), Input.decimal(price, "packagePrice"));
            case "graduated" -> GraduatedTiers.of(TierFields.tiers(price.get("tiers")));
            case "volume" -> VolumeTiers.of(TierFields.tiers(price.get("tiers")));
            default -> throw new IllegalArgumentException("unknown price model in " + price);
        };
    }
}

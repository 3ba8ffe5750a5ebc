package io.quittance.conformance;

import io.quittance.core.id.MeterId;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.Capacity.Tier;
import io.quittance.core.pricing.RatingInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code capacity}: the price of the first tier whose limits hold for all meters. */
final class CapacityAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        var tiers = new ArrayList<Tier>();
        for (JsonNode tier : input.get("tiers")) {
            tiers.add(Tier.of(limits(tier.get("limits")), Input.decimal(tier, "price")));
        }
        var peaks = new HashMap<MeterId, Fraction>();
        input.get("peakQuantities")
                .forEachEntry((meter, peak) -> peaks.put(MeterId.of(meter), Fraction.of(Input.decimal(peak))));
        return Map.of(
                "amount", Capacity.of(tiers).price(RatingInput.ofPeaks(peaks)).total());
    }

    /** A limit of null is none. */
    private static Map<MeterId, BigDecimal> limits(JsonNode node) {
        var limits = new HashMap<MeterId, BigDecimal>();
        node.forEachEntry((meter, limit) -> {
            if (!limit.isNull()) {
                limits.put(MeterId.of(meter), Input.decimal(limit));
            }
        });
        return limits;
    }
}

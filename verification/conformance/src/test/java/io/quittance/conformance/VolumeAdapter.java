package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.ProratedVolume;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.Tiers;
import io.quittance.core.pricing.VolumeTiers;
import io.quittance.core.usage.QuantityChange;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code volume}: all units by the tier reached; seat-days where another quantity chooses the tier. */
final class VolumeAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        Tiers tiers = TierFields.tiers(input.get("tiers"));
        RatingInput used =
                RatingInput.ofQuantity(Input.decimal(input, "quantity")).withConventions(conventions);
        return Map.of(
                "amount",
                input.hasNonNull("tierSelectionQuantity")
                        ? ProratedVolume.of(tiers)
                                .price(seatDays(input, used.quantity()).withConventions(conventions))
                                .total()
                        : VolumeTiers.of(tiers).price(used).total());
    }

    private static RatingInput seatDays(JsonNode input, Fraction prorated) {
        Fraction full = Fraction.of(Input.decimal(input, "tierSelectionQuantity"));
        return RatingInput.ofChanges(List.of(new QuantityChange(full, prorated)));
    }
}

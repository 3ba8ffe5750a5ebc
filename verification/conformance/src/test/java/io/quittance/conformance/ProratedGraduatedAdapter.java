package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.ProratedGraduated;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.usage.QuantityChange;
import java.util.ArrayList;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code prorated_graduated}: seat-days by tiers, rounded only where the case says so. */
final class ProratedGraduatedAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        var changes = new ArrayList<QuantityChange>();
        for (JsonNode change : input.get("changes")) {
            changes.add(new QuantityChange(
                    Fraction.of(Input.decimal(change, "quantity")),
                    Fraction.of(Input.decimal(change, "proratedQuantity"))));
        }
        Fraction price = ProratedGraduated.of(TierFields.tiers(input.get("tiers")))
                .price(RatingInput.ofChanges(changes).withConventions(conventions))
                .total();
        return Map.of(
                "amount", input.has("roundTo") ? price.round(Rounding.halfUp(Input.integer(input, "roundTo"))) : price);
    }
}

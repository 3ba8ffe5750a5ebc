package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code per_unit}: quantity × unit price, rounded only where the case says so. */
final class PerUnitAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Fraction price = PerUnit.of(Input.decimal(input, "unitPrice"))
                .price(RatingInput.ofQuantity(Input.decimal(input, "quantity")))
                .total();
        return Map.of(
                "amount", input.has("roundTo") ? price.round(Rounding.halfUp(Input.integer(input, "roundTo"))) : price);
    }
}

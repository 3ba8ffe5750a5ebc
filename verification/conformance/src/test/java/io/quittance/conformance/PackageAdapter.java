package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.core.pricing.PackageRounding;
import io.quittance.core.pricing.RatingInput;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code package}: packages of the whole period; what was billed before is taken off. */
final class PackageAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        PackagePrice model = PackagePrice.of(Input.decimal(input, "packageSize"), Input.decimal(input, "packagePrice"))
                .withFreeUnits(Input.decimal(input, "freeQuantity", "0"))
                .withRounding(PackageRounding.valueOf(
                        input.path("rounding").asString("up").toUpperCase(Locale.ROOT)));
        RatingInput earlier = RatingInput.ofQuantity(Input.decimal(input, "alreadyBilledQuantity", "0"));
        RatingInput whole =
                earlier.withQuantity(earlier.quantity().plus(Fraction.of(Input.decimal(input, "quantity"))));
        return Map.of("amount", model.price(whole).since(model.price(earlier)).total());
    }
}

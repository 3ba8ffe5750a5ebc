package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.UnitConversion;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code unit_conversion}: convert, round, take off what is free, price the rest. */
final class UnitConversionAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Fraction quantity = Fraction.of(Input.decimal(input, "quantity"));
        UnitConversion exact = input.get("operation").asString().equals("divide")
                ? UnitConversion.divideBy(Input.decimal(input, "factor"))
                : UnitConversion.multiplyBy(Input.decimal(input, "factor"));
        String mode = input.get("rounding").asString();
        UnitConversion conversion = mode.equals("none")
                ? exact
                : exact.withRounding(Rounding.of(
                        Input.integer(input, "decimals"), RoundingMode.valueOf(mode.toUpperCase(Locale.ROOT))));
        Fraction billable = conversion.convert(quantity);
        Fraction rest = FreeUnits.of(Input.decimal(input, "thenFreeQuantity", "0"))
                .use(Fraction.ZERO, billable)
                .billable();
        return Map.of(
                "converted",
                exact.convert(quantity),
                "billable",
                billable,
                "amount",
                price(input.path("thenPrice"))
                        .price(RatingInput.none().withQuantity(rest))
                        .total());
    }

    /** Free of charge where a case asks for no amount. */
    private static ChargeModel price(JsonNode price) {
        return price.path("model").asString("per_unit").equals("graduated")
                ? GraduatedTiers.of(TierFields.tiers(price.get("tiers")))
                : PerUnit.of(Input.decimal(price, "unitPrice", "0"));
    }
}

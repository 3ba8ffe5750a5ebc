package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.FreeUnits;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code usage_discount}: free units that are used up over several bills of a period. */
final class UsageDiscountAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        FreeUnits.Use use = FreeUnits.of(Input.decimal(input, "freeQuantity"))
                .use(
                        Fraction.of(Input.decimal(input, "alreadyBilledQuantity")),
                        Fraction.of(Input.decimal(input, "quantity")));
        return Map.of(
                "billableQuantity", use.billable(),
                "freeApplied", use.free(),
                "billableAlready", use.billableAlready());
    }
}

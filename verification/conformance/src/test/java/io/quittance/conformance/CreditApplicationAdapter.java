package io.quittance.conformance;

import io.quittance.core.invoice.CreditApplication;
import io.quittance.core.money.Amount;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code credit_application}: credits in order fill lines in order. */
final class CreditApplicationAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        var application = CreditApplication.of(amounts(input.get("lineTotals")), amounts(input.get("credits")));
        return Map.of("appliedPerLine", application.applied(), "net", application.net());
    }

    private static List<Amount> amounts(JsonNode numbers) {
        return numbers.valueStream()
                .map(number -> Amount.of(number.asString(), Input.CURRENCY))
                .toList();
    }
}

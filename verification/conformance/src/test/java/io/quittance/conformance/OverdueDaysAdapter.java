package io.quittance.conformance;

import io.quittance.ar.interest.OverdueBalance;
import io.quittance.core.money.Amount;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code overdue_days}: how late a payment is. */
final class OverdueDaysAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        OverdueBalance any = OverdueBalance.of(Amount.zero(Input.CURRENCY), Input.date(input, "due"));
        return Map.of("days", any.daysLate(Input.date(input, "paid")));
    }
}

package io.quittance.conformance;

import io.quittance.ar.interest.LateCharges;
import io.quittance.ar.interest.SimpleInterest;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code simple_interest}: interest of days, rounded once or by day, and a fee beside it. */
final class SimpleInterestAdapter implements Adapter {
    private static final Rounding CENTS = Rounding.halfUp(2);

    @Override
    public Object answer(JsonNode input) {
        var interest = SimpleInterest.of(
                Input.amount(input, "principal"),
                Input.decimal(input, "annual_rate_pct"),
                Input.integer(input, "days"),
                Input.integer(input, "day_basis"));
        var answer = new HashMap<String, Object>();
        Amount amount = interest.amount(CENTS);
        if (input.hasNonNull("daily_rounding")) {
            Rounding daily =
                    Rounding.halfUp(Input.decimal(input, "daily_rounding").scale());
            amount = interest.amountByDay(daily);
            answer.put("daily", interest.daily(daily));
        }
        Amount fee = Amount.of(Input.decimal(input, "fee", "0"), Input.CURRENCY);
        LateCharges charges = LateCharges.of(interest.principal(), amount, fee);
        answer.putAll(Map.of("interest", amount, "charges", charges.charges(), "grand_total", charges.total()));
        return answer;
    }
}

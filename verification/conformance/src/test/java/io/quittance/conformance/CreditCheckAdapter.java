package io.quittance.conformance;

import io.quittance.ar.risk.CreditCheck;
import io.quittance.ar.risk.CreditLimit;
import io.quittance.ar.risk.Exposure;
import io.quittance.ar.risk.ExposurePolicy;
import io.quittance.core.money.Amount;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code credit_check}: whether more is within the limit, which may say that 0 is none. */
final class CreditCheckAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        Amount amount = Input.amount(input, "limit");
        CreditLimit limit = input.hasNonNull("zero_means") ? CreditLimit.zeroMeansNone(amount) : CreditLimit.of(amount);
        CreditCheck check = limit.check(
                Exposure.none(Input.CURRENCY).with(Exposure.Part.OPEN_ITEMS, Input.amount(input, "exposure")),
                ExposurePolicy.USUAL,
                Input.amount(input, "new"));
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("exceeded", check.isExceeded());
        answer.put("available_before", check.total().availableBefore().orElse(null));
        return answer;
    }
}

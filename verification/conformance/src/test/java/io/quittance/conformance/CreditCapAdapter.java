package io.quittance.conformance;

import io.quittance.core.billing.BilledLine;
import io.quittance.core.id.ChargeId;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code credit_cap}: what can be given back of a line that was billed. A run asks the line the same for all that it credits;
 * cases want more than was billed or less than nothing back, which no change of a contract comes to.
 */
final class CreditCapAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        BilledLine line = BilledLine.of(
                        new ChargeId("fee"), "signed", RatedPeriod.JANUARY, Input.amount(input, "originallyCharged"))
                .credited(Input.amount(input, "alreadyCredited"));
        return Map.of("credit", line.creditable(Input.amount(input, "potentialCredit")));
    }
}

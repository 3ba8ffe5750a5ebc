package io.quittance.conformance;

import io.quittance.core.pricing.Percentage;
import io.quittance.core.pricing.RatingInput;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code percentage}: a rate of each transaction, a fee, an allowance, floor and cap. */
final class PercentageAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Percentage model = Percentage.of(Input.decimal(input, "ratePercent"))
                .withFixedFee(Input.decimal(input, "fixedFeePerTransaction"));
        if (input.hasNonNull("freeTransactions")) {
            model = model.withFreeEvents(Input.integer(input, "freeTransactions"));
        }
        if (input.hasNonNull("freeAmount")) {
            model = model.withFreeAmount(Input.decimal(input, "freeAmount"));
        }
        if (input.hasNonNull("minPerTransaction")) {
            model = model.withFloor(Input.decimal(input, "minPerTransaction"));
        }
        if (input.hasNonNull("maxPerTransaction")) {
            model = model.withCap(Input.decimal(input, "maxPerTransaction"));
        }
        RatingInput transactions =
                RatingInput.ofEvents(EventFields.events(input.get("transactionAmounts"), Duration.ofSeconds(1)));
        return Map.of("amount", model.price(transactions).total());
    }
}

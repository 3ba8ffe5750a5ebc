package io.quittance.conformance;

import io.quittance.ar.risk.UnpaidStages;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** {@code roll_rates}: of what is unpaid at each stage, how much is lost, in percent. */
final class UnpaidStagesAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        Rounding rounding = Rounding.halfUp(Input.integer(input, "decimals_pct"));
        var rates = UnpaidStages.of(Stream.concat(
                        Stream.of(Input.amount(input, "sales")),
                        input.get("unpaid_after")
                                .valueStream()
                                .map(unpaid -> Amount.of(Input.decimal(unpaid), Input.CURRENCY)))
                .toList());
        return Map.of(
                "rates_pct",
                rates.stages().stream()
                        .map(stage -> stage.lossPercent(rounding).orElseThrow())
                        .toList());
    }
}

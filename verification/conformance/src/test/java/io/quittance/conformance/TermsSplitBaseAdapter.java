package io.quittance.conformance;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code terms_split_base}: parts of an invoice in the currency of the books, of which the last takes the rest. */
final class TermsSplitBaseAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        return Map.of(
                "amounts_base",
                DueAmount.converted(
                                input.get("amounts_fc")
                                        .valueStream()
                                        .map(part ->
                                                new DueAmount(Settled.DAY, Amount.of(part.asString(), Input.CURRENCY)))
                                        .toList(),
                                Input.decimal(input, "base_per_fc"),
                                Input.amount(input, "base_total"),
                                Rounding.halfUp(Input.decimal(input, "unit").scale()))
                        .stream()
                        .map(DueAmount::amount)
                        .toList());
    }
}

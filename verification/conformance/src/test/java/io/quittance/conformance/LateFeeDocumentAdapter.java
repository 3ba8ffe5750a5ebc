package io.quittance.conformance;

import io.quittance.ar.interest.ChargePlacement;
import io.quittance.ar.interest.LateCharges;
import io.quittance.core.money.Amount;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code late_fee_new_document}: the fee is a document of its own. */
final class LateFeeDocumentAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        LateCharges charges = LateCharges.of(
                Input.amount(input, "original_balance"), Amount.zero(Input.CURRENCY), Input.amount(input, "fee"));
        return Map.of(
                "original_balance_after", charges.openOfItem(ChargePlacement.OWN_DOCUMENT),
                "customer_balance_after", charges.total());
    }
}

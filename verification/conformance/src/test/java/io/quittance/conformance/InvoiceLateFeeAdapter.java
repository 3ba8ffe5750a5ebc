package io.quittance.conformance;

import io.quittance.ar.interest.ChargePlacement;
import io.quittance.ar.interest.LateCharges;
import io.quittance.ar.interest.LateFee;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code invoice_late_fee}: a fixed amount and a percentage of the balance, put on the same item. */
final class InvoiceLateFeeAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        Amount balance = Input.amount(input, "balance");
        Amount fee = LateFee.of(Input.amount(input, "amount"))
                .plusPercent(Input.decimal(input, "percent"), Rounding.halfUp(2))
                .on(balance)
                .amount();
        LateCharges charges = LateCharges.of(balance, Amount.zero(Input.CURRENCY), fee);
        return Map.of("fee", fee, "balance_after", charges.openOfItem(ChargePlacement.SAME_ITEM));
    }
}

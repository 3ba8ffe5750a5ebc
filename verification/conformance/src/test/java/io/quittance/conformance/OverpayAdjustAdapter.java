package io.quittance.conformance;

import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code overpay_adjust}: an entry that takes what was paid too much. */
final class OverpayAdjustAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        OpenItem item = Settled.item(Input.amount(input, "invoice"));
        Amount taken = Input.amount(input, "adjustment");
        Settlement settlement = Settled.settled(
                        Settled.payment(Settled.DAY, Input.amount(input, "payment")),
                        List.of(item),
                        new OldestDueFirst(),
                        SettlementPolicy.MONEY_ONLY)
                .with(Adjustment.ofPayment(
                        Adjustment.Kind.OVERPAYMENT_INCOME, taken, Explanation.of("adjusted", "{0}", taken)));
        return Map.of("open", settlement.openAfter(item), "unapplied", settlement.onAccount());
    }
}

package io.quittance.conformance;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.exchange.CrossPayment;
import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.settlement.RequestedItem;
import io.quittance.ar.settlement.RequestedSettlement;
import io.quittance.ar.settlement.Settlement;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code fx_cross}: what is requested of an item is paid with money in another currency. */
final class FxCrossAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        JsonNode row = input.get("item");
        OpenItem item = Settled.item(Input.amount(row, "open"));
        var requested = RequestedItem.of(
                item.id(), Input.amount(row, "pay"), Input.amount(row, "discount"), Input.amount(row, "write_off"));
        CrossPayment cross = StoredRate.of(
                        Input.CURRENCY, Booked.FOREIGN, Input.decimal(input, "payment_units_per_item_unit"))
                .pay(requested.pay(), Booked.foreign(input, "payment"));
        var paid = UnappliedPayment.of(Settled.payment(Settled.DAY, cross.paid()));
        Settlement settlement = new RequestedSettlement(List.of(requested))
                .settle(List.of(item), List.of(paid))
                .get(0);
        return Map.of("item_open", settlement.openAfter(item), "payment_unapplied", cross.left());
    }
}

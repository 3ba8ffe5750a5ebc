package io.quittance.conformance;

import io.quittance.ar.plan.PlanItem;
import io.quittance.ar.plan.Reamortization;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code reamortize}: the principal of each item, in the order of the case, after what was due is moved. */
final class ReamortizeAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        List<PlanItem> items = input.get("items")
                .valueStream()
                .map(item -> PlanItem.of(
                        id(item), Input.date(item, "due"), Input.amount(item, "principal"), Input.amount(item, "paid")))
                .toList();
        var principal = new HashMap<ReceivableId, Amount>();
        Reamortization.of(items, Input.date(input, "date"), PlanFields.parts(input))
                .items()
                .forEach(item -> principal.put(item.id(), item.principal()));
        return Map.of(
                "principal",
                items.stream().map(item -> principal.get(item.id())).toList());
    }

    private static ReceivableId id(JsonNode item) {
        return ReceivableId.of(item.get("no").asString());
    }
}

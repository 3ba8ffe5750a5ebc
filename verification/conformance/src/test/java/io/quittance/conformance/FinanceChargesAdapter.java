package io.quittance.conformance;

import io.quittance.ar.interest.LatenessTiers;
import io.quittance.ar.interest.OverdueItem;
import io.quittance.ar.interest.PeriodFormula;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code finance_charges}: simple charges after credits are taken off the oldest items; of one due date, by number. */
final class FinanceChargesAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        var names = new HashMap<ReceivableId, String>();
        var items = new ArrayList<OverdueItem>();
        for (JsonNode item : input.get("items")) {
            ReceivableId id = ReceivableId.of(String.format(Locale.ROOT, "%09d", Input.integer(item, "seq")));
            names.put(id, item.get("id").asString());
            items.add(OverdueItem.of(id, Input.date(item, "due"), Input.amount(item, "open")));
        }
        List<Amount> credits = input.get("credits")
                .valueStream()
                .map(credit -> Input.amount(credit, "amount"))
                .toList();
        var charges = new HashMap<String, Amount>();
        PeriodicCharge.of(
                        PeriodFormula.SIMPLE,
                        LatenessTiers.constant(Input.decimal(input, "rate_pct")),
                        Input.integer(input, "days_in_period"),
                        Rounding.halfUp(2))
                .grace(Input.integer(input, "grace_days"))
                .charges(items, credits, Input.date(input, "as_of"))
                .forEach(charge -> charges.put(names.get(charge.item().id()), charge.amount()));
        return Map.of("charges", charges);
    }
}

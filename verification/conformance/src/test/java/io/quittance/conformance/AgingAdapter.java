package io.quittance.conformance;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingBase;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRow;
import io.quittance.ar.aging.AgingRule;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code aging}: what is open of each item, by its age; an item is of the day on which it is due. */
final class AgingAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        var customer = new OneCustomer();
        for (JsonNode item : input.get("items")) {
            LocalDate due = Input.date(item, "due");
            customer.owe(item.get("id").asString(), due, due, Input.amount(item, "open"));
        }
        AgingBuckets buckets = BucketOfAdapter.buckets(input);
        AgingRule rule = AgingRule.of(buckets)
                .by(AgingBase.valueOf(input.get("base").asString().toUpperCase(Locale.ROOT)));
        AgingReport report = AgingReport.of(customer.ledger().asOf(Input.date(input, "as_of")), rule);
        return Map.of("buckets", named(buckets, report.total()));
    }

    static Map<String, Amount> named(AgingBuckets buckets, AgingRow row) {
        var named = new LinkedHashMap<String, Amount>();
        List<AgedAmount> amounts = row.buckets();
        for (int i = 0; i < amounts.size(); i++) {
            named.put(buckets.buckets().get(i).name(), amounts.get(i).amount());
        }
        return named;
    }
}

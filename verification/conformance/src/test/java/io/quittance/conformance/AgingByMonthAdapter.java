package io.quittance.conformance;

import io.quittance.ar.aging.AgingBase;
import io.quittance.ar.aging.AgingBucket;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRow;
import io.quittance.ar.aging.AgingRule;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code aging_by_month}: debts and money by the month of their date; what is below zero is money. */
final class AgingByMonthAdapter implements Adapter {
    private static final int MONTHS = 12;

    @Override
    public Object answer(JsonNode input) {
        var customer = new OneCustomer();
        for (JsonNode entry : input.get("entries")) {
            LocalDate date = Input.date(entry, "date");
            Amount amount = Input.amount(entry, "amount");
            String id = entry.get("id").asString();
            if (amount.signum() < 0) {
                customer.pay(id, date, amount.negate());
            } else {
                customer.owe(id, date, date, amount);
            }
        }
        for (JsonNode link : input.get("links")) {
            customer.settle(
                    link.get("credit").asString(),
                    link.get("debit").asString(),
                    Input.amount(link, "amount"),
                    Input.date(link, "linked_on"));
        }
        AgingBuckets months = months();
        AgingRule rule =
                AgingRule.of(months).by(AgingBase.DOCUMENT_DATE).inMonths().withOnAccountInBuckets();
        AgingRow row = AgingReport.of(customer.ledger(), AsOf.endOf(Input.date(input, "as_of")), rule)
                .total();
        return Map.of("months", AgingAdapter.named(months, row), "total", row.balance());
    }

    /** Each month by its number, back from that of the question. */
    private static AgingBuckets months() {
        List<AgingBucket> buckets = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            buckets.add(new AgingBucket(Integer.toString(i), i, i));
        }
        return AgingBuckets.completing(buckets);
    }
}

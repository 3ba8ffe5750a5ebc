package io.quittance.conformance;

import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.LockUp;
import io.quittance.kpi.collection.SalesPeriod;
import tools.jackson.databind.JsonNode;

/** {@code unbilled_days}: what is not invoiced yet over revenue, in days. */
final class UnbilledDaysAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        return Values.of(
                "unbilled_days",
                LockUp.unbilledDays()
                        .compute(CollectionFigures.builder()
                                .unbilled(Input.amount(input, "unbilled"))
                                .sales(SalesPeriod.of(Input.decimal(input, "days"), Input.amount(input, "revenue")))
                                .build()));
    }
}

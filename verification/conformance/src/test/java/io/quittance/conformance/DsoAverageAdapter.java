package io.quittance.conformance;

import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.SalesPeriod;
import tools.jackson.databind.JsonNode;

/** {@code dso_average_balance}: the mean of opening and closing receivables over credit sales, in days. */
final class DsoAverageAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        return Values.of(
                "dso",
                DaysSalesOutstanding.average()
                        .compute(CollectionFigures.builder()
                                .openingReceivables(Input.amount(input, "opening_receivables"))
                                .closingReceivables(Input.amount(input, "closing_receivables"))
                                .sales(SalesPeriod.of(
                                        Input.decimal(input, "days"), Input.amount(input, "credit_sales")))
                                .build()));
    }
}

package io.quittance.conformance;

import io.quittance.kpi.collection.AverageCollectionPeriod;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.ReceivablesTurnover;
import io.quittance.kpi.collection.SalesPeriod;
import tools.jackson.databind.JsonNode;

/** {@code ar_turnover}: turnover and collection period of an average balance, which is given as both. */
final class TurnoverAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        CollectionFigures figures = CollectionFigures.builder()
                .openingReceivables(Input.amount(input, "average_receivables"))
                .closingReceivables(Input.amount(input, "average_receivables"))
                .sales(SalesPeriod.of(Input.decimal(input, "days"), Input.amount(input, "credit_sales")))
                .build();
        return Values.of(
                "turnover",
                ReceivablesTurnover.ofPeriod().compute(figures),
                "average_collection_days",
                new AverageCollectionPeriod().compute(figures));
    }
}

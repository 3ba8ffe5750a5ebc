package io.quittance.conformance;

import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.SalesPeriod;
import tools.jackson.databind.JsonNode;

/** {@code cei}: collection effectiveness, with the sales of the period or a part of them. */
final class CollectionEffectivenessAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        return Values.of(
                "cei",
                CollectionEffectiveness.ofAverageSales(Input.integer(input, "sales_divisor"))
                        .compute(CollectionFigures.builder()
                                .openingReceivables(Input.amount(input, "opening_receivables"))
                                .closingReceivables(Input.amount(input, "closing_total"))
                                .current(Input.amount(input, "closing_current"), Input.amount(input, "closing_total"))
                                .sales(SalesPeriod.of(1, Input.amount(input, "credit_sales")))
                                .build()));
    }
}

package io.quittance.conformance;

import io.quittance.kpi.collection.AverageDaysDelinquent;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.SalesPeriod;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code best_possible_dso_add}: what the terms explain of days sales outstanding, and what is beyond. */
final class BestPossibleDsoAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        CollectionFigures figures = CollectionFigures.builder()
                .closingReceivables(Input.amount(input, "receivables"))
                .current(Input.amount(input, "current_receivables"), Input.amount(input, "receivables"))
                .sales(SalesPeriod.of(Input.decimal(input, "days"), Input.amount(input, "credit_sales")))
                .build();
        Map<String, @Nullable BigDecimal> answer = Values.of(
                "dso",
                DaysSalesOutstanding.simple().compute(figures),
                "best_possible_dso",
                DaysSalesOutstanding.bestPossible().compute(figures));
        answer.put("average_days_delinquent", Values.of(new AverageDaysDelinquent().compute(figures)));
        return answer;
    }
}

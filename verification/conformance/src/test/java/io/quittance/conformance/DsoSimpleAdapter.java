package io.quittance.conformance;

import io.quittance.core.money.Rounding;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.SalesPeriod;
import java.math.BigDecimal;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code dso_simple}: closing receivables over credit sales, in days. */
final class DsoSimpleAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        KpiResult dso = DaysSalesOutstanding.simple()
                .compute(CollectionFigures.builder()
                        .closingReceivables(Input.amount(input, "receivables"))
                        .sales(SalesPeriod.of(Input.decimal(input, "days"), Input.amount(input, "credit_sales")))
                        .build());
        var answer = new HashMap<String, @Nullable BigDecimal>();
        answer.put("dso", dso.rounded(Rounding.halfUp(6)).orElse(null));
        return answer;
    }
}

package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DaysSalesOutstanding.ZeroSales;
import io.quittance.kpi.collection.SalesPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code dso_countback_months}: receivables that use up sales, in months, and over the sales of a year. */
final class CountbackMonthsAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        KpiResult months =
                DaysSalesOutstanding.countbackInMonths(ZeroSales.COUNT).compute(CountbackAdapter.figures(input));
        var annualised = new ArrayList<@Nullable BigDecimal>();
        for (JsonNode annualSales : input.get("annual_sales_alternatives")) {
            annualised.add(Values.of(DaysSalesOutstanding.monthsOfYear()
                    .compute(CollectionFigures.builder()
                            .closingReceivables(Input.amount(input, "receivables"))
                            .sales(SalesPeriod.of(365, Amount.of(Input.decimal(annualSales), Input.CURRENCY)))
                            .build())));
        }
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("months", Values.of(months));
        answer.put("annualised_months", annualised);
        return answer;
    }
}

package io.quittance.conformance;

import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.SalesPeriod;
import java.util.ArrayDeque;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code dso_countback}: receivables that use up sales, in days; a period without sales counts. */
final class CountbackAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        KpiResult dso = DaysSalesOutstanding.countback().compute(figures(input));
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("dso", Values.of(dso));
        answer.put("history_exhausted", dso.basis().notes().contains("HISTORY_EXHAUSTED"));
        return answer;
    }

    /** The receivables and sales of a case, which has the newest period first. */
    static CollectionFigures figures(JsonNode input) {
        CollectionFigures.Builder figures =
                CollectionFigures.builder().closingReceivables(Input.amount(input, "receivables"));
        var newestLast = new ArrayDeque<SalesPeriod>();
        for (JsonNode period : input.get("periods_newest_first")) {
            newestLast.addFirst(SalesPeriod.of(Input.decimal(period, "days"), Input.amount(period, "sales")));
        }
        newestLast.forEach(figures::sales);
        return figures.build();
    }
}

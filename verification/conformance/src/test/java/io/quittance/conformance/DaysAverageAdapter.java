package io.quittance.conformance;

import io.quittance.core.money.Rounding;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.collection.DaysToPay;
import io.quittance.kpi.collection.PaidInvoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code days_average}: the mean of days, simple and weighted by amount. */
final class DaysAverageAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        var invoices = new ArrayList<PaidInvoice>();
        for (JsonNode item : input.get("items")) {
            invoices.add(PaidDays.invoice(invoices.size(), Input.decimal(item, "amount"), Input.integer(item, "days")));
        }
        EventFigures<PaidInvoice> figures = PaidDays.figures(invoices);
        var answer = new HashMap<String, @Nullable BigDecimal>();
        answer.put(
                "simple",
                DaysToPay.average().compute(figures).rounded(Rounding.halfUp(6)).orElse(null));
        answer.put(
                "weighted",
                DaysToPay.weighted()
                        .compute(figures)
                        .rounded(Rounding.halfUp(6))
                        .orElse(null));
        return answer;
    }
}

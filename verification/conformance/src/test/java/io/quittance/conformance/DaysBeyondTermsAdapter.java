package io.quittance.conformance;

import io.quittance.core.money.Rounding;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.DaysBeyondTerms;
import io.quittance.kpi.collection.PaidInvoice;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code days_beyond_terms}: days of each invoice after its due date, and their mean, simple and weighted by amount. */
final class DaysBeyondTermsAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        var invoices = new ArrayList<PaidInvoice>();
        for (JsonNode item : input.get("items")) {
            invoices.add(PaidDays.invoice(
                    invoices.size(), Input.decimal(item, "amount"), Input.date(item, "due"), Input.date(item, "paid")));
        }
        boolean clamped = input.get("early_counts_as").asString().equals("zero");
        var figures = PaidDays.figures(invoices);
        KpiResult simple = (clamped ? DaysBeyondTerms.clamped() : DaysBeyondTerms.signed()).compute(figures);
        KpiResult weighted =
                (clamped ? DaysBeyondTerms.clampedWeighted() : DaysBeyondTerms.signedWeighted()).compute(figures);
        var answer = new HashMap<String, @Nullable Object>();
        answer.put(
                "days",
                simple.basis().items().stream()
                        .map(item -> item.numerator().round(Rounding.halfUp(0)))
                        .toList());
        answer.put("simple", simple.rounded(Rounding.halfUp(6)).orElse(null));
        answer.put("weighted", weighted.rounded(Rounding.halfUp(6)).orElse(null));
        return answer;
    }
}

package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.ConsolidatedFigures;
import io.quittance.kpi.collection.ConsolidatedFigures.Translated;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code dso_multi_currency}: days sales outstanding of all currencies together, and of each. */
final class ConsolidatedDsoAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        var figures = new ConsolidatedFigures(
                input.get("functional").asString(),
                Fraction.of(Input.decimal(input, "days")),
                translated(input.get("closing_receivables"), "closing_rate"),
                translated(input.get("sales"), "average_rate"));
        KpiResult dso = DaysSalesOutstanding.simple().compute(figures.consolidated());
        var each = new HashMap<String, @Nullable BigDecimal>();
        for (Translated sold : figures.sales()) {
            CurrencyUnit unit = sold.amount().getCurrency();
            each.put(
                    unit.getCurrencyCode(),
                    Values.of(DaysSalesOutstanding.simple().compute(figures.in(unit))));
        }
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("receivables", dso.basis().numerator().map(Values::of).orElse(null));
        answer.put("sales", dso.basis().denominator().map(Values::of).orElse(null));
        answer.put("dso", Values.of(dso));
        answer.put("dso_per_currency", each);
        return answer;
    }

    private static List<Translated> translated(JsonNode amounts, String rate) {
        return amounts.valueStream()
                .map(each -> Translated.of(
                        Amount.of(
                                Input.decimal(each, "amount"),
                                Monetary.getCurrency(each.get("currency").asString())),
                        Input.decimal(each, rate)))
                .toList();
    }
}

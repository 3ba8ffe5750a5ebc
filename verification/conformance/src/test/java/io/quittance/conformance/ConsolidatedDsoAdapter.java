package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.ConsolidatedFigures;
import io.quittance.kpi.collection.ConsolidatedFigures.Book;
import io.quittance.kpi.collection.ConsolidatedFigures.Rates;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.SalesPeriod;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code dso_multi_currency}: days sales outstanding of all currencies together, and of each. */
final class ConsolidatedDsoAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        List<Book> books = currencies(input).map(code -> book(input, code)).toList();
        var figures = new ConsolidatedFigures(input.get("functional").asString(), books);
        KpiResult dso = DaysSalesOutstanding.simple().compute(figures.consolidated());
        var each = new HashMap<String, @Nullable BigDecimal>();
        currencies(input)
                .forEach(code -> each.put(
                        code,
                        Values.of(DaysSalesOutstanding.simple().compute(figures.in(Currencies.of(code, "currency"))))));
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("receivables", dso.basis().numerator().map(Values::of).orElse(null));
        answer.put("sales", dso.basis().denominator().map(Values::of).orElse(null));
        answer.put("dso", Values.of(dso));
        answer.put("dso_per_currency", each);
        return answer;
    }

    private static Stream<String> currencies(JsonNode input) {
        return Stream.of("closing_receivables", "sales")
                .flatMap(list -> input.get(list).valueStream())
                .map(each -> each.get("currency").asString())
                .distinct();
    }

    private static Book book(JsonNode input, String code) {
        CurrencyUnit unit = Currencies.of(code, "currency");
        CollectionFigures figures = CollectionFigures.builder()
                .closingReceivables(Amount.of(decimal(input, "closing_receivables", code, "amount"), unit))
                .sales(SalesPeriod.of(
                        Input.decimal(input, "days"), Amount.of(decimal(input, "sales", code, "amount"), unit)))
                .build();
        return new Book(
                figures,
                new Rates(
                        List.of(decimal(input, "closing_receivables", code, "closing_rate")),
                        List.of(decimal(input, "sales", code, "average_rate"))));
    }

    private static BigDecimal decimal(JsonNode input, String list, String code, String name) {
        return input.get(list)
                .valueStream()
                .filter(each -> each.get("currency").asString().equals(code))
                .map(each -> Input.decimal(each, name))
                .findFirst()
                .orElseThrow();
    }
}

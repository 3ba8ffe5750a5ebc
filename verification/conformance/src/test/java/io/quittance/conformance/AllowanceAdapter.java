package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.kpi.collection.AllowanceFigures;
import io.quittance.kpi.collection.BadDebtExpense;
import io.quittance.kpi.collection.ClosingAllowance;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code allowance_rollforward}: bad-debt expense by what the allowance has to be, and by a percentage of sales. */
final class AllowanceAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Amount recoveries = Amount.of(Input.decimal(input, "recoveries", "0"), Input.CURRENCY);
        AllowanceFigures figures = AllowanceFigures.of(
                        Input.amount(input, "opening"), Input.amount(input, "write_offs"), recoveries)
                .withRequired(Input.amount(input, "required_closing"))
                .withSales(Input.amount(input, "sales"), Input.decimal(input, "pct_of_sales"));
        Map<String, @Nullable BigDecimal> answer = Values.of(
                "expense_aging",
                BadDebtExpense.byRequiredAllowance().compute(figures),
                "expense_pct_of_sales",
                BadDebtExpense.byShareOfSales().compute(figures));
        answer.put(
                "closing_pct_of_sales",
                Values.of(ClosingAllowance.byShareOfSales().compute(figures)));
        return answer;
    }
}

package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.BadDebtRatio;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.SalesPeriod;
import io.quittance.kpi.collection.UnappliedCash;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** {@code ratio_pct}: a part of a whole in percent: by the KPI of the case where it takes plain sums, else by the quotient of all KPIs. */
final class RatioAdapter implements Adapter {

    private static final Map<String, BiFunction<Amount, Amount, KpiResult>> BY_SUMS = Map.of(
            "overdue_pct_amount",
            (part, whole) -> OverdueShare.byAmount()
                    .compute(CollectionFigures.builder().overdue(part, whole).build()),
            "collection_rate_gross",
            (part, whole) -> CollectionRate.gross()
                    .compute(CollectionFigures.builder()
                            .collected(part)
                            .billed(whole)
                            .build()),
            "bad_debt_to_sales",
            (part, whole) -> BadDebtRatio.byExpense()
                    .compute(CollectionFigures.builder()
                            .badDebtExpense(part)
                            .sales(SalesPeriod.of(1, whole))
                            .build()),
            "unapplied_cash_pct",
            (part, whole) -> UnappliedCash.ofReceivables()
                    .compute(CollectionFigures.builder()
                            .unappliedCash(part, whole)
                            .build()));

    @Override
    public Object answer(JsonNode input) {
        KpiResult result = BY_SUMS.getOrDefault(input.get("kpi").asString(), RatioAdapter::quotient)
                .apply(Input.amount(input, "numerator"), Input.amount(input, "denominator"));
        return Values.of("pct", result);
    }

    private static KpiResult quotient(Amount part, Amount whole) {
        KpiDefinition share =
                KpiDefinition.of("share", "Share", KpiUnit.PERCENT, Direction.INFORMATIONAL, "part / whole × 100");
        return KpiBasis.of(share)
                .quotient(part.toFraction(), whole.toFraction(), Fraction.of(100), "NO_WHOLE", "there is nothing");
    }
}

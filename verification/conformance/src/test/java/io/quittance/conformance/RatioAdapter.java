package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.billing.BillingFigures;
import io.quittance.kpi.cash.CollectionProgress;
import io.quittance.kpi.cash.CollectionWork;
import io.quittance.kpi.collection.BadDebtRatio;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.SalesPeriod;
import io.quittance.kpi.collection.UnappliedCash;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** {@code ratio_pct}: a part of a whole in percent, each by the KPI that the case names: from sums where the KPI takes them, else from events that come to them. */
final class RatioAdapter implements Adapter {

    private static final Map<String, BiFunction<Amount, Amount, KpiResult>> BY_KPI = Map.ofEntries(
            Map.entry(
                    "overdue_pct_amount",
                    (part, whole) -> OverdueShare.byAmount()
                            .compute(CollectionFigures.builder()
                                    .overdue(part, whole)
                                    .build())),
            Map.entry(
                    "collection_rate_gross",
                    (part, whole) -> CollectionRate.gross()
                            .compute(CollectionFigures.builder()
                                    .collected(part)
                                    .billed(whole)
                                    .build())),
            Map.entry(
                    "bad_debt_to_sales",
                    (part, whole) -> BadDebtRatio.byExpense()
                            .compute(CollectionFigures.builder()
                                    .badDebtExpense(part)
                                    .sales(SalesPeriod.of(1, whole))
                                    .build())),
            Map.entry(
                    "unapplied_cash_pct",
                    (part, whole) -> UnappliedCash.ofReceivables()
                            .compute(CollectionFigures.builder()
                                    .unappliedCash(part, whole)
                                    .build())),
            Map.entry(
                    "billing_accuracy",
                    (right, all) -> new BillingAccuracy()
                            .compute(BillingFigures.empty().withChecked(count(all) - count(right), count(all)))),
            Map.entry(
                    "collection_progress",
                    (promised, toCollect) -> new CollectionProgress()
                            .compute(new CollectionWork(List.of(CollectionWork.Line.of("all", toCollect, promised))))),
            Map.entry(
                    "auto_match_rate", (automatic, all) -> RatioEvents.automaticMatches(count(automatic), count(all))),
            Map.entry(
                    "reconciliation_error_rate",
                    (wrong, all) -> RatioEvents.wrongApplications(count(wrong), count(all))),
            Map.entry("credit_note_rate_amount", RatioEvents::credited),
            Map.entry("dunning_recovery_amount", RatioEvents::recovered),
            Map.entry("csat", (content, all) -> RatioEvents.satisfied(count(content), count(all))),
            Map.entry("roll_rate", RatioEvents::rolled),
            Map.entry("system_uptime", RatioEvents::up));

    @Override
    public Object answer(JsonNode input) {
        Amount part = Input.amount(input, "numerator");
        Amount whole = Input.amount(input, "denominator");
        String kpi = input.get("kpi").asString();
        BiFunction<Amount, Amount, KpiResult> compute = BY_KPI.get(kpi);
        if (compute == null) {
            throw new IllegalArgumentException("no KPI for " + kpi);
        }
        return Values.of("pct", compute.apply(part, whole));
    }

    private static int count(Amount amount) {
        return amount.getNumber().intValueExact();
    }
}

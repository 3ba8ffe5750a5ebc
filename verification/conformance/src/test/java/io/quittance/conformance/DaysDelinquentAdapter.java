package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.AverageDaysDelinquent;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import tools.jackson.databind.JsonNode;

/** {@code add_from_dso}: average days delinquent from two results that are known. */
final class DaysDelinquentAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        return Values.of(
                "average_days_delinquent",
                AverageDaysDelinquent.between(
                        known(DaysSalesOutstanding.simple(), input, "dso"),
                        known(DaysSalesOutstanding.bestPossible(), input, "best_possible_dso")));
    }

    private static KpiResult known(DaysSalesOutstanding kpi, JsonNode input, String field) {
        return KpiBasis.of(kpi.definition()).measured(Fraction.of(Input.decimal(input, field)));
    }
}

package io.quittance.conformance;

import io.quittance.ar.plan.EqualParts;
import io.quittance.ar.plan.InstalmentPlan;
import io.quittance.core.schedule.Schedule;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code flat_plan}: monthly instalments with flat interest, half even. */
final class FlatPlanAdapter implements Adapter {
    private static final Schedule MONTHLY = Schedule.every(Period.ofMonths(1), LocalDate.EPOCH);

    @Override
    public Object answer(JsonNode input) {
        return Map.of(
                "installments",
                InstalmentPlan.flat(
                                Input.amount(input, "principal"),
                                Input.decimal(input, "annual_rate_pct"),
                                Input.integer(input, "months"),
                                MONTHLY,
                                new EqualParts(Input.decimal(input, "installment_unit"), RoundingMode.HALF_EVEN),
                                EqualParts.of("0.01", RoundingMode.HALF_EVEN))
                        .instalments()
                        .stream()
                        .map(PlanFields::instalment)
                        .toList());
    }
}

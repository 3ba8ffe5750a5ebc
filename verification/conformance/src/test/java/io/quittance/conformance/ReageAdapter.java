package io.quittance.conformance;

import io.quittance.ar.plan.InstalmentPlan;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code reage}: what is overdue, in new instalments. */
final class ReageAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        return Map.of(
                "installments",
                InstalmentPlan.equal(
                                Input.amount(input, "overdue_principal"),
                                Input.integer(input, "installments"),
                                PlanFields.dues(input),
                                PlanFields.parts(input))
                        .instalments()
                        .stream()
                        .map(PlanFields::instalment)
                        .toList());
    }
}

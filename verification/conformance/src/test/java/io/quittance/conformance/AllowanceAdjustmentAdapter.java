package io.quittance.conformance;

import io.quittance.ar.risk.AllowanceAdjustment;
import io.quittance.ar.risk.ProvisionMatrix;
import io.quittance.ar.risk.ProvisionRate;
import io.quittance.core.money.Rounding;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code allowance_adjustment}: from the allowance that there is to the one that is needed. */
final class AllowanceAdjustmentAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        var rate = ProvisionRate.percent("all", Input.decimal(input, "rate_pct"));
        AllowanceAdjustment adjustment = new ProvisionMatrix(List.of(rate), Rounding.halfUp(2))
                .provide(List.of(Input.amount(input, "balance")))
                .adjust(Input.amount(input, "existing_allowance"));
        return Map.of("required", adjustment.required(), "expense", adjustment.expense());
    }
}

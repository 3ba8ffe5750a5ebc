package io.quittance.conformance;

import io.quittance.ar.dunning.OverdueStatus;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code overdue_classification}: open or unpaid, by a margin. */
final class OverdueClassificationAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        OverdueStatus status =
                OverdueStatus.of(Input.integer(input, "days_past_due"), Input.integer(input, "margin_days"));
        return Map.of("status", status.name().toLowerCase(Locale.ROOT));
    }
}

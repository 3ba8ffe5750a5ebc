package io.quittance.conformance;

import io.quittance.ar.dunning.Delinquency;
import io.quittance.core.schedule.ServicePeriod;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code delinquent_days}: how late something is, without grace and pauses. */
final class DelinquentDaysAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        List<ServicePeriod> pauses =
                input.get("pauses").valueStream().map(Input::days).toList();
        var delinquency = new Delinquency(
                Input.date(input, "oldest_due"),
                Input.date(input, "as_of"),
                Input.integer(input, "grace_days"),
                pauses);
        return Map.of(
                "past_due_days", delinquency.pastDueDays(),
                "delinquent_days", delinquency.delinquentDays());
    }
}

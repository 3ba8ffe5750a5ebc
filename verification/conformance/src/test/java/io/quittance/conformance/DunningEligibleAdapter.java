package io.quittance.conformance;

import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.Delinquency;
import io.quittance.ar.dunning.DunningCheck;
import io.quittance.ar.dunning.DunningLevel;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code dunning_eligible}: whether the dates allow a level; without a distance, one day after the last is enough. */
final class DunningEligibleAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        DunningLevel level = DunningLevel.of(
                "level",
                Input.integer(input, "days_after_due"),
                input.path("min_days_between").asInt(1),
                ContactKind.LETTER);
        var check = new DunningCheck(
                Delinquency.of(Input.date(input, "due"), Input.date(input, "dunning_date")),
                date(input, "grace_date"),
                date(input, "last_dunned"));
        return Map.of("eligible", check.hold(level).isEmpty());
    }

    private static @Nullable LocalDate date(JsonNode input, String field) {
        return input.hasNonNull(field) ? Input.date(input, field) : null;
    }
}

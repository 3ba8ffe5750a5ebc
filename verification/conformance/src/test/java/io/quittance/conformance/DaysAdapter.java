package io.quittance.conformance;

import io.quittance.core.schedule.LocalDays;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code day_count} and {@code local_date}: dates of instants by the rules of a zone. */
final class DaysAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        ZoneId zone = ZoneId.of(input.get("timezone").asString());
        if (input.has("instant")) {
            return Map.of("localDate", LocalDays.dateOf(instant(input, "instant"), zone));
        }
        Instant start = instant(input, "start");
        Instant end = instant(input, "end");
        return Map.of(
                "days",
                switch (input.get("rule").asString()) {
                    case "civil_date_difference" -> LocalDays.between(start, end, zone);
                    case "started_local_days" -> LocalDays.started(start, end, zone);
                    default -> throw new IllegalArgumentException("unknown rule " + input.get("rule"));
                });
    }

    private static Instant instant(JsonNode input, String field) {
        return Instant.parse(input.get(field).asString());
    }
}

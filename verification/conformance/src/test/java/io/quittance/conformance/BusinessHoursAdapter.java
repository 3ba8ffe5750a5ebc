package io.quittance.conformance;

import io.quittance.core.money.Rounding;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.OpeningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import tools.jackson.databind.JsonNode;

/** {@code business_hours}: the hours of business between two local times, and whether they keep a limit. */
final class BusinessHoursAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        BusinessHours hours = hours(input);
        Instant start = instant(input, "start");
        Instant end = instant(input, "end");
        var answer = new HashMap<String, Object>();
        answer.put("business_hours", hours.elapsed(start, end).round(Rounding.halfUp(6)));
        if (input.hasNonNull("sla_hours")) {
            answer.put("within_sla", hours.isWithin(Input.decimal(input, "sla_hours"), start, end));
        }
        return answer;
    }

    private static BusinessHours hours(JsonNode input) {
        OpeningHours daily =
                OpeningHours.of(input.get("open").asString(), input.get("close").asString());
        BusinessHours week = switch (input.get("working_days").asString()) {
            case "Mon-Fri" -> BusinessHours.weekdays(ZoneOffset.UTC, daily);
            default -> throw new IllegalArgumentException("unknown days " + input.get("working_days"));
        };
        return week.closedOn(input.get("holidays")
                .valueStream()
                .map(day -> LocalDate.parse(day.asString()))
                .toList());
    }

    private static Instant instant(JsonNode input, String field) {
        return LocalDateTime.parse(input.get(field).asString()).toInstant(ZoneOffset.UTC);
    }
}

package io.quittance.conformance;

import io.quittance.kpi.time.CalendarDays;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code calendar_days}: the days from one date to another. */
final class CalendarDaysAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        return Map.of("days", CalendarDays.between(Input.date(input, "from"), Input.date(input, "to")));
    }
}

package io.quittance.conformance;

import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code timezone_period} and {@code billing_day}: what is billed at an instant, by the local date of the zone. */
final class TimezonePeriodAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        ZoneHistory zone = ZoneHistory.of(input.get("timezone").asString());
        Schedule schedule = input.get("alignment").asString().equals("calendar")
                ? Schedule.calendar(Input.period(input.get("interval")))
                : Schedule.every(Input.period(input.get("interval")), Input.date(input, "anchor"));
        if (input.has("runInstants")) {
            return Map.of(
                    "isBillingDay",
                    input.get("runInstants")
                            .valueStream()
                            .map(run -> schedule.isBoundary(day(run, zone)))
                            .toList());
        }
        LocalDate day = day(input.get("runInstant"), zone);
        ServicePeriod period =
                input.get("timing").asString().equals("arrears") ? schedule.lastEndedBy(day) : schedule.periodOf(day);
        return Map.of("start", zone.startOf(period.start()), "end", zone.startOf(period.end()));
    }

    private static LocalDate day(JsonNode instant, ZoneHistory zone) {
        return zone.dayOf(Instant.parse(instant.asString()));
    }
}

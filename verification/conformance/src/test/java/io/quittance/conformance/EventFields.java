package io.quittance.conformance;

import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.usage.UsageEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Quantities that cases list in time order, as events. */
final class EventFields {
    /** The time of the first event. */
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private EventFields() {}

    static List<UsageEvent> events(JsonNode quantities, Duration step) {
        var events = new ArrayList<UsageEvent>();
        Instant time = START;
        for (JsonNode quantity : quantities) {
            events.add(UsageEvent.of(
                    "e-" + events.size(), CustomerId.of("C"), MeterId.of("M"), Input.decimal(quantity), time));
            time = time.plus(step);
        }
        return events;
    }
}

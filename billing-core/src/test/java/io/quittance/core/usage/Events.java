package io.quittance.core.usage;

import io.quittance.core.schedule.ServicePeriod;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Events and windows in a few letters. */
final class Events {
    private Events() {}

    static UsageWindow window(String start, String end, String zone) {
        return new UsageWindow(ServicePeriod.of(start, end), ZoneId.of(zone));
    }

    static UsageEvent event(String key, String quantity, String time) {
        return UsageEvent.of(key, "ACME", "seats", quantity, time);
    }

    /** One event per quantity, a minute apart from noon on 15 June 2026 in UTC. */
    static List<UsageEvent> of(String... quantities) {
        return IntStream.range(0, quantities.length)
                .mapToObj(i -> event("e-" + i, quantities[i], String.format(Locale.ROOT, "2026-06-15T12:%02d:00Z", i)))
                .toList();
    }

    /** The events of a text such as {@code 2 3 -1}; none of an empty one. */
    static List<UsageEvent> parsed(String quantities) {
        return of(Arrays.stream(quantities.split(" "))
                .filter(quantity -> !quantity.isEmpty())
                .toArray(String[]::new));
    }
}

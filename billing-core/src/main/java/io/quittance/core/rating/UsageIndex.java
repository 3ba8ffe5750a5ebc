package io.quittance.core.rating;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The usage of a request, checked, and by meter in the order of time. */
final class UsageIndex {
    private final Map<MeterId, List<UsageEvent>> byMeter;

    private UsageIndex(Map<MeterId, List<UsageEvent>> byMeter) {
        this.byMeter = byMeter;
    }

    /** @throws io.quittance.core.error.InvalidArgumentException if an event belongs elsewhere or a key occurs twice */
    static UsageIndex of(RatingRequest request) {
        Map<MeterId, List<Meter>> meters = new HashMap<>();
        for (TermsVersion version : request.versions()) {
            for (Charge charge : version.terms().charges()) {
                if (request.isCharged(version, charge.id())) {
                    charge.meters().forEach(meter -> add(meter, meters));
                }
            }
        }
        UsageWindow window = request.window();
        Instant start = window.start();
        Instant end = window.end();
        var keys = new HashSet<String>();
        Map<MeterId, List<UsageEvent>> byMeter = new HashMap<>();
        for (int i = 0; i < request.usage().size(); i++) {
            UsageEvent event = request.usage().get(i);
            check(event, "usage[" + i + "].", request);
            Require.that(
                    !event.time().isBefore(start) && event.time().isBefore(end),
                    "usage.period",
                    "usage[" + i + "].time",
                    "must lie within " + window.period() + " in " + window.zones(),
                    event.time());
            Require.that(
                    meters.getOrDefault(event.meter(), List.of()).stream().anyMatch(meter -> meter.counts(event)),
                    "usage.meter",
                    "usage[" + i + "].meter",
                    "must be charged by the contract",
                    event.dimensions().isEmpty() ? event.meter() : event.meter() + " " + event.dimensions());
            Require.that(
                    keys.add(event.key()), "usage.duplicate", "usage[" + i + "].key", "must be unique", event.key());
            byMeter.computeIfAbsent(event.meter(), id -> new ArrayList<>()).add(event);
        }
        byMeter.values().forEach(events -> events.sort(UsageEvent.BY_TIME));
        return new UsageIndex(byMeter);
    }

    private static void add(Meter meter, Map<MeterId, List<Meter>> meters) {
        List<Meter> known = meters.computeIfAbsent(meter.id(), id -> new ArrayList<>());
        if (!known.contains(meter)) {
            known.add(meter);
        }
    }

    private static void check(UsageEvent event, String at, RatingRequest request) {
        Require.that(
                event.customer().equals(request.contract().customer()),
                "usage.customer",
                at + "customer",
                "must be " + request.contract().customer(),
                event.customer());
    }

    /** The events that a meter counts, by time. */
    List<UsageEvent> counted(Meter meter) {
        List<UsageEvent> events = byMeter.getOrDefault(meter.id(), List.of());
        return meter.filter().isEmpty()
                ? events
                : events.stream().filter(meter::counts).toList();
    }

    /** Those of them from an instant up to, not including, another. */
    List<UsageEvent> counted(Meter meter, Instant from, Instant to) {
        List<UsageEvent> events = counted(meter);
        boolean all = events.isEmpty()
                || (!events.get(0).time().isBefore(from)
                        && events.get(events.size() - 1).time().isBefore(to));
        return all
                ? events
                : events.stream()
                        .filter(event ->
                                !event.time().isBefore(from) && event.time().isBefore(to))
                        .toList();
    }
}

package io.quittance.core.usage;

import io.quittance.core.id.CustomerId;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Usage in memory, by customer and time. */
final class UsageList implements UsageSource, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // tree maps that are never changed
    private final Map<CustomerId, NavigableMap<Instant, List<UsageEvent>>> byCustomer = new TreeMap<>();

    UsageList(List<UsageEvent> events) {
        int position = 0;
        for (UsageEvent event : events) {
            if (event == null) {
                throw new NullPointerException("events[" + position + "]");
            }
            byCustomer
                    .computeIfAbsent(event.customer(), customer -> new TreeMap<>())
                    .computeIfAbsent(event.time(), time -> new ArrayList<>(1))
                    .add(event);
            position++;
        }
    }

    private NavigableMap<Instant, List<UsageEvent>> of(CustomerId customer) {
        return byCustomer.getOrDefault(customer, new TreeMap<>());
    }

    @Override
    public List<UsageEvent> events(CustomerId customer, Instant from, Instant to) {
        var events = new ArrayList<UsageEvent>();
        of(customer).subMap(from, true, to, false).values().forEach(events::addAll);
        return events;
    }

    @Override
    public Collection<Instant> late(CustomerId customer) {
        return List.copyOf(of(customer).keySet());
    }
}

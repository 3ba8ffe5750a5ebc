package io.quittance.testkit.billing;

import io.quittance.core.id.CustomerId;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Usage as a host knows it at a run: what was reported by then, and as late what came or went since the run before.
 *
 * @param usage all of it
 * @param before the instant of the run before; {@link Instant#MIN} for the first
 * @param knownAt the instant of the run
 */
record ReportedSource(List<ReportedUsage> usage, Instant before, Instant knownAt) implements UsageSource {

    @Override
    public List<UsageEvent> events(CustomerId customer, Instant from, Instant to) {
        return usage.stream()
                .filter(reported -> reported.isKnown(knownAt))
                .map(ReportedUsage::event)
                .filter(event -> event.customer().equals(customer)
                        && !event.time().isBefore(from)
                        && event.time().isBefore(to))
                .toList();
    }

    @Override
    public Collection<Instant> late(CustomerId customer) {
        return usage.stream()
                .filter(reported -> reported.isChanged(before, knownAt))
                .map(ReportedUsage::event)
                .filter(event -> event.customer().equals(customer))
                .map(UsageEvent::time)
                .toList();
    }
}

package io.quittance.core.usage;

import io.quittance.core.id.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Where a bill run finds usage: the port to the host's records. A run asks for the usage of the periods that it bills or
 * corrects, and for no other.
 */
@FunctionalInterface
public interface UsageSource {

    /**
     * All usage of a customer from an instant up to, not including, another, in any order. Usage of meters that the contract does
     * not charge may be left out; what comes is reported as such.
     */
    List<UsageEvent> events(CustomerId customer, Instant from, Instant to);

    /**
     * When usage happened that was reported, or taken back, since its period was billed; in any order, one instant for a period
     * is enough. The periods are rated again, and the difference is billed. Nothing unless the source says otherwise.
     */
    default Collection<Instant> late(CustomerId customer) {
        return List.of();
    }

    /** No usage. */
    static UsageSource none() {
        return of(List.of());
    }

    /**
     * Usage in memory. A period that was billed and of which there is usage here is rated again, so that late usage is found by
     * itself; give all usage of such a period, not only what came late. Usage of periods that are done may be left out.
     */
    static UsageSource of(List<UsageEvent> events) {
        return new UsageList(events);
    }
}

package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.usage.UsageFinding.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the events that count in a period from those that do not, each once and in the order in which they happened, before
 * anything is made of them. What does not count is reported, never dropped.
 *
 * <p>{@code UsageIntake.of(window, meters).take(events)}: an event with a key that came before is a {@link
 * Code#DUPLICATE} if all else is equal as well, else a {@link Code#CONFLICT}; whichever comes first in the input stands
 * for the key, also if it does not count itself. Of two events with one key, therefore, at most one counts, in whatever
 * periods they lie.
 *
 * <p>An event of a known meter counts if one of the meters with its id {@linkplain Meter#counts counts} it: where one charge
 * asks for {@code Meter.sum("calls").where("region", "eu")} and another for {@code us}, calls of {@code asia} are {@link
 * Code#OTHER_DIMENSIONS}.
 *
 * <p>The time it takes grows with the number of events, but for putting those in order that are not; memory with the
 * number of events.
 */
public final class UsageIntake {
    private final UsageWindow window;
    private final Map<MeterId, List<Meter>> meters;
    private final @Nullable CustomerId customer;
    private final Instant start;
    private final Instant end;

    private UsageIntake(UsageWindow window, Map<MeterId, List<Meter>> meters, @Nullable CustomerId customer) {
        this.window = requireNonNull(window, "window");
        this.meters = requireNonNull(meters, "meters");
        this.customer = customer;
        start = window.start();
        end = window.end();
    }

    /**
     * Takes the events that these meters count within a window, of all customers.
     *
     * @param meters what charges ask for, such as {@code terms.meters()}; one id may occur with several filters
     */
    public static UsageIntake of(UsageWindow window, Collection<Meter> meters) {
        Map<MeterId, List<Meter>> byId = new HashMap<>();
        for (Meter meter : meters) {
            byId.computeIfAbsent(meter.id(), id -> new ArrayList<>()).add(meter);
        }
        return new UsageIntake(window, byId, null);
    }

    /** The same, of one customer only. */
    public UsageIntake forCustomer(CustomerId only) {
        return new UsageIntake(window, meters, requireNonNull(only, "only"));
    }

    /**
     * Looks at every event once.
     *
     * @param events in the order in which they arrived, which decides between events of one key and nothing else
     * @return as many accepted events and findings together as events were given
     */
    public UsageTaken take(List<UsageEvent> events) {
        var firsts = new HashMap<String, UsageEvent>();
        var accepted = new ArrayList<UsageEvent>();
        var findings = new ArrayList<UsageFinding>();
        int position = 0;
        for (UsageEvent event : events) {
            if (event == null) {
                throw new NullPointerException("events[" + position + "]");
            }
            UsageEvent first = firsts.putIfAbsent(event.key(), event);
            UsageFinding finding = first == null ? alone(position, event) : again(position, event, first);
            if (finding == null) {
                accepted.add(event);
            } else {
                findings.add(finding);
            }
            position++;
        }
        accepted.sort(UsageEvent.BY_TIME);
        return new UsageTaken(accepted, findings);
    }

    private static UsageFinding again(int position, UsageEvent event, UsageEvent first) {
        return event.equals(first)
                ? finding(position, event, Code.DUPLICATE, "reported before, with the same content")
                : finding(position, event, Code.CONFLICT, "reported before with another {0}", difference(event, first));
    }

    private static String difference(UsageEvent event, UsageEvent first) {
        var names = new ArrayList<String>();
        addUnless(event.customer().equals(first.customer()), "customer", names);
        addUnless(event.meter().equals(first.meter()), "meter", names);
        addUnless(event.quantity().compareTo(first.quantity()) == 0, "quantity", names);
        addUnless(event.time().equals(first.time()), "time", names);
        addUnless(event.dimensions().equals(first.dimensions()), "dimension", names);
        return String.join(", ", names);
    }

    private static void addUnless(boolean equal, String name, List<String> names) {
        if (!equal) {
            names.add(name);
        }
    }

    private @Nullable UsageFinding alone(int position, UsageEvent event) {
        if (customer != null && !customer.equals(event.customer())) {
            return finding(position, event, Code.OTHER_CUSTOMER, "used by {0}, not by {1}", event.customer(), customer);
        }
        List<Meter> known = meters.get(event.meter());
        if (known == null) {
            return finding(position, event, Code.UNKNOWN_METER, "no charge knows the meter {0}", event.meter());
        }
        if (known.stream().noneMatch(meter -> meter.counts(event))) {
            return finding(
                    position,
                    event,
                    Code.OTHER_DIMENSIONS,
                    "no charge counts {0} of {1}",
                    event.meter(),
                    event.dimensions());
        }
        if (event.time().isBefore(start)) {
            return finding(position, event, Code.EARLIER_PERIOD, "late: {0} is before {1}", event.time(), start);
        }
        return event.time().isBefore(end)
                ? null
                : finding(position, event, Code.LATER_PERIOD, "early: {0} is not before {1}", event.time(), end);
    }

    private static UsageFinding finding(
            int position, UsageEvent event, Code code, String pattern, Object... arguments) {
        return new UsageFinding(position, event, code, Explanation.of(code.key(), pattern, arguments));
    }
}

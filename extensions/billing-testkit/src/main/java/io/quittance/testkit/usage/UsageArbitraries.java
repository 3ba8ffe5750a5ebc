package io.quittance.testkit.usage;

import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Events that find mistakes: none, several at one instant, at the first and the last instant of a month in which clocks
 * change, with quantities of zero, equal, negative and with many decimals, and with and without the dimension {@code user}.
 */
public final class UsageArbitraries {
    /** March 2026 in Berlin, with a day of 23 hours. */
    public static final UsageWindow MARCH =
            new UsageWindow(ServicePeriod.of("2026-03-01", "2026-04-01"), ZoneId.of("Europe/Berlin"));

    private UsageArbitraries() {}

    /** Up to 12 events of one meter in the window, each key once, in any order. */
    public static Arbitrary<List<UsageEvent>> events(UsageWindow window) {
        return Combinators.combine(quantities(), times(window), users())
                .as(UsageArbitraries::event)
                .list()
                .ofMaxSize(12)
                .map(UsageArbitraries::numbered);
    }

    private static Arbitrary<BigDecimal> quantities() {
        Arbitrary<BigDecimal> few = Arbitraries.integers().between(-3, 5).map(BigDecimal::valueOf);
        Arbitrary<BigDecimal> many = Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-1_000), BigDecimal.valueOf(1_000_000))
                .ofScale(9);
        return Arbitraries.oneOf(few, many);
    }

    private static Arbitrary<Instant> times(UsageWindow window) {
        Instant last = window.end().minusNanos(1);
        Arbitrary<Instant> few = Arbitraries.of(
                window.start(), window.start().plusSeconds(1), window.end().minusSeconds(1), last);
        Arbitrary<Instant> any = Arbitraries.longs()
                .between(0, Duration.between(window.start(), window.end()).toSeconds() - 1)
                .map(window.start()::plusSeconds);
        return Arbitraries.frequencyOf(Tuple.of(1, few), Tuple.of(2, any));
    }

    private static Arbitrary<String> users() {
        return Arbitraries.of("ann", "bob", "eve", "");
    }

    private static UsageEvent event(BigDecimal quantity, Instant time, String user) {
        UsageEvent event = UsageEvent.of("e", CustomerId.of("C-1"), MeterId.of("M-1"), quantity, time);
        return user.isEmpty() ? event : event.with("user", user);
    }

    private static List<UsageEvent> numbered(List<UsageEvent> events) {
        var numbered = new ArrayList<UsageEvent>();
        for (UsageEvent event : events) {
            UsageEvent copy = UsageEvent.of(
                    "e-" + numbered.size(), event.customer(), event.meter(), event.quantity(), event.time());
            numbered.add(
                    event.dimension("user").map(user -> copy.with("user", user)).orElse(copy));
        }
        return List.copyOf(numbered);
    }
}

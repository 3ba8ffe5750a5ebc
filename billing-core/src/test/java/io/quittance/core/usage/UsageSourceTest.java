package io.quittance.core.usage;

import static io.quittance.core.usage.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.id.CustomerId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageSourceTest {
    private static final CustomerId ACME = CustomerId.of("ACME");
    private static final CustomerId NOBODY = CustomerId.of("nobody");
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-06-15T13:00:00Z");

    private static final UsageEvent LATER = event("b", "2", "2026-06-15T13:00:00Z");
    private static final UsageEvent FIRST = event("c", "1", "2026-06-15T12:00:00Z");
    private static final UsageEvent ALSO_FIRST = event("a", "3", "2026-06-15T12:00:00Z");
    private static final UsageEvent OF_ANOTHER = UsageEvent.of("d", "BETA", "seats", "4", "2026-06-15T12:30:00Z");
    private static final UsageSource USAGE = UsageSource.of(List.of(LATER, FIRST, OF_ANOTHER, ALSO_FIRST));

    @Test
    void usageInMemoryIsThatOfACustomerUpToAnInstantAndNotAtIt() {
        assertThat(USAGE.events(ACME, NOON, ONE)).containsExactlyInAnyOrder(FIRST, ALSO_FIRST);
        assertThat(USAGE.events(ACME, NOON, ONE.plusNanos(1))).containsExactlyInAnyOrder(FIRST, ALSO_FIRST, LATER);
        assertThat(USAGE.events(ACME, NOON.plusNanos(1), ONE.plusNanos(1))).containsExactly(LATER);
        assertThat(USAGE.events(CustomerId.of("BETA"), NOON, ONE)).containsExactly(OF_ANOTHER);
        assertThat(USAGE.events(NOBODY, NOON, ONE)).isEmpty();
    }

    /** All of it may be late: a period that is billed and has usage is rated again. */
    @Test
    void usageInMemoryIsLateWheneverItHappened() {
        assertThat(USAGE.late(ACME)).containsExactlyInAnyOrder(NOON, ONE);
        assertThat(USAGE.late(NOBODY)).isEmpty();
    }

    @Test
    void aSourceKnowsOfNothingLateUnlessItSaysSo() {
        UsageSource source = (customer, from, to) -> List.of(FIRST);
        assertThat(source.late(ACME)).isEmpty();
        assertThat(UsageSource.none().events(ACME, Instant.MIN, Instant.MAX)).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without a null checker may do
    void anEventThatIsMissingIsNamedByItsPlace() {
        List<UsageEvent> events = Arrays.asList(FIRST, null);
        assertThatNullPointerException()
                .isThrownBy(() -> UsageSource.of(events))
                .withMessage("events[1]");
    }
}

package io.quittance.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.usage.UsageFinding.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UsageIntakeTest {
    private static final UsageWindow JUNE = Events.window("2026-06-01", "2026-07-01", "Europe/Berlin");
    private static final UsageIntake INTAKE = UsageIntake.of(JUNE, List.of(Meter.sum("calls"), Meter.sum("gb")));

    @Test
    void acceptsInTheOrderOfTimeAndReportsTheRestByPosition() {
        UsageEvent second = event("b", "ACME", "calls", "2", "2026-06-02T00:00:00Z");
        UsageEvent first = event("c", "ACME", "gb", "1.50", "2026-06-01T00:00:00Z");
        UsageEvent sameTime = event("a", "ACME", "calls", "1", "2026-06-02T00:00:00Z");
        UsageTaken taken = INTAKE.forCustomer(CustomerId.of("ACME"))
                .take(List.of(
                        second,
                        first,
                        event("b", "ACME", "calls", "2.0", "2026-06-02T00:00:00Z"),
                        event("c", "ACME", "gb", "2", "2026-06-03T00:00:00Z"),
                        event("x", "OTHER", "calls", "1", "2026-06-02T00:00:00Z"),
                        event("y", "ACME", "mails", "1", "2026-06-02T00:00:00Z"),
                        event("late", "ACME", "calls", "1", "2026-05-31T21:59:59Z"),
                        event("early", "ACME", "calls", "1", "2026-06-30T22:00:00Z"),
                        sameTime));
        assertThat(taken.accepted()).containsExactly(first, sameTime, second);
        assertThat(taken.findings())
                .extracting(UsageFinding::code)
                .containsExactly(
                        Code.DUPLICATE,
                        Code.CONFLICT,
                        Code.OTHER_CUSTOMER,
                        Code.UNKNOWN_METER,
                        Code.EARLIER_PERIOD,
                        Code.LATER_PERIOD);
        assertThat(taken.findings())
                .extracting(UsageFinding::toString)
                .containsExactly(
                        "[2] b: reported before, with the same content",
                        "[3] c: reported before with another quantity, time",
                        "[4] x: used by OTHER, not by ACME",
                        "[5] y: no charge knows the meter mails",
                        "[6] late: late: 2026-05-31T21:59:59Z is before 2026-05-31T22:00:00Z",
                        "[7] early: early: 2026-06-30T22:00:00Z is not before 2026-06-30T22:00:00Z");
    }

    @Test
    void acceptsAllCustomersWhereNoneIsNamed() {
        assertThat(INTAKE.take(List.of(event("x", "OTHER", "calls", "1", "2026-06-02T00:00:00Z")))
                        .accepted())
                .hasSize(1);
    }

    /** The event of May stands for its key: the one of June is not counted in June, and May counts its own once. */
    @Test
    void aKeyStandsForOneEventInAllPeriods() {
        List<UsageEvent> events = List.of(
                event("e", "ACME", "calls", "1", "2026-05-10T00:00:00Z"),
                event("e", "ACME", "calls", "1", "2026-06-10T00:00:00Z"));
        assertThat(INTAKE.take(events).accepted()).isEmpty();
        assertThat(INTAKE.take(events).findings())
                .extracting(UsageFinding::code)
                .containsExactly(Code.EARLIER_PERIOD, Code.CONFLICT);
        UsageWindow may = Events.window("2026-05-01", "2026-06-01", "Europe/Berlin");
        assertThat(UsageIntake.of(may, List.of(Meter.sum("calls"))).take(events).accepted())
                .containsExactly(events.get(0));
    }

    /** Two charges, for calls of eu and of us that are peak: what neither counts is told apart from an unknown meter. */
    @Test
    void reportsAnEventThatNoFilterTakes() {
        UsageIntake intake = UsageIntake.of(
                JUNE,
                List.of(
                        Meter.sum("calls").where("region", "eu"),
                        Meter.count("calls").where("region", "us").where("tariff", "peak"),
                        Meter.sum("gb")));
        UsageEvent call = event("e1", "ACME", "calls", "1", "2026-06-10T00:00:00Z");
        UsageEvent inEurope = call.with("region", "eu").with("tariff", "night");
        assertThat(intake.take(List.of(inEurope)).accepted()).containsExactly(inEurope);
        List<UsageFinding> findings = Stream.of(call, call.with("region", "us"), call.with("region", "asia"))
                .flatMap(event -> intake.take(List.of(event)).findings().stream())
                .toList();
        assertThat(findings).extracting(UsageFinding::code).containsOnly(Code.OTHER_DIMENSIONS);
        assertThat(findings)
                .extracting(UsageFinding::toString)
                .containsExactly(
                        "[0] e1: no charge counts calls of {}",
                        "[0] e1: no charge counts calls of {region=us}",
                        "[0] e1: no charge counts calls of {region=asia}");
        UsageEvent late =
                event("e2", "ACME", "calls", "1", "2026-05-10T00:00:00Z").with("region", "asia");
        assertThat(intake.take(List.of(late, event("e3", "ACME", "mails", "1", "2026-06-10T00:00:00Z")))
                        .findings())
                .extracting(UsageFinding::code)
                .containsExactly(Code.OTHER_DIMENSIONS, Code.UNKNOWN_METER);
    }

    @Test
    void namesWhatDiffers() {
        UsageEvent first = event("e", "ACME", "calls", "1", "2026-06-10T00:00:00Z");
        assertThat(INTAKE.take(List.of(
                                first,
                                first.with("region", "eu"),
                                event("e", "OTHER", "gb", "1", "2026-06-10T00:00:00Z")))
                        .findings())
                .extracting(UsageFinding::explanation)
                .extracting(Explanation::text)
                .containsExactly(
                        "reported before with another dimension", "reported before with another customer, meter");
    }

    @Test
    void refusesAnEventThatIsMissing() {
        var events = new ArrayList<UsageEvent>();
        events.add(null);
        assertThatNullPointerException().isThrownBy(() -> INTAKE.take(events)).withMessage("events[0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UsageFinding(
                        -1, event("e", "A", "b", "1", "2026-06-10T00:00:00Z"), Code.CONFLICT, Explanation.of("k", "")))
                .withMessage("position must not be negative, but was -1");
    }

    /** Few keys, so that many repeat; days from May to July; four meters, of which two are known. */
    @Property
    void losesNothingAndKeepsEveryKeyOnce(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds) {
        List<UsageEvent> events = seeds.stream().map(UsageIntakeTest::random).toList();
        UsageTaken taken = INTAKE.forCustomer(CustomerId.of("C-0")).take(events);
        var rebuilt = new ArrayList<>(taken.accepted());
        taken.findings().forEach(finding -> {
            assertThat(events.get(finding.position())).isSameAs(finding.event());
            rebuilt.add(finding.event());
        });
        assertThat(rebuilt).containsExactlyInAnyOrderElementsOf(events);
        assertThat(taken.accepted()).isSortedAccordingTo(UsageEvent.BY_TIME);
        var keys = new HashSet<String>();
        assertThat(taken.accepted()).allMatch(event -> keys.add(event.key()));
    }

    @Property
    void theOrderOfArrivalChangesNothingWhereNoKeyRepeats(
            @ForAll @Size(max = 40) Set<@IntRange(min = 0, max = 1_000_000) Integer> seeds, @ForAll Random random) {
        var events = new ArrayList<UsageEvent>();
        seeds.forEach(seed -> {
            UsageEvent event = random(seed);
            events.add(UsageEvent.of("k-" + seed, event.customer(), event.meter(), event.quantity(), event.time()));
        });
        List<UsageEvent> accepted = INTAKE.take(events).accepted();
        Collections.shuffle(events, random);
        assertThat(INTAKE.take(events).accepted()).isEqualTo(accepted);
    }

    private static UsageEvent random(int seed) {
        return event(
                "e-" + seed % 7,
                "C-" + seed / 7 % 2,
                List.of("calls", "gb", "mails", "logins").get(seed / 14 % 4),
                String.valueOf(seed / 56 % 3),
                String.format(Locale.ROOT, "2026-%02d-10T00:00:00Z", 5 + seed / 168 % 3));
    }

    private static UsageEvent event(String key, String customer, String meter, String quantity, String time) {
        return UsageEvent.of(key, customer, meter, quantity, time);
    }
}

package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T09:00:00Z");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");

    record Asked(String key, Instant recordedAt, boolean answered) implements KpiEvent, Serializable {}

    private static final Asked ASKED = new Asked("I-1", MONDAY, false);
    private static final Asked ANSWERED = new Asked("I-1", WEDNESDAY, true);
    private static final Asked OTHER = new Asked("I-2", MONDAY, false);

    @Test
    void whatIsRecordedLaterDoesNotChangeThePast() {
        EventLog<Asked> log = EventLog.of(List.of(ASKED)).with(List.of(ANSWERED));
        assertThat(log.knownAt(MONDAY.minusSeconds(1))).isEmpty();
        assertThat(log.knownAt(MONDAY)).containsExactly(ASKED);
        assertThat(log.knownAt(TUESDAY)).containsExactly(ASKED);
        assertThat(log.knownAt(WEDNESDAY)).containsExactly(ANSWERED);
        assertThat(log).hasToString("log of 1 event");
    }

    @Test
    void recordingTheSameAgainChangesNothing() {
        EventLog<Asked> log = EventLog.of(List.of(ASKED, ANSWERED));
        assertThat(log.with(List.of(ANSWERED, new Asked("I-1", MONDAY, false))))
                .isEqualTo(log)
                .hasSameHashCodeAs(log);
    }

    /** I-1 is withdrawn on Tuesday and I-2 on Wednesday, at once; I-3 was never there. */
    @Test
    void severalAreWithdrawnAtOnce() {
        Asked other = new Asked("I-2", MONDAY, false);
        EventLog<Asked> log = EventLog.of(List.of(ASKED, other));
        EventLog<Asked> less = log.without(Map.of("I-1", TUESDAY, "I-2", WEDNESDAY));
        assertThat(less).isEqualTo(log.without("I-1", TUESDAY).without("I-2", WEDNESDAY));
        assertThat(less.knownAt(MONDAY)).containsExactly(ASKED, other);
        assertThat(less.knownAt(TUESDAY)).containsExactly(other);
        assertThat(less.knownAt(WEDNESDAY)).isEmpty();
        assertThat(log.without(Map.of())).isEqualTo(log);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.without(Map.of("I-1", TUESDAY, "I-3", TUESDAY)))
                .withMessage("key must be of an event that was recorded by 2026-03-03T09:00:00Z, but was I-3");
    }

    @Test
    void refusesTwoContentsOfOneMoment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventLog.of(List.of(ASKED, new Asked("I-1", MONDAY, true))))
                .withMessage("events[1] must be as it was recorded for I-1 at 2026-03-02T09:00:00Z,"
                        + " but was Asked[key=I-1, recordedAt=2026-03-02T09:00:00Z, answered=true]");
    }

    /** Whoever asks as of Monday still sees it. */
    @Test
    void whatWasRecordedByMistakeIsGoneFromThenOn() {
        EventLog<Asked> log = EventLog.of(List.of(ASKED)).without("I-1", TUESDAY);
        assertThat(log.knownAt(MONDAY)).containsExactly(ASKED);
        assertThat(log.knownAt(TUESDAY)).isEmpty();
        assertThat(log.with(List.of(ANSWERED)).knownAt(WEDNESDAY)).containsExactly(ANSWERED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.without("I-2", TUESDAY))
                .withMessage("key must be of an event that was recorded by 2026-03-03T09:00:00Z, but was I-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventLog.of(List.of(ANSWERED)).without("I-1", TUESDAY))
                .withMessage("key must be of an event that was recorded by 2026-03-03T09:00:00Z, but was I-1");
    }

    @Test
    void figuresAreThoseKnownAsOfTheQuestion() {
        EventLog<Asked> log = EventLog.of(List.of(ASKED, ANSWERED));
        var asOf = AsOf.of("2026-03-31", "2026-03-03T09:00:00Z");
        EventFigures<Asked> figures = log.figures(MARCH, asOf);
        assertThat(figures.events()).containsExactly(ASKED);
        assertThat(figures.period()).isEqualTo(MARCH);
        assertThat(figures.asOf()).isEqualTo(asOf);
        assertThat(figures).hasToString("1 event of [2026-03-01, 2026-04-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.figures(MARCH, AsOf.of("2026-03-30", "2026-04-02T09:00:00Z")))
                .withMessage("period must not end after 2026-03-30, but was [2026-03-01, 2026-04-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventFigures.of(MARCH, asOf, List.of(ASKED, ANSWERED)))
                .withMessage("events must have each key once, but was I-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventFigures.of(MARCH, asOf, List.of(ANSWERED)))
                .withMessage("events must be recorded by 2026-03-03T09:00:00Z, but was 2026-03-04T09:00:00Z");
        assertThat(log.with(List.of(OTHER)).figures(MARCH, asOf)).hasToString("2 events of [2026-03-01, 2026-04-01)");
        assertThat(log.with(List.of(OTHER))).hasToString("log of 2 events");
    }

    @Property
    void theOrderOfRecordingChangesNothing(
            @ForAll @Size(max = 12) List<@IntRange(max = 40) Integer> drawn,
            @ForAll long seed,
            @ForAll @IntRange(max = 10) int later) {
        List<Asked> events = drawn.stream()
                .map(n -> new Asked("I-" + n % 4, MONDAY.plusSeconds(n / 4), n % 3 == 0))
                .toList();
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        EventLog<Asked> log = EventLog.of(events);
        EventLog<Asked> other = EventLog.of(shuffled);
        assertThat(other).isEqualTo(log);
        Instant time = MONDAY.plusSeconds(later);
        assertThat(log.with(List.of(new Asked("I-9", time.plusNanos(1), true))).knownAt(time))
                .isEqualTo(log.knownAt(time));
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        EventLog<Asked> log = EventLog.of(List.of(ASKED, ANSWERED)).without("I-1", WEDNESDAY.plusSeconds(1));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(log);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(log);
        }
    }

    /** What is there again is what was recorded for a later time; a second withdrawal finds nothing to withdraw. */
    @Test
    void whatIsRecordedForALaterTimeIsThereAgain() {
        EventLog<Asked> log = EventLog.of(List.of(ASKED, ANSWERED)).without("I-1", TUESDAY);
        assertThat(log.knownAt(TUESDAY)).isEmpty();
        assertThat(log.knownAt(WEDNESDAY)).containsExactly(ANSWERED);
        assertThat(log)
                .isEqualTo(EventLog.of(List.of(ASKED)).without("I-1", TUESDAY).with(List.of(ANSWERED)));
        assertThat(log.without("I-1", TUESDAY)).isEqualTo(log);
        assertThat(EventLog.of(List.of(ASKED, ANSWERED)).without(java.util.Map.of("I-1", TUESDAY)))
                .isEqualTo(log);
        assertThat(log.without("I-1", TUESDAY.plusSeconds(1))).isEqualTo(log);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.without("I-1", WEDNESDAY))
                .withMessage("from must be after the time at which I-1 was recorded, but was 2026-03-04T09:00:00Z");
        assertThatNullPointerException()
                .isThrownBy(() -> log.without("I-1", nothing()))
                .withMessage("from");
    }

    @SuppressWarnings("NullAway") // null on purpose
    private static Instant nothing() {
        return null;
    }

    /** A log that copied all for each event would copy 200 million of them here. */
    @Test
    void growsOneByOneAsFastAsAtOnce() {
        var events = new ArrayList<Asked>();
        EventLog<Asked> log = EventLog.of(List.of());
        for (int i = 0; i < 20_000; i++) {
            Asked event = new Asked("I-" + i * 7919 % 20_000, MONDAY, false);
            events.add(event);
            log = log.with(List.of(event));
        }
        assertThat(log).isEqualTo(EventLog.of(events));
        assertThat(log.knownAt(MONDAY)).hasSize(20_000).isSortedAccordingTo(java.util.Comparator.comparing(Asked::key));
    }

    /** A later state is never recorded before, nor at the time of, the one that it follows. */
    @Test
    void whatFollowsIsRecordedLater() {
        assertThat(ASKED.recordedNext(TUESDAY)).isEqualTo(TUESDAY);
        assertThat(ANSWERED.recordedNext(TUESDAY)).isEqualTo(WEDNESDAY.plusNanos(1));
        assertThat(ASKED.recordedNext(MONDAY)).isEqualTo(MONDAY.plusNanos(1));
    }

    /** By hand: 31 March ends at 22:00 UTC in Berlin, and on 1 April at 12:00 UTC everywhere. */
    @Test
    void aDayIsOverWhenItHasPassedAndThatIsKnown() {
        var berlin = java.time.ZoneId.of("Europe/Berlin");
        var last = java.time.LocalDate.parse("2026-03-31");
        EventFigures<Asked> figures = EventFigures.of(MARCH, AsOf.of("2026-03-31", "2026-03-31T22:00:00Z"), List.of());
        assertThat(figures.isOver(last, berlin)).isTrue();
        assertThat(figures.isOver(last.plusDays(1), berlin)).isFalse();
        assertThat(figures.isOver(last)).isFalse();
        // known later, but asked as of 31 March
        assertThat(EventFigures.of(MARCH, AsOf.of("2026-03-31", "2026-04-10T12:00:00Z"), List.of())
                        .isOver(last.plusDays(1), berlin))
                .isFalse();
        EventFigures<Asked> later = EventFigures.of(MARCH, AsOf.of("2026-03-31", "2026-04-01T12:00:00Z"), List.of());
        assertThat(later.isOver(last)).isTrue();
        assertThat(later.isOver(last.plusDays(1))).isFalse();
        assertThat(EventFigures.of(MARCH, AsOf.of("2026-03-31", "2026-03-31T21:59:59Z"), List.of())
                        .isOver(last, berlin))
                .isFalse();
    }

    /** Of as many events, of one that was withdrawn, and of other states, it is another log. */
    @Test
    void isEqualToALogOfTheSameStates() {
        EventLog<Asked> log = EventLog.of(List.of(ASKED));
        assertThat(log)
                .isEqualTo(EventLog.of(List.of(new Asked("I-1", MONDAY, false))))
                .isNotEqualTo(EventLog.of(List.of(OTHER)))
                .isNotEqualTo(EventLog.of(List.of(ANSWERED)))
                .isNotEqualTo(log.with(List.of(ANSWERED)))
                .isNotEqualTo(log.without("I-1", TUESDAY))
                .isNotEqualTo(EventLog.of(List.of(ASKED, OTHER)));
        assertThat(log).isNotEqualTo(List.of(ASKED));
    }

    @Test
    void figuresAreEqualWhereAllIsSaidTheSame() {
        var asOf = AsOf.of("2026-03-31", "2026-03-31T22:00:00Z");
        EventFigures<Asked> figures = EventFigures.of(MARCH, asOf, List.of(ASKED));
        assertThat(figures)
                .isEqualTo(EventFigures.of(MARCH, asOf, List.of(ASKED)))
                .hasSameHashCodeAs(EventFigures.of(MARCH, asOf, List.of(ASKED)))
                .isNotEqualTo(EventFigures.of(ServicePeriod.of("2026-03-01", "2026-03-31"), asOf, List.of(ASKED)))
                .isNotEqualTo(EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), List.of(ASKED)))
                .isNotEqualTo(EventFigures.of(MARCH, asOf, List.of(OTHER)));
        assertThat(figures).isNotEqualTo(MARCH);
    }

    @Test
    void figuresSurviveTheSerialForm() throws Exception {
        EventFigures<Asked> figures = EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), List.of(ASKED));
        assertThat(copy(figures)).isEqualTo(figures);
    }

    /** Comes back as another event: under the key by which the log has it, or the time, is nothing of that name. */
    record Turncoat(String key, Instant recordedAt) implements KpiEvent, Serializable {
        private Object readResolve() {
            return key.equals("I-1") ? new Turncoat("I-9", recordedAt) : new Turncoat(key, recordedAt.plusSeconds(1));
        }
    }

    @Test
    void refusesASerialFormOfWhichAnEventIsAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(EventLog.of(List.of(new Turncoat("I-1", MONDAY)))))
                .withMessage("event must be that of I-1 at 2026-03-02T09:00:00Z,"
                        + " but was Turncoat[key=I-9, recordedAt=2026-03-02T09:00:00Z]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(EventLog.of(List.of(new Turncoat("I-2", MONDAY)))))
                .withMessage("event must be that of I-2 at 2026-03-02T09:00:00Z,"
                        + " but was Turncoat[key=I-2, recordedAt=2026-03-02T09:00:01Z]");
    }

    private static Object copy(Object log) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(log);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    /** By whether it is answered, where one has no key: it is in no part. */
    @Test
    void figuresAreCutByAnyProperty() {
        Asked third = new Asked("I-3", MONDAY, true);
        EventFigures<Asked> figures = EventFigures.of(
                MARCH, AsOf.endOf("2026-03-31"), List.of(ASKED, OTHER, third, new Asked("I-4", MONDAY, true)));
        var parts = figures.by(one -> one.key().equals("I-4") ? null : one.answered());
        assertThat(parts)
                .isEqualTo(Map.of(
                        false, EventFigures.of(MARCH, figures.asOf(), List.of(ASKED, OTHER)),
                        true, EventFigures.of(MARCH, figures.asOf(), List.of(third))));
        assertThat(EventFigures.of(MARCH, figures.asOf(), List.<Asked>of()).by(Asked::key))
                .isEmpty();
    }

    /** Each event with a key is in its part, and in no other. */
    @Property(tries = 100)
    void partsAreTheWhole(@ForAll @Size(max = 20) List<@IntRange(min = 0, max = 4) Integer> keys) {
        var events = new ArrayList<Asked>();
        for (int i = 0; i < keys.size(); i++) {
            events.add(new Asked("I-" + i, MONDAY.plusSeconds(keys.get(i)), false));
        }
        var figures = EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), events);
        var together = new ArrayList<Asked>();
        figures.by(Asked::recordedAt).forEach((time, part) -> {
            assertThat(part.events())
                    .allSatisfy(one -> assertThat(one.recordedAt()).isEqualTo(time));
            together.addAll(part.events());
        });
        assertThat(together).containsExactlyInAnyOrderElementsOf(events);
    }
}

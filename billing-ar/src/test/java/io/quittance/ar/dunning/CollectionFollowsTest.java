package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.ledger.EntryKey;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may follow a contact or a pause: a pause of 2 to 6 March ends on the 7th at the latest. */
class CollectionFollowsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CollectionHistory HISTORY = with(
            with(CollectionHistory.empty(A), "p-1", DunningPause.of(DAY, DAY.plusDays(5), "holiday")),
            "c-1",
            Contact.of(ContactKind.LETTER, "post", DAY).about(List.of(id("R1"))));

    private static CollectionHistory with(CollectionHistory history, String key, CollectionFact fact) {
        return history.with(CollectionEntry.of(key, A, fact, NOW));
    }

    private static CollectionHistory ended(CollectionHistory history, String key, LocalDate day) {
        return with(history, key, new PauseEnded(EntryKey.of("p-1"), day));
    }

    private static ServicePeriod pause(CollectionHistory history) {
        return history.asOf(AsOf.endOf("2026-03-31")).pauses().get(0).days();
    }

    @Test
    void aPauseEndsAfterItsFirstDayAndNotAfterItsEnd() {
        assertThat(pause(ended(HISTORY, "p-2", DAY.plusDays(1))))
                .isEqualTo(ServicePeriod.of("2026-03-02", "2026-03-03"));
        assertThat(pause(ended(HISTORY, "p-2", DAY.plusDays(5)))).isEqualTo(pause(HISTORY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ended(HISTORY, "p-2", DAY.plusDays(6)))
                .withMessage("date must be after the start 2026-03-02 and not after 2026-03-07, but was 2026-03-08");
    }

    /** Once its early end is withdrawn, a pause lasts as it did, and may end anew. */
    @Test
    void theEndOfAPauseThatIsWithdrawnMakesRoomForAnother() {
        CollectionHistory again =
                with(ended(HISTORY, "p-2", DAY.plusDays(1)), "w-1", new FactWithdrawn(EntryKey.of("p-2")));
        assertThat(pause(again)).isEqualTo(ServicePeriod.of("2026-03-02", "2026-03-07"));
        assertThat(pause(ended(again, "p-3", DAY.plusDays(3)))).isEqualTo(ServicePeriod.of("2026-03-02", "2026-03-05"));
    }

    /** So does an outcome: what was said to have bounced was answered. */
    @Test
    void anOutcomeThatIsWithdrawnMakesRoomForAnother() {
        EntryKey letter = EntryKey.of("c-1");
        CollectionHistory bounced = with(HISTORY, "c-2", new ContactOutcome(letter, ContactOutcome.Kind.BOUNCED, DAY));
        CollectionHistory answered = with(
                with(bounced, "w-1", new FactWithdrawn(EntryKey.of("c-2"))),
                "c-3",
                new ContactOutcome(letter, ContactOutcome.Kind.ANSWERED, DAY));
        ContactRecord record =
                answered.asOf(AsOf.endOf("2026-03-31")).contacts().get(0);
        assertThat(record.became()).contains(ContactOutcome.Kind.ANSWERED);
        assertThat(record.isBounced()).isFalse();
    }

    @Test
    void onlyWhatWentOutHasAnOutcome() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        with(HISTORY, "c-2", new ContactOutcome(EntryKey.of("p-1"), ContactOutcome.Kind.BOUNCED, DAY)))
                .withMessage("contact must be the entry of a contact that went out, but was p-1");
    }
}

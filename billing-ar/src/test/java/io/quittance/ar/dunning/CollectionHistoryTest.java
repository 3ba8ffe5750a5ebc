package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.plan.PromiseToPay;
import io.quittance.core.id.Origin;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectionHistoryTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Contact LETTER =
            Contact.of(ContactKind.LETTER, "post", DAY).about(List.of(id("R1"))).atLevel("first");
    private static final CollectionHistory NONE = CollectionHistory.empty(A);

    private static CollectionEntry entry(String key, CollectionFact fact) {
        return entry(key, fact, NOW);
    }

    private static CollectionEntry entry(String key, CollectionFact fact, Instant recordedAt) {
        return CollectionEntry.of(key, A, fact, recordedAt);
    }

    private static ContactOutcome bounced(String contact, LocalDate day) {
        return new ContactOutcome(EntryKey.of(contact), ContactOutcome.Kind.BOUNCED, day);
    }

    private static CollectionView on(CollectionHistory history, String day) {
        return history.asOf(AsOf.endOf(day));
    }

    @Test
    void tellsWhatWasSaidByWhomAndWhatBecameOfIt() {
        Contact reply = Contact.of(ContactKind.REPLY, "e-mail", DAY.plusDays(3)).about(List.of(id("R1")));
        CollectionHistory history = NONE.with(entry("c-1", LETTER))
                .with(entry("c-2", Contact.of(ContactKind.CALL, "phone", DAY.plusDays(1)))
                        .by(Origin.of("clerk-7")))
                .with(entry("c-3", reply))
                .with(entry(
                        "c-4", new ContactOutcome(EntryKey.of("c-1"), ContactOutcome.Kind.ANSWERED, DAY.plusDays(3))));
        assertThat(on(history, "2026-03-04").contacts())
                .satisfiesExactly(
                        letter -> {
                            assertThat(letter.contact()).isEqualTo(LETTER);
                            assertThat(letter.isPersonal()).isFalse();
                            assertThat(letter.became()).isEmpty();
                        },
                        call -> {
                            assertThat(call.isPersonal()).isTrue();
                            assertThat(call.contact().levelName()).isEmpty();
                        });
        assertThat(on(history, "2026-03-05").contacts())
                .satisfiesExactly(
                        letter -> assertThat(letter.became()).contains(ContactOutcome.Kind.ANSWERED),
                        call -> assertThat(call.isBounced()).isFalse(),
                        answer ->
                                assertThat(answer.contact().kind().isOutgoing()).isFalse());
        assertThat(on(history, "2026-03-01").contacts()).isEmpty();
        assertThat(history.entry(EntryKey.of("c-3"))).map(CollectionEntry::fact).contains(reply);
    }

    @Test
    void anEntryThatIsThereAlreadyChangesNothing() {
        CollectionHistory once = NONE.with(entry("c-1", LETTER));
        assertThat(once.with(entry("c-1", LETTER))).isSameAs(once);
        assertThat(once.version()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> once.with(entry("c-1", bounced("c-1", DAY))))
                .withMessage("key must not name a different entry, but was c-1");
    }

    /** What was known before stays: recorded on the 9th, a bounce of the 4th is not known on the 8th. */
    @Test
    void answersForAnyPairOfDates() {
        Instant later = Instant.parse("2026-03-09T09:00:00Z");
        CollectionHistory history =
                NONE.with(entry("c-1", LETTER)).with(entry("c-2", bounced("c-1", DAY.plusDays(2)), later));
        AsOf before = new AsOf(DAY.plusDays(5), Instant.parse("2026-03-08T09:00:00Z"));
        assertThat(history.asOf(before).contacts().get(0).isBounced()).isFalse();
        assertThat(history.asOf(new AsOf(DAY.plusDays(5), later))
                        .contacts()
                        .get(0)
                        .isBounced())
                .isTrue();
        assertThat(history.asOf(new AsOf(DAY.plusDays(1), later))
                        .contacts()
                        .get(0)
                        .isBounced())
                .isFalse();
    }

    @Test
    void aPauseThatWasLeftOpenEndsByAnEntry() {
        CollectionHistory history = NONE.with(entry("p-1", DunningPause.from(DAY, "holiday")))
                .with(entry("p-2", new PauseEnded(EntryKey.of("p-1"), DAY.plusDays(10))));
        assertThat(on(history, "2026-03-05").pauses().get(0).days())
                .isEqualTo(ServicePeriod.of("2026-03-02", "9999-12-31"));
        assertThat(on(history, "2026-03-12").pauses().get(0).days())
                .isEqualTo(ServicePeriod.of("2026-03-02", "2026-03-12"));
    }

    /** Withdrawn, a fact was never there, on any day; what followed it is withdrawn before. */
    @Test
    void whatWasRecordedByMistakeIsWithdrawn() {
        CollectionHistory history = NONE.with(entry("c-1", LETTER)).with(entry("c-2", bounced("c-1", DAY)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.with(entry("w-1", new FactWithdrawn(EntryKey.of("c-1")))))
                .withMessage("entry must not be followed by an entry already, as it is by c-2, but was c-1");
        CollectionHistory sent = history.with(entry("w-1", new FactWithdrawn(EntryKey.of("c-2"))));
        assertThat(on(sent, "2026-03-02").contacts().get(0).isBounced()).isFalse();
        CollectionHistory nothing = sent.with(entry("w-2", new FactWithdrawn(EntryKey.of("c-1"))));
        assertThat(on(nothing, "2026-03-02").contacts()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.with(entry("w-3", new FactWithdrawn(EntryKey.of("w-2")))))
                .withMessage("entry must not withdraw another, but was w-2");
    }

    @Test
    void refusesWhatContradictsWhatIsKnown() {
        CollectionHistory history = NONE.with(entry("c-1", LETTER))
                .with(entry("c-2", Contact.of(ContactKind.INQUIRY, "e-mail", DAY)))
                .with(entry("p-1", DunningPause.of(DAY, DAY.plusDays(5), "holiday")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.with(CollectionEntry.of("c-9", B, LETTER, NOW)))
                .withMessage("customer must be A, but was B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.with(entry("c-9", LETTER, NOW.minusSeconds(1))))
                .withMessage("recordedAt must not be before the last entry's, 2026-03-02T09:00:00Z, "
                        + "but was 2026-03-02T08:59:59Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.with(entry("c-9", bounced("c-8", DAY))))
                .withMessage("contact must be an entry of the history, but was c-8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.with(entry("c-9", bounced("c-2", DAY))))
                .withMessage("contact must be the entry of a contact that went out, but was c-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.with(entry("c-9", bounced("c-1", DAY.minusDays(1)))))
                .withMessage("date must not be before 2026-03-02, when it was sent, but was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.with(entry("c-8", bounced("c-1", DAY)))
                        .with(entry("c-9", bounced("c-1", DAY.plusDays(1)))))
                .withMessage("contact must not be followed by an entry already, as it is by c-8, but was c-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.with(entry("p-9", new PauseEnded(EntryKey.of("c-1"), DAY))))
                .withMessage("pause must be the entry of a pause, but was c-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.with(entry("p-9", new PauseEnded(EntryKey.of("p-1"), DAY))))
                .withMessage("date must be after the start 2026-03-02 and not after 2026-03-07, but was 2026-03-02");
    }

    @Test
    void refusesFactsThatContradictThemselves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningPause.of(DAY, DAY, "holiday"))
                .withMessage("end must be after the start 2026-03-02, but was 2026-03-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraceGranted.of(DAY, DAY.minusDays(1)))
                .withMessage("until must not be before 2026-03-02, but was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contact.of(ContactKind.REPLY, "post", DAY)
                        .about(List.of(id("R1")))
                        .atLevel("first"))
                .withMessage("level must only be given where something goes out that names items, but was first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contact.of(ContactKind.LETTER, "post", DAY).claiming(eur("-1")))
                .withMessage("claimed must not be negative, but was EUR -1.00");
    }

    /** Of the items that a fact is about neither the order counts nor that one is named twice. */
    @Test
    void isAValueAndIsCheckedOnTheWayBackIn() throws Exception {
        CollectionHistory history = NONE.with(
                        entry("c-1", LETTER.with(List.of("board")).claiming(eur("100"))))
                .with(entry("g-1", GraceGranted.of(DAY, DAY).about(List.of(id("R1")))))
                .with(entry("p-1", DunningPause.from(DAY, "holiday").about(List.of(id("R2"), id("R1"), id("R2")))))
                .with(entry("q-1", PromiseMade.of(PromiseToPay.of(DAY, eur("50"), DAY.plusDays(9), 3))));
        assertThat(copy(history)).isEqualTo(history).hasSameHashCodeAs(history);
        assertThat(copy(on(history, "2026-03-02"))).isEqualTo(on(history, "2026-03-02"));
        assertThat(DunningPause.from(DAY, "holiday").about(List.of(id("R1"), id("R2"))))
                .isEqualTo(history.entry(EntryKey.of("p-1")).orElseThrow().fact());
        assertThat(history).hasToString("collection of customer A, version 4");
    }
}

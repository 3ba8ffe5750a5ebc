package io.quittance.kpi.ledger;

import static io.quittance.kpi.ledger.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.dunning.CollectionEntry;
import io.quittance.ar.dunning.CollectionFact;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.Contact;
import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.ContactOutcome;
import io.quittance.ar.dunning.DunningAccount;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningNotice;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.dunning.DunningRun;
import io.quittance.ar.dunning.DunningScope;
import io.quittance.ar.dunning.FactWithdrawn;
import io.quittance.ar.dunning.PromiseMade;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.plan.PromiseToPay;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.cash.DunnedClaim;
import io.quittance.kpi.cash.DunningRecovery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs of dunning claimed, and what came of it. C owes R of 100.00, of which 30.00 are contested, and S of 50.00, of which 10.00 on account cover a part; both are due on 1 February 2026. */
class DunnedClaimsTest {
    private static final CustomerId C = CustomerId.of("C");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-04-30");
    private static final DunningPolicy POLICY = DunningPolicy.of(
            "USD",
            DunningScope.ITEM,
            List.of(
                    DunningLevel.of("reminder", 5, 7, ContactKind.REMINDER),
                    DunningLevel.of("letter", 20, 7, ContactKind.LETTER),
                    DunningLevel.of("agency", 50, 7, ContactKind.COLLECTIONS)));

    private final Books books = new Books()
            .invoice("C", "R", "2026-01-02", "2026-02-01", "100")
            .invoice("C", "S", "2026-01-02", "2026-02-01", "50")
            .disputed("C", "D", "R", "2026-01-20", "30");

    private final List<DunningNotice> notices = new ArrayList<>();
    private CollectionHistory history = CollectionHistory.empty(C);

    /** The notice of a run, which went out at 09:00. */
    private DunningNotice dunned(String day, ContactKind action) {
        DunningNotice notice = decided(day, action);
        record(notice.key().value(), notice.contact("post"), day + "T09:00:00Z");
        return notice;
    }

    private DunningNotice decided(String day, ContactKind action) {
        AsOf then = AsOf.of(LocalDate.parse(day), Instant.parse(day + "T08:00:00Z"));
        DunningNotice notice = DunningRun.on(then)
                .decide(DunningAccount.of(books.ledger().customer(C), history, then), POLICY)
                .notices(action)
                .get(0);
        notices.add(notice);
        return notice;
    }

    private void record(String key, CollectionFact fact, String time) {
        history = history.with(CollectionEntry.of(key, C, fact, Instant.parse(time)));
    }

    private EventLog<DunnedClaim> claims() {
        Ledger ledger = books.ledger();
        return DunningFigures.of(List.of(history), POLICY, ZoneOffset.UTC)
                .paid(ledger)
                .claims(notices);
    }

    private KpiResult recovered(DunningRecovery kpi, AsOf asOf) {
        return kpi.compute(claims().figures(MARCH, asOf));
    }

    private static KpiItem item(String id, long recovered, long claimed) {
        return new KpiItem(id, Fraction.of(recovered), Fraction.of(claimed));
    }

    /** 70.00 of R and 50.00 of S are claimed; 35.00 of R come on 10 March and all of S on 12 March: 85 of 120. On 11 March 35 of 120 had come. */
    @Test
    void whatWasClaimedIsRecoveredByWhatIsPaidOnIt() {
        dunned("2026-03-02", ContactKind.REMINDER);
        books.at("2026-03-10T10:00:00Z")
                .paid("C", "P", "R", "2026-03-10", "35")
                .at("2026-03-12T10:00:00Z")
                .paid("C", "Q", "S", "2026-03-12", "50");
        assertThat(recovered(DunningRecovery.ofAll(), END).basis().items())
                .containsExactly(item("R", 35, 70), item("S", 50, 50));
        assertThat(recovered(DunningRecovery.ofAll(), END).value()).contains(Fraction.of(8500, 120));
        assertThat(recovered(DunningRecovery.atLevel(2), END).value()).isEmpty();
        assertThat(recovered(DunningRecovery.atLevel(1), END).value()).contains(Fraction.of(8500, 120));
        assertThat(recovered(DunningRecovery.ofAll(), AsOf.of("2026-04-30", "2026-03-12T00:00:00Z"))
                        .value())
                .contains(Fraction.of(3500, 120));
        assertThat(claims().knownAt(Instant.parse("2026-03-02T09:00:00Z")))
                .containsExactly(
                        new DunnedClaim(
                                "R dunning 2026-03-02 reminder 1",
                                Instant.parse("2026-03-02T09:00:00Z"),
                                "C",
                                "R",
                                1,
                                LocalDate.of(2026, 3, 2),
                                usd("70"),
                                List.of()),
                        new DunnedClaim(
                                "S dunning 2026-03-02 reminder 1",
                                Instant.parse("2026-03-02T09:00:00Z"),
                                "C",
                                "S",
                                1,
                                LocalDate.of(2026, 3, 2),
                                usd("50"),
                                List.of()));
    }

    /** Money on account covers 10.00 of the first item, R: 60.00 of it are claimed. */
    @Test
    void whatMoneyOnAccountCoversIsNotClaimed() {
        books.received("C", "A", "2026-02-20", "10");
        dunned("2026-03-02", ContactKind.REMINDER);
        assertThat(recovered(DunningRecovery.ofAll(), END).basis().items())
                .containsExactly(item("R", 0, 60), item("S", 0, 50));
    }

    /** On the day of the reminder or before it, the money was under way; what bounces did not come; a credit is no money. */
    @Test
    void onlyMoneyThatFollowsAndStaysIsRecovered() {
        dunned("2026-03-02", ContactKind.REMINDER);
        books.at("2026-03-03T10:00:00Z")
                .paid("C", "P", "R", "2026-03-02", "20")
                .at("2026-03-05T10:00:00Z")
                .paid("C", "Q", "S", "2026-03-05", "40")
                .credited("C", "N", "2026-03-06", "30")
                .settled("C", "N", "R", "2026-03-06", "30");
        assertThat(recovered(DunningRecovery.ofAll(), END).basis().items())
                .containsExactly(item("R", 0, 70), item("S", 40, 50));
        books.at("2026-03-20T10:00:00Z").returned("C", "Q", "2026-03-20");
        assertThat(recovered(DunningRecovery.ofAll(), END).basis().items())
                .containsExactly(item("R", 0, 70), item("S", 0, 50));
        assertThat(recovered(DunningRecovery.ofAll(), AsOf.of("2026-04-30", "2026-03-19T00:00:00Z"))
                        .value())
                .contains(Fraction.of(4000, 120));
    }

    /** A notice that did not go out claims nothing; nor does one that came back, from when that is known, until that turns out to be wrong; nor one that was withdrawn. */
    @Test
    void onlyWhatArrivedWasClaimed() {
        decided("2026-03-02", ContactKind.REMINDER);
        assertThat(claims().knownAt(Instant.MAX)).isEmpty();
        DunningNotice sent = dunned("2026-03-03", ContactKind.REMINDER);
        assertThat(claims().knownAt(Instant.MAX)).hasSize(2);
        record(
                "b",
                new ContactOutcome(sent.key(), ContactOutcome.Kind.BOUNCED, LocalDate.of(2026, 3, 5)),
                "2026-03-05T10:00:00Z");
        assertThat(claims().knownAt(Instant.parse("2026-03-05T09:59:59Z"))).hasSize(2);
        assertThat(claims().knownAt(Instant.MAX)).isEmpty();
        record("u", new FactWithdrawn(EntryKey.of("b")), "2026-03-06T10:00:00Z");
        assertThat(claims().knownAt(Instant.MAX)).hasSize(2);
        record("w", new FactWithdrawn(sent.key()), "2026-03-07T10:00:00Z");
        assertThat(claims().knownAt(Instant.parse("2026-03-07T09:59:59Z"))).hasSize(2);
        assertThat(claims().knownAt(Instant.MAX)).isEmpty();
        assertThat(recovered(DunningRecovery.ofAll(), END).value()).isEmpty();
    }

    /** A reminder of 2 March and a letter of the 10th, which leaves S out; that R is given to an agency on the 25th is no message. R is claimed twice and counts once, from the reminder on. */
    @Test
    void eachMessageIsAClaimOfItsOwn() {
        dunned("2026-03-02", ContactKind.REMINDER);
        DunningNotice second = decided("2026-03-10", ContactKind.LETTER);
        record(
                second.key().value(),
                Contact.of(ContactKind.LETTER, "post", LocalDate.of(2026, 3, 10))
                        .about(List.of(ReceivableId.of("R")))
                        .atLevel("letter"),
                "2026-03-10T09:00:00Z");
        books.at("2026-03-11T10:00:00Z").paid("C", "P", "R", "2026-03-05", "20");
        dunned("2026-03-25", ContactKind.COLLECTIONS);
        assertThat(claims().knownAt(Instant.MAX))
                .extracting(DunnedClaim::key)
                .containsExactly(
                        "R dunning 2026-03-02 reminder 1",
                        "R dunning 2026-03-10 letter 1",
                        "S dunning 2026-03-02 reminder 1");
        assertThat(recovered(DunningRecovery.ofAll(), END).basis().items())
                .containsExactly(item("R", 20, 70), item("S", 0, 50));
    }

    @Test
    void refusesALevelThatIsNotKnown() {
        dunned("2026-03-02", ContactKind.REMINDER);
        var other = new DunningFigures(List.of(history), List.of("letter"), ZoneOffset.UTC, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.claims(notices))
                .withMessage("levels must have the level of each contact, but was reminder");
    }

    /** Of two messages one bounced: the other claims still. What is recorded of others is no new state. */
    @Test
    void messagesStandByThemselves() {
        DunningNotice first = dunned("2026-03-02", ContactKind.REMINDER);
        dunned("2026-03-10", ContactKind.LETTER);
        assertThat(claims().knownAt(Instant.MAX))
                .filteredOn(claim -> claim.level() == 1)
                .allSatisfy(claim -> assertThat(claim.recordedAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z")));
        record(
                "b",
                new ContactOutcome(first.key(), ContactOutcome.Kind.BOUNCED, LocalDate.of(2026, 3, 11)),
                "2026-03-11T10:00:00Z");
        assertThat(claims().knownAt(Instant.MAX)).hasSize(2).allMatch(claim -> claim.level() == 2);
    }

    /** Recorded and withdrawn at once. */
    @Test
    void whatNeverStoodClaimsNothing() {
        DunningNotice mistaken = dunned("2026-03-02", ContactKind.REMINDER);
        record("w", new FactWithdrawn(mistaken.key()), "2026-03-02T09:00:00Z");
        assertThat(claims().knownAt(Instant.MAX)).isEmpty();
    }

    /** The key of a notice may be that of something else: then it did not go out. */
    @Test
    void whatIsNoMessageClaimsNothing() {
        DunningNotice notice = decided("2026-03-02", ContactKind.REMINDER);
        record(
                notice.key().value(),
                PromiseMade.of(PromiseToPay.of(LocalDate.of(2026, 3, 2), usd("10"), LocalDate.of(2026, 3, 9), 0)),
                "2026-03-02T09:00:00Z");
        assertThat(claims().knownAt(Instant.MAX)).isEmpty();
    }

    /** Keys are of a customer: D has a message with the key and the items of the notice to C. */
    @Test
    void aNoticeClaimsOfItsCustomer() {
        DunningNotice notice = dunned("2026-03-02", ContactKind.REMINDER);
        CustomerId d = CustomerId.of("D");
        CollectionHistory other = CollectionHistory.empty(d)
                .with(CollectionEntry.of(
                        notice.key().value(), d, notice.contact("post"), Instant.parse("2026-03-02T09:00:00Z")));
        EventLog<DunnedClaim> claims = DunningFigures.of(List.of(history, other), POLICY, ZoneOffset.UTC)
                .paid(books.ledger())
                .claims(notices);
        assertThat(claims.knownAt(Instant.MAX)).hasSize(2).allMatch(claim -> "C".equals(claim.customer()));
    }
}

package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.Samples;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.LateFee;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.RateTable;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DisputeCase;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.plan.PromiseState;
import io.quittance.ar.plan.PromiseToPay;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The laws of dunning, on made-up accounts whose histories come from earlier runs. */
class DunningLawsTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<DunningLevel> LEVELS = List.of(
            DunningLevel.of("reminder", -5, 2, ContactKind.REMINDER),
            DunningLevel.of("first", 10, 5, ContactKind.LETTER),
            DunningLevel.of("second", 20, 7, ContactKind.LETTER)
                    .fee(LateFee.of(eur("5")))
                    .interest(LateInterest.of(RateTable.constant("10"), DayBasis.ACTUAL_365, Rounding.halfUp(2))),
            DunningLevel.of("call", 30, 4, ContactKind.CALL).atMost(3));

    private static final Map<String, String> PATTERNS = new HashMap<>();

    /** Open items, money on account, whether by customer, and on which days there were runs before. */
    record World(List<OpenItem> items, Amount onAccount, DunningScope scope, List<Integer> runs) {
        DunningPolicy policy() {
            return DunningPolicy.of("EUR", scope, LEVELS).grace(2);
        }

        CollectionHistory history() {
            CollectionHistory history = CollectionHistory.empty(A);
            for (int day : runs.stream().sorted().toList()) {
                history = recorded(history, decide(history, day));
            }
            return history;
        }

        DunningDecision decide(CollectionHistory history, int day) {
            return decide(history, day, items);
        }

        DunningDecision decide(CollectionHistory history, int day, List<OpenItem> asked) {
            var account = DunningAccount.of(new AccountView(A, asked, onAccount), history);
            return DunningRun.on(START.plusDays(day)).decide(account, policy());
        }
    }

    private static CollectionHistory recorded(CollectionHistory history, DunningDecision decision) {
        CollectionHistory more = history;
        for (DunningNotice notice : decision.notices()) {
            more = more.with(CollectionEntry.of(notice.key(), A, notice.contact("post"), NOW));
        }
        return more;
    }

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<OpenItem> items = Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(1, 50_000),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(0, 1_000_000))
                .as((due, cents, disputed, number) -> {
                    Amount open = Amount.ofMinor(cents, eur("0").getCurrency());
                    Amount contested =
                            Amount.ofMinor(disputed > 8 ? cents : disputed > 6 ? cents / 2 : 0, open.getCurrency());
                    return OpenItem.of(
                            receivable(
                                    "R" + number,
                                    START.plusDays(due).toString(),
                                    open.toBigDecimal().toPlainString()),
                            open,
                            contested);
                });
        return Combinators.combine(
                        items.list().ofMinSize(1).ofMaxSize(8).uniqueElements(OpenItem::id),
                        Arbitraries.integers().between(0, 30_000),
                        Arbitraries.of(DunningScope.class),
                        Arbitraries.integers().between(0, 60).list().ofMaxSize(6))
                .as((open, cents, scope, runs) ->
                        new World(open, Amount.ofMinor(cents, eur("0").getCurrency()), scope, runs));
    }

    @Property
    void everyItemIsInOneNoticeOrHeldOnce(@ForAll("worlds") World world, @ForAll @IntRange(max = 100) int day) {
        DunningDecision decision = world.decide(world.history(), Math.max(60, day));
        var seen = new ArrayList<ReceivableId>();
        decision.notices()
                .forEach(notice ->
                        notice.items().forEach(one -> seen.add(one.item().id())));
        decision.held().forEach(one -> seen.add(one.item().id()));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        world.items().stream().map(OpenItem::id).toList());
    }

    /** What was recorded by mistake and is withdrawn is done again on the same day, under another key, and once. */
    @Property
    void whatIsWithdrawnIsDoneAgainOnce(@ForAll("worlds") World world, @ForAll @IntRange(min = 60, max = 100) int day) {
        CollectionHistory before = world.history();
        DunningDecision decision = world.decide(before, day);
        CollectionHistory withdrawn = recorded(before, decision);
        for (DunningNotice notice : decision.notices()) {
            withdrawn =
                    withdrawn.with(CollectionEntry.of("no " + notice.key(), A, new FactWithdrawn(notice.key()), NOW));
        }
        DunningDecision again = world.decide(withdrawn, day);
        assertThat(again.notices())
                .extracting(DunningNotice::items)
                .isEqualTo(decision.notices().stream().map(DunningNotice::items).toList());
        CollectionHistory recorded = recorded(withdrawn, again);
        assertThat(recorded.version())
                .isEqualTo(withdrawn.version() + again.notices().size());
        assertThat(world.decide(recorded, day).isSilent()).isTrue();
    }

    /** A host translates reasons by their key, so a key has one pattern. */
    @Property(tries = 100)
    void aReasonsKeyHasOnePattern(@ForAll("worlds") World world) {
        CollectionHistory history = CollectionHistory.empty(A);
        for (int day = 0; day <= 130; day += 3) {
            DunningDecision decision = world.decide(history, day);
            for (HeldItem one : decision.held()) {
                Explanation why = one.hold().explanation();
                assertThat(PATTERNS.computeIfAbsent(why.key(), any -> why.pattern()))
                        .isEqualTo(why.pattern());
            }
            history = recorded(history, decision);
        }
    }

    /** What is claimed is what nobody contests, less what is on account; the total is its parts. */
    @Property
    void claimsWhatIsUndisputedAndNotCovered(@ForAll("worlds") World world, @ForAll @IntRange(max = 100) int day) {
        DunningDecision decision = world.decide(CollectionHistory.empty(A), day);
        Amount offset = eur("0");
        for (DunningNotice notice : decision.notices()) {
            Amount sum = notice.fee().amount();
            for (NoticeItem one : notice.items()) {
                assertThat(one.claimed().add(one.offset())).isEqualTo(one.item().undisputed());
                offset = offset.add(one.offset());
                sum = sum.add(one.total());
            }
            assertThat(notice.total()).isEqualTo(sum);
        }
        assertThat(offset).isLessThanOrEqualTo(world.onAccount());
    }

    @Property
    void aSecondRunOnADaySendsNothing(@ForAll("worlds") World world, @ForAll @IntRange(min = 60, max = 120) int day) {
        CollectionHistory history = world.history();
        DunningDecision first = world.decide(history, day);
        CollectionHistory once = recorded(history, first);
        assertThat(world.decide(once, day).notices()).isEmpty();
        assertThat(recorded(once, first)).isSameAs(once);
    }

    @Property
    void theOrderOfItemsDoesNotMatter(
            @ForAll("worlds") World world, @ForAll @IntRange(max = 100) int day, @ForAll long seed) {
        CollectionHistory history = world.history();
        var shuffled = new ArrayList<>(world.items());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(world.decide(history, day, shuffled)).isEqualTo(world.decide(history, day));
    }

    /** Whatever is dunned in spite of a pause of something is dunned without it, by no lower level. */
    @Property
    void aPauseNeverRaisesALevel(
            @ForAll("worlds") World world,
            @ForAll @IntRange(min = 60, max = 120) int day,
            @ForAll @IntRange(max = 90) int start,
            @ForAll @IntRange(min = 1, max = 40) int length,
            @ForAll boolean isOfAll) {
        CollectionHistory history = world.history();
        var pause = DunningPause.of(START.plusDays(start), START.plusDays(start + (long) length), "holiday");
        CollectionFact fact =
                isOfAll ? pause : pause.about(List.of(world.items().get(0).id()));
        Map<ReceivableId, Integer> without = levels(world.decide(history, day));
        Map<ReceivableId, Integer> with =
                levels(world.decide(history.with(CollectionEntry.of("p", A, fact, NOW)), day));
        with.forEach((item, level) -> assertThat(without.getOrDefault(item, -1)).isGreaterThanOrEqualTo(level));
    }

    private static Map<ReceivableId, Integer> levels(DunningDecision decision) {
        var levels = new HashMap<ReceivableId, Integer>();
        for (DunningNotice notice : decision.notices()) {
            notice.items().forEach(one -> levels.put(one.item().id(), LEVELS.indexOf(notice.level())));
        }
        return levels;
    }

    /** No debt is at a level more often than the level allows, nor at two levels on one day. */
    @Property(tries = 100)
    void keepsEveryCap(@ForAll("worlds") World world) {
        CollectionHistory history = CollectionHistory.empty(A);
        var times = new HashMap<String, Integer>();
        for (int day = 0; day <= 130; day++) {
            DunningDecision decision = world.decide(history, day);
            var today = new HashSet<ReceivableId>();
            for (DunningNotice notice : decision.notices()) {
                for (NoticeItem one : notice.items()) {
                    assertThat(today.add(one.item().id())).isTrue();
                    if (world.scope() == DunningScope.ITEM) {
                        int count = times.merge(
                                one.item().id() + "/" + notice.level().name(), 1, Integer::sum);
                        assertThat(count).isLessThanOrEqualTo(notice.level().atMost());
                    }
                }
            }
            history = recorded(history, decision);
        }
    }

    /** Disputing, and rejecting from the first day, leaves the decision as it was. */
    @Property(tries = 100)
    void aDisputeThatIsRejectedFromTheFirstDayLeavesNothing(
            @ForAll @IntRange(min = 1, max = 10_000) int cents, @ForAll @IntRange(max = 90) int late) {
        LocalDate due = LocalDate.parse("2026-03-01");
        CustomerLedger ledger = posted(
                CustomerLedger.empty(A, eur("0").getCurrency()),
                "r",
                new ReceivablePosted(receivable("R1", "2026-03-01", "100")));
        CustomerLedger disputed = posted(
                ledger,
                "d",
                new DisputeOpened(
                        A,
                        Samples.dispute(
                                "R1",
                                Amount.ofMinor(cents, eur("0").getCurrency())
                                        .toBigDecimal()
                                        .toPlainString()),
                        due));
        DisputeCase open = disputed.disputes().get(0);
        CustomerLedger rejected = posted(disputed, "e", open.rejected());
        DunningDecision before = decide(ledger, due.plusDays(late));
        assertThat(decide(rejected, due.plusDays(late))).isEqualTo(before);
        decide(disputed, due.plusDays(late))
                .notices()
                .forEach(notice -> assertThat(notice.claimed())
                        .isEqualTo(eur("100").subtract(Amount.ofMinor(cents, eur("0").getCurrency()))));
    }

    private static CustomerLedger posted(CustomerLedger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, NOW)).ledger();
    }

    private static DunningDecision decide(CustomerLedger ledger, LocalDate day) {
        return decide(ledger, CollectionHistory.empty(A), day);
    }

    private static DunningDecision decide(CustomerLedger ledger, CollectionHistory history, LocalDate day) {
        return DunningRun.on(day)
                .decide(
                        DunningAccount.of(ledger, history, AsOf.endOf(day)),
                        DunningPolicy.of("EUR", DunningScope.ITEM, LEVELS));
    }

    /** What a ledger says was settled keeps a promise: 60.00 of 60.00 by the 20th. */
    @Test
    void aLedgerTellsWhatWasPaidOfAPromise() {
        LocalDate due = LocalDate.parse("2026-03-01");
        CustomerLedger ledger = posted(
                CustomerLedger.empty(A, eur("0").getCurrency()),
                "r",
                new ReceivablePosted(receivable("R1", "2026-03-01", "100")));
        Payment payment = Samples.payment("P1", "2026-03-15", "60");
        ledger = posted(ledger, "p", new PaymentReceived(payment));
        Allocation allocation = Allocation.of(
                AllocationRequest.of(payment, eur("60"), List.of(item("R1", "2026-03-01", "100"))),
                new OldestDueFirst());
        ledger = posted(ledger, "a", new PaymentAllocated(allocation, LocalDate.parse("2026-03-15")));
        var promise = PromiseToPay.of(due.plusDays(10), eur("60"), due.plusDays(20), 0);
        CollectionHistory history = CollectionHistory.empty(A)
                .with(CollectionEntry.of("q", A, PromiseMade.of(promise).about(List.of(id("R1"))), NOW));
        DunningDecision decision = decide(ledger, history, due.plusDays(16));
        assertThat(decision.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.claimed()).isEqualTo(eur("40"));
            assertThat(notice.promises())
                    .singleElement()
                    .satisfies(one -> assertThat(one.standing().state()).isEqualTo(PromiseState.KEPT));
        });
        assertThat(decide(ledger, history, due.plusDays(14)).hold(id("R1"))).isEmpty();
        assertThat(decide(ledger, history, due.plusDays(13))
                        .hold(id("R1"))
                        .orElseThrow()
                        .reason())
                .isEqualTo(HoldReason.PROMISE);
    }

    /**
     * 300.00 promised on 2 March for 13 March. 200.00 of February come back on 5 March: they were no part of it. 300.00 of 10 March keep it, also where they are
     * allocated on the 20th only; where that is undone on the 25th, nothing
     * was paid.
     */
    @Test
    void moneyCountsForAPromiseByItsValueDate() {
        CustomerLedger ledger = CustomerLedger.empty(A, eur("0").getCurrency());
        ledger = posted(ledger, "r1", new ReceivablePosted(receivable("R1", "2026-02-01", "200")));
        ledger = posted(ledger, "r2", new ReceivablePosted(receivable("R2", "2026-02-01", "300")));
        ledger = settled(ledger, "P1", "2026-02-10", item("R1", "2026-02-01", "200"), "2026-02-10");
        ledger = posted(
                ledger,
                "b1",
                new PaymentReturned(
                        A,
                        PaymentId.of("P1"),
                        PaymentReturned.Reason.INSUFFICIENT_FUNDS,
                        LocalDate.parse("2026-03-05")));
        ledger = settled(ledger, "P2", "2026-03-10", item("R2", "2026-02-01", "300"), "2026-03-20");
        var promise = PromiseToPay.of(LocalDate.parse("2026-03-02"), eur("300"), LocalDate.parse("2026-03-13"), 3);
        CollectionHistory history =
                CollectionHistory.empty(A).with(CollectionEntry.of("q", A, PromiseMade.of(promise), NOW));
        assertThat(standing(ledger, history, "2026-03-06")).isEqualTo(PromiseState.PENDING);
        assertThat(standing(ledger, history, "2026-03-20")).isEqualTo(PromiseState.KEPT);
        CustomerLedger undone =
                posted(ledger, "u", new EntryReversed(A, EntryKey.of("a P2"), LocalDate.parse("2026-03-25")));
        assertThat(standing(undone, history, "2026-03-24")).isEqualTo(PromiseState.KEPT);
        assertThat(standing(undone, history, "2026-03-25")).isEqualTo(PromiseState.BROKEN);
    }

    private static CustomerLedger settled(
            CustomerLedger ledger, String payment, String valued, OpenItem item, String on) {
        Payment money = Payment.of(PaymentId.of(payment), A, LocalDate.parse(valued), item.open());
        return posted(
                posted(ledger, payment, new PaymentReceived(money)),
                "a " + payment,
                new PaymentAllocated(Allocation.of(money, List.of(item), new OldestDueFirst()), LocalDate.parse(on)));
    }

    private static PromiseState standing(CustomerLedger ledger, CollectionHistory history, String day) {
        AsOf asOf = AsOf.endOf(day);
        var agreements = new Agreements(history.asOf(asOf), DunningAccount.of(ledger, history, asOf));
        return agreements.promises().get(0).standing().state();
    }
}

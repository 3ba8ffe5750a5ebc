package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.interest.CompensationTiers;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.LateFee;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.LatenessTiers;
import io.quittance.ar.interest.PeriodFormula;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.ar.interest.RateTable;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.plan.AppliedReceipt;
import io.quittance.ar.plan.PromiseState;
import io.quittance.ar.plan.PromiseToPay;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Letters at 14, 28 and 42 days, a call at 56, and collections at 70; 100.00 that was due on 1 March 2026 is 14 days late on 15 March.
 */
class DunningRunTest {
    private static final LocalDate DUE = LocalDate.parse("2026-03-01");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final DunningLevel REMINDER = DunningLevel.of("reminder", -7, 3, ContactKind.REMINDER);
    private static final DunningLevel FIRST = DunningLevel.of("first", 14, 7, ContactKind.LETTER);
    private static final DunningLevel SECOND = DunningLevel.of("second", 28, 10, ContactKind.LETTER);
    private static final DunningLevel CALL = DunningLevel.of("call", 42, 5, ContactKind.CALL);
    private static final DunningLevel HANDOVER = DunningLevel.of("handover", 70, 14, ContactKind.COLLECTIONS);
    private static final CollectionHistory NONE = CollectionHistory.empty(A);

    private static DunningPolicy by(DunningScope scope, DunningLevel... levels) {
        return DunningPolicy.of("EUR", scope, List.of(levels));
    }

    private static final DunningPolicy ALL = by(DunningScope.ITEM, REMINDER, FIRST, SECOND, CALL, HANDOVER);

    private static DunningDecision decide(
            int late, DunningPolicy policy, CollectionHistory history, String onAccount, OpenItem... items) {
        var account = new AccountView(A, List.of(items), eur(onAccount));
        return DunningRun.on(DUE.plusDays(late)).decide(DunningAccount.of(account, history), policy);
    }

    private static DunningDecision decide(int late, DunningPolicy policy, CollectionHistory history) {
        return decide(late, policy, history, "0", item("R1", "2026-03-01", "100"));
    }

    private static CollectionHistory recorded(CollectionHistory history, DunningDecision decision) {
        CollectionHistory more = history;
        for (DunningNotice notice : decision.notices()) {
            more = more.with(CollectionEntry.of(notice.key(), A, notice.contact("post"), NOW));
        }
        return more;
    }

    private static CollectionHistory with(CollectionHistory history, String key, CollectionFact fact) {
        return history.with(CollectionEntry.of(key, A, fact, NOW));
    }

    private static DunningNotice only(DunningDecision decision) {
        assertThat(decision.notices()).hasSize(1);
        return decision.notices().get(0);
    }

    private static HoldReason held(DunningDecision decision, String item) {
        return decision.hold(id(item)).orElseThrow().reason();
    }

    @Test
    void goesFromLevelToLevelAndStopsAtTheCap() {
        CollectionHistory history = NONE;
        var done = new StringBuilder();
        for (int late = -10; late <= 120; late++) {
            DunningDecision decision = decide(late, ALL, history);
            for (DunningNotice notice : decision.notices()) {
                done.append(notice.level().name()).append(' ').append(late).append("; ");
            }
            history = recorded(history, decision);
            assertThat(decide(late, ALL, history).isSilent()).isTrue(); // twice on a day
        }
        assertThat(done).hasToString("reminder -7; first 14; second 28; call 42; handover 70; ");
        assertThat(held(decide(121, ALL, history), "R1")).isEqualTo(HoldReason.CAP_REACHED);
        assertThat(decide(42, ALL, NONE).notices(ContactKind.CALL)).isEmpty();
    }

    /** What is late already is not dunned by all levels at once: each waits for the one before and its distance. */
    @Test
    void skipsNoLevelAndKeepsTheDistance() {
        DunningDecision first = decide(60, ALL, NONE);
        assertThat(only(first).level()).isEqualTo(FIRST);
        CollectionHistory history = recorded(NONE, first);
        DunningDecision soon = decide(69, ALL, history);
        assertThat(soon.hold(id("R1"))).hasToString("Optional[MINIMUM_DISTANCE: 9 days since 2026-04-30, of 10]");
        assertThat(only(decide(70, ALL, history)).level()).isEqualTo(SECOND);
    }

    @Test
    void theLastLevelRepeatsUpToItsCap() {
        DunningPolicy policy = by(DunningScope.ITEM, FIRST.atMost(3));
        CollectionHistory history = NONE;
        var days = new ArrayList<Integer>();
        for (int late = 0; late < 60; late++) {
            DunningDecision decision = decide(late, policy, history);
            history = recorded(history, decision);
            if (!decision.isSilent()) {
                days.add(late);
            }
        }
        assertThat(days).containsExactly(14, 21, 28);
        assertThat(decide(60, policy, history).hold(id("R1")))
                .hasToString("Optional[CAP_REACHED: first was given 3 times, of 3]");
    }

    /** What bounced is not done, and is sent once more, under another key. */
    @Test
    void whatBouncedDoesNotCount() {
        DunningDecision first = decide(14, ALL, NONE);
        CollectionHistory sent = recorded(NONE, first);
        CollectionHistory bounced =
                with(sent, "b-1", new ContactOutcome(only(first).key(), ContactOutcome.Kind.BOUNCED, DUE.plusDays(16)));
        assertThat(decide(15, ALL, sent).isSilent()).isTrue();
        DunningNotice again = only(decide(16, ALL, bounced));
        assertThat(again.level()).isEqualTo(FIRST);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.key()).isEqualTo(EntryKey.of("dunning 2026-03-17 first 2"));
        assertThat(again.contacts()).singleElement().matches(ContactRecord::isBounced);
    }

    /**
     * 10 % of 1000.00 for 14 of 365 days are 3.84 (3.8356), and for the next 14 the same; each with its fee, and 40.00 once. Both letters together claim
     * interest for 28 days.
     */
    @Test
    void claimsFeeCompensationAndTheInterestOfEachDayOnce() throws Exception {
        LateInterest interest = LateInterest.of(RateTable.constant("10"), DayBasis.ACTUAL_365, Rounding.halfUp(2));
        DunningLevel letter = FIRST.fee(LateFee.of(eur("5")))
                .interest(interest)
                .compensation(CompensationTiers.always(eur("40")))
                .atMost(2);
        DunningPolicy policy = by(DunningScope.CUSTOMER, letter);
        OpenItem debt = item("R1", "2026-03-01", "1000");
        DunningDecision first = decide(14, policy, NONE, "0", debt);
        DunningNotice one = only(first);
        assertThat(one.interest()).isEqualTo(eur("3.84"));
        assertThat(one.compensation()).isEqualTo(eur("40"));
        assertThat(one.fee().amount()).isEqualTo(eur("5"));
        assertThat(one.total()).isEqualTo(eur("1048.84"));
        assertThat(one.items().get(0).interest().explanation().text())
                .startsWith("interest from 2026-03-02 to 2026-03-15 on what was due on 2026-03-01");
        assertThat(one.explanation().text())
                .isEqualTo("first on 2026-03-15: 1 items over EUR 1000.00, the oldest 14 days past due, "
                        + "14 asked for; fee EUR 5.00");
        assertThat(one.contact("post").claimed()).isEqualTo(eur("1048.84"));
        DunningNotice two = only(decide(28, policy, recorded(NONE, first), "0", debt));
        assertThat(two.interest()).isEqualTo(eur("3.84"));
        assertThat(two.compensation()).isEqualTo(eur("0"));
        assertThat(two.total()).isEqualTo(eur("1008.84"));
        assertThat(two.items().get(0).interest().explanation().text())
                .startsWith("interest from 2026-03-16 to 2026-03-29");
        assertThat(copy(first)).isEqualTo(first);
    }

    /** 2 % of 100.00 up to 30 days, for all days, are 2.00; charged once for an item. */
    @Test
    void chargesByThePeriodOnce() {
        DunningLevel letter = FIRST.periodicCharge(
                        PeriodicCharge.of(PeriodFormula.FLAT, LatenessTiers.constant("2"), 30, Rounding.halfUp(2)))
                .atMost(2);
        DunningPolicy policy = by(DunningScope.ITEM, letter);
        DunningDecision first = decide(14, policy, NONE);
        assertThat(only(first).interest()).isEqualTo(eur("2"));
        assertThat(only(decide(21, policy, recorded(NONE, first))).interest()).isEqualTo(eur("0"));
    }

    /** Of 100.00, of which 30.00 are contested, 70.00 are claimed; where all is, nothing. */
    @Test
    void aDisputedPartIsNeverClaimed() {
        OpenItem part = OpenItem.of(receivable("R1", "2026-03-01", "100"), eur("100"), eur("30"));
        OpenItem all = OpenItem.of(receivable("R2", "2026-03-01", "50"), eur("50"), eur("50"));
        DunningDecision decision = decide(14, ALL, NONE, "0", part, all);
        assertThat(only(decision).total()).isEqualTo(eur("70"));
        assertThat(decision.hold(id("R2"))).hasToString("Optional[DISPUTED: EUR 50.00 open, all of it contested]");
    }

    /** 120.00 on account cover the older 100.00 and 20.00 of the younger; a policy may leave them alone. */
    @Test
    void moneyOnAccountIsTakenOffTheOldestFirst() {
        OpenItem old = item("R2", "2026-02-01", "100");
        OpenItem young = item("R1", "2026-03-01", "100");
        DunningDecision decision = decide(14, ALL, NONE, "120", young, old);
        assertThat(held(decision, "R2")).isEqualTo(HoldReason.COVERED);
        assertThat(only(decision).items()).singleElement().satisfies(claimed -> {
            assertThat(claimed.offset()).isEqualTo(eur("20"));
            assertThat(claimed.claimed()).isEqualTo(eur("80"));
        });
        assertThat(only(decision).onAccount()).isEqualTo(eur("120"));
        assertThat(only(decide(14, ALL.withoutOffset(), NONE, "120", young, old))
                        .total())
                .isEqualTo(eur("200"));
    }

    /** Two weeks of a pause are two weeks later: 14 days count on the 28th day. On its last day there is still none, on its end it is over. */
    @Test
    void aPauseHoldsAndItsDaysDoNotCount() {
        CollectionHistory paused = with(NONE, "p-1", DunningPause.of(DUE.plusDays(7), DUE.plusDays(21), "holiday"));
        assertThat(held(decide(7, ALL, paused), "R1")).isEqualTo(HoldReason.PAUSED);
        assertThat(held(decide(20, ALL, paused), "R1")).isEqualTo(HoldReason.PAUSED);
        assertThat(held(decide(21, ALL, paused), "R1")).isEqualTo(HoldReason.NOT_DUE);
        assertThat(held(decide(27, ALL, paused), "R1")).isEqualTo(HoldReason.NOT_DUE);
        assertThat(only(decide(28, ALL, paused)).level()).isEqualTo(FIRST);
        CollectionHistory other =
                with(NONE, "p-1", DunningPause.from(DUE, "holiday").about(List.of(id("R9"))));
        assertThat(only(decide(14, ALL, other)).level()).isEqualTo(FIRST);
    }

    @Test
    void aGraceHoldsAndItsDaysCount() {
        CollectionHistory grace =
                with(NONE, "g-1", GraceGranted.of(DUE, DUE.plusDays(20)).about(List.of(id("R1"))));
        assertThat(held(decide(20, ALL, grace), "R1")).isEqualTo(HoldReason.GRACE);
        assertThat(only(decide(21, ALL, grace)).level()).isEqualTo(FIRST);
        assertThat(held(decide(14, ALL.grace(14), NONE), "R1")).isEqualTo(HoldReason.GRACE);
        assertThat(only(decide(15, ALL.grace(14), NONE)).level()).isEqualTo(FIRST);
    }

    /** 100.00 promised for the 20th day, with 3 of tolerance: held up to the 23rd; paid in part, or not, it goes on where it was. */
    @Test
    void aPromiseHoldsWhileThereIsTimeAndRestoresTheLevelOnceBroken() {
        var promise = PromiseToPay.of(DUE.plusDays(14), eur("100"), DUE.plusDays(20), 3);
        CollectionHistory promised = with(NONE, "q-1", PromiseMade.of(promise));
        assertThat(decide(23, ALL, promised).hold(id("R1")))
                .hasToString("Optional[PROMISE: EUR 100.00 promised by 2026-03-24: "
                        + "EUR 0.00 of EUR 100.00 by 2026-03-24, on 2026-03-24]");
        DunningNotice broken = only(decide(24, ALL, promised));
        assertThat(broken.level()).isEqualTo(FIRST);
        assertThat(broken.promises())
                .singleElement()
                .satisfies(one -> assertThat(one.standing().state()).isEqualTo(PromiseState.BROKEN));
        var account = new AccountView(A, List.of(item("R1", "2026-03-01", "60")), eur("0"));
        DunningAccount paid = DunningAccount.of(account, promised)
                .withReceipts(Map.of(id("R1"), List.of(AppliedReceipt.of(DUE.plusDays(18), eur("40")))));
        assertThat(only(DunningRun.on(DUE.plusDays(24)).decide(paid, ALL)).promises())
                .singleElement()
                .satisfies(one -> assertThat(one.standing().state()).isEqualTo(PromiseState.PARTLY_KEPT));
    }

    /** By customer the level is that of the highest, the days are those of the oldest, and one letter claims all that is late. */
    @Test
    void aCustomerHasOneLevel() {
        DunningPolicy policy = by(DunningScope.CUSTOMER, REMINDER, FIRST, SECOND);
        OpenItem old = item("R1", "2026-03-01", "100");
        OpenItem young = item("R2", "2026-03-25", "50");
        OpenItem next = item("R3", "2026-04-03", "10");
        CollectionHistory history = recorded(NONE, decide(14, policy, NONE, "0", old));
        DunningDecision decision = decide(28, policy, history, "0", old, young, next);
        assertThat(decision.notices())
                .extracting(notice -> notice.level().name())
                .containsExactly("reminder", "second");
        assertThat(decision.notices().get(1).total()).isEqualTo(eur("150"));
        assertThat(decision.notices().get(0).total()).isEqualTo(eur("10"));
        DunningDecision byItem = decide(28, by(DunningScope.ITEM, FIRST, SECOND), history, "0", old, young);
        assertThat(only(byItem).total()).isEqualTo(eur("100"));
        assertThat(held(byItem, "R2")).isEqualTo(HoldReason.NOT_DUE);
        // once the old one is paid, the customer begins anew
        assertThat(held(decide(29, policy, history, "0", young), "R2")).isEqualTo(HoldReason.NOT_DUE);
        assertThat(only(decide(38, policy, history, "0", young)).level()).isEqualTo(FIRST);
    }

    @Test
    void aThresholdIsInclusiveAndOfAllThatIsLate() {
        DunningPolicy policy = ALL.onlyFrom(OverdueCondition.NONE.items(2).total(eur("150")));
        OpenItem one = item("R1", "2026-03-01", "100");
        assertThat(only(decide(14, policy, NONE, "0", one, item("R2", "2026-03-10", "50")))
                        .total())
                .isEqualTo(eur("100"));
        assertThat(decide(14, policy, NONE, "0", one, item("R2", "2026-03-10", "49.99"))
                        .hold(id("R1")))
                .hasToString(
                        "Optional[BELOW_THRESHOLD: 2 items over EUR 149.99, the oldest 14 days past due, of at least 2 items, EUR 150.00]");
    }

    /** A fee that is left of a debt is claimed, unless the principal settles the claim (erpnext issue 58220). */
    @Test
    void chargesAloneAreClaimedByPolicy() {
        OpenItem fee = OpenItem.of(receivable("R1", "2026-03-01", "10.41").withType(ReceivableType.FEE));
        assertThat(only(decide(14, ALL, NONE, "0", fee)).total()).isEqualTo(eur("10.41"));
        DunningPolicy principal = ALL.settledBy(ClaimRule.PRINCIPAL);
        assertThat(decide(14, principal, NONE, "0", fee).hold(id("R1")))
                .hasToString("Optional[PRINCIPAL_SETTLED: only charges are open]");
        assertThat(only(decide(-7, ALL, NONE, "0", fee)).level()).isEqualTo(REMINDER);
        assertThat(held(decide(-7, principal, NONE, "0", fee), "R1")).isEqualTo(HoldReason.PRINCIPAL_SETTLED);
        OpenItem debt = item("R2", "2026-03-01", "100");
        assertThat(only(decide(14, principal, NONE, "0", fee, debt)).total()).isEqualTo(eur("110.41"));
    }

    /** A letter to the debt two days ago: the fee that has become a debt since is not claimed without it, and then with it. */
    @Test
    void chargesWaitForTheirPrincipalByPolicy() {
        DunningPolicy policy = by(DunningScope.ITEM, FIRST, SECOND.atMost(9)).settledBy(ClaimRule.PRINCIPAL);
        OpenItem debt = item("R1", "2026-03-01", "100");
        OpenItem fee = OpenItem.of(receivable("R2", "2026-03-02", "5").withType(ReceivableType.FEE));
        CollectionHistory history = recorded(NONE, decide(30, policy, NONE, "0", debt));
        DunningDecision between = decide(32, policy, history, "0", debt, fee);
        assertThat(between.isSilent()).isTrue();
        assertThat(held(between, "R1")).isEqualTo(HoldReason.MINIMUM_DISTANCE);
        assertThat(between.hold(id("R2")))
                .hasToString(
                        "Optional[PRINCIPAL_SETTLED: only charges could be claimed on 2026-04-02, beside no principal]");
        assertThat(decide(40, policy, history, "0", debt, fee).notices())
                .extracting(DunningNotice::claimed)
                .containsExactly(eur("5"), eur("100"));
    }

    /** 20 days late, where 30 are asked for. */
    @Test
    void aThresholdOfDaysSaysHowLateTheOldestIs() {
        DunningPolicy policy = ALL.onlyFrom(OverdueCondition.NONE.days(30));
        assertThat(decide(20, policy, NONE).hold(id("R1")))
                .hasToString("Optional[BELOW_THRESHOLD: 1 items over EUR 100.00, the oldest 20 days past due, "
                        + "of at least 0 items, 30 days]");
    }

    /** 100.00 at a rate of 1.5 are 150.00 (metasfresh); without a rate nothing is claimed, and it is said. */
    @Test
    void aPolicyInAnotherCurrencyTakesARate() {
        DunningPolicy francs =
                DunningPolicy.of("CHF", DunningScope.ITEM, List.of(FIRST.fee(LateFee.of(Amount.of("5", "CHF")))));
        var account = DunningAccount.of(new AccountView(A, List.of(item("R1", "2026-03-01", "100")), eur("0")), NONE);
        DunningRun run = DunningRun.on(DUE.plusDays(14));
        DunningNotice notice = only(run.at(StoredRate.of("EUR", "CHF", "1.5")).decide(account, francs));
        assertThat(notice.claimed()).isEqualTo(Amount.of("150", "CHF"));
        assertThat(notice.total()).isEqualTo(Amount.of("155", "CHF"));
        assertThat(run.decide(account, francs).hold(id("R1")))
                .hasToString("Optional[NO_RATE: no rate from EUR to CHF]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.at(StoredRate.of("EUR", "CHF", "1.5")).at(StoredRate.of("EUR", "CHF", "2")))
                .withMessageStartingWith("rates[1] must be given once for each pair of currencies");
    }

    @Test
    void namesTheAccountThatCannotBeDecided() {
        DunningLevel letter = FIRST.interest(
                LateInterest.of(RateTable.from("2026-04-01", "5"), DayBasis.ACTUAL_365, Rounding.halfUp(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decide(14, by(DunningScope.ITEM, letter), NONE))
                .withMessageContaining("account A")
                .withMessageContaining("must not be before the first rate");
        var account = new AccountView(A, List.of(), eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningAccount.of(account, CollectionHistory.empty(B)))
                .withMessage("history must be that of A, but was B");
    }

    @Test
    void carriesWhatAPersonalTextNeeds() throws Exception {
        CollectionHistory history = with(
                with(NONE, "c-1", Contact.of(ContactKind.INQUIRY, "e-mail", DUE)),
                "c-2",
                Contact.of(ContactKind.REPLY, "post", DUE).about(List.of(id("R9"))));
        DunningAccount account = DunningAccount.of(
                        new AccountView(A, List.of(item("R1", "2026-03-01", "100")), eur("0")), history)
                .addressedTo(List.of("board", "accounting"));
        DunningNotice notice = only(DunningRun.on(DUE.plusDays(14)).decide(account, ALL));
        assertThat(notice.addressees()).containsExactly("board", "accounting");
        assertThat(notice.contacts()).extracting(ContactRecord::key).containsExactly(EntryKey.of("c-1"));
        assertThat(notice.items().get(0).daysPastDue()).isEqualTo(14);
        assertThat(notice.contact("post").addressees()).containsExactly("board", "accounting");
        assertThat(notice.contact("post").items()).containsExactly(id("R1"));
        assertThat(copy(account)).isEqualTo(account);
    }
}

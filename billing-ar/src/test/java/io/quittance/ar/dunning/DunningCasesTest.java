package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.interest.ChargeLimits;
import io.quittance.ar.interest.CompensationTiers;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.LatenessTiers;
import io.quittance.ar.interest.PeriodFormula;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.ar.interest.RateTable;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.plan.PromiseToPay;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each rule of a run does where two of them meet; R1 is due on 1 March 2026. */
class DunningCasesTest {
    private static final LocalDate DUE = LocalDate.parse("2026-03-01");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final CollectionHistory NONE = CollectionHistory.empty(A);
    private static final DunningLevel WEEK = DunningLevel.of("week", -7, 5, ContactKind.REMINDER);
    private static final DunningLevel EVE = DunningLevel.of("eve", -3, 5, ContactKind.REMINDER);
    private static final DunningLevel FIRST = DunningLevel.of("first", 14, 7, ContactKind.LETTER);
    private static final DunningLevel SECOND = DunningLevel.of("second", 28, 10, ContactKind.LETTER);
    private static final OpenItem R1 = item("R1", "2026-03-01", "100");
    private static final LateInterest TEN_PERCENT =
            LateInterest.of(RateTable.constant("10"), DayBasis.ACTUAL_365, Rounding.halfUp(2));

    private static DunningPolicy by(DunningScope scope, DunningLevel... levels) {
        return DunningPolicy.of("EUR", scope, List.of(levels));
    }

    private static DunningDecision decide(
            int late, DunningPolicy policy, CollectionHistory history, OpenItem... items) {
        var account = new AccountView(A, List.of(items), eur("0"));
        return DunningRun.on(DUE.plusDays(late)).decide(DunningAccount.of(account, history), policy);
    }

    private static CollectionHistory with(CollectionHistory history, String key, CollectionFact fact) {
        return history.with(CollectionEntry.of(key, A, fact, NOW));
    }

    private static Contact sent(String level, int late, String... items) {
        return Contact.of(ContactKind.LETTER, "post", DUE.plusDays(late))
                .about(Arrays.stream(items).map(ReceivableId::of).toList())
                .atLevel(level);
    }

    private static List<String> told(DunningDecision decision) {
        return decision.notices().stream()
                .map(notice -> notice.level().name()
                        + notice.items().stream().map(one -> one.item().id()).toList())
                .toList();
    }

    private static String why(DunningDecision decision, String item) {
        return decision.hold(id(item)).map(Hold::toString).orElse("dunned");
    }

    /** Of reminders at 7 and 3 days before, none is given 8 days before, the first 5 before, and 3 before only the second. */
    @Test
    void onlyTheLastReminderThatIsReachedIsGiven() {
        DunningPolicy policy = by(DunningScope.ITEM, WEEK, EVE).grace(3);
        assertThat(why(decide(-8, policy, NONE, R1), "R1"))
                .isEqualTo("NOT_DUE: due 2026-03-01, 8 days after 2026-02-21");
        assertThat(told(decide(-5, policy, NONE, R1))).containsExactly("week[R1]");
        assertThat(told(decide(-3, policy, NONE, R1))).containsExactly("eve[R1]");
        CollectionHistory reminded = with(NONE, "c-1", sent("week", -6, "R1"));
        assertThat(why(decide(-3, policy, reminded, R1), "R1"))
                .isEqualTo("MINIMUM_DISTANCE: 3 days since 2026-02-23, of 5");
        assertThat(told(decide(-1, policy, reminded, R1))).containsExactly("eve[R1]");
    }

    /** What is due today is claimed, if a level is of that day, and not reminded of. */
    @ParameterizedTest
    @EnumSource
    void whatIsDueTodayIsClaimed(DunningScope scope) {
        DunningLevel atOnce = DunningLevel.of("at once", 0, 1, ContactKind.LETTER);
        assertThat(told(decide(0, by(scope, WEEK, atOnce), NONE, R1))).containsExactly("at once[R1]");
    }

    @ParameterizedTest
    @EnumSource
    void aPolicyOfRemindersClaimsNothing(DunningScope scope) {
        assertThat(why(decide(1, by(scope, WEEK), NONE, R1), "R1"))
                .isEqualTo("CAP_REACHED: the policy has no level from the due date on");
    }

    @Test
    void aCustomerThatHadTheLastLevelIsHeldWithAllItems() {
        CollectionHistory history = with(NONE, "c-1", sent("first", 14, "R1"));
        DunningDecision decision =
                decide(30, by(DunningScope.CUSTOMER, FIRST), history, R1, item("R2", "2026-03-20", "5"));
        assertThat(why(decision, "R1")).isEqualTo("CAP_REACHED: first was given 1 times, of 1");
        assertThat(why(decision, "R2")).isEqualTo("CAP_REACHED: first was given 1 times, of 1");
    }

    /** A customer's letter claims what is late by a day or more, and not what is due today. */
    @Test
    void aCustomersLetterClaimsAllThatIsLate() {
        DunningDecision decision = decide(
                14,
                by(DunningScope.CUSTOMER, FIRST),
                NONE,
                R1,
                item("R2", "2026-03-14", "50"),
                item("R3", "2026-03-15", "20"));
        assertThat(told(decision)).containsExactly("first[R1, R2]");
        assertThat(why(decision, "R3")).isEqualTo("NOT_DUE: due 2026-03-15, asked on 2026-03-15");
    }

    /** On the 20th day R1 counts 10, as it was paused for ten; R2 of 3 March counts 18, and tells the days of the customer. */
    @Test
    void theOldestByTheDaysThatCountTellsTheDays() {
        CollectionHistory paused = with(
                NONE, "p-1", DunningPause.of(DUE, DUE.plusDays(10), "holiday").about(List.of(id("R1"))));
        DunningDecision decision =
                decide(20, by(DunningScope.CUSTOMER, FIRST), paused, R1, item("R2", "2026-03-03", "50"));
        assertThat(told(decision)).containsExactly("first[R1, R2]");
    }

    /** A grace of one item leaves the others of its customer to be claimed. */
    @Test
    void whatIsInGraceIsLeftOutOfTheCustomersLetter() {
        CollectionHistory grace =
                with(NONE, "g-1", GraceGranted.of(DUE, DUE.plusDays(20)).about(List.of(id("R1"))));
        DunningDecision decision =
                decide(20, by(DunningScope.CUSTOMER, FIRST), grace, R1, item("R2", "2026-03-03", "50"));
        assertThat(told(decision)).containsExactly("first[R2]");
        assertThat(why(decision, "R1")).isEqualTo("GRACE: grace until 2026-03-21, asked on 2026-03-21");
    }

    /** A reminder of what is not due yet does not put off the letter to the customer, a call by no level does not either. */
    @Test
    void onlyLevelsFromTheDueDateOnKeepACustomersDistance() {
        DunningPolicy policy = by(DunningScope.CUSTOMER, WEEK, FIRST);
        CollectionHistory reminded = with(NONE, "c-1", sent("week", 13, "R2"));
        OpenItem next = item("R2", "2026-03-20", "50");
        assertThat(told(decide(14, policy, reminded, R1, next))).containsExactly("first[R1]");
        Contact call = Contact.of(ContactKind.CALL, "phone", DUE.plusDays(13)).about(List.of(id("R1")));
        assertThat(told(decide(14, policy, with(NONE, "c-1", call), R1))).containsExactly("first[R1]");
        assertThat(told(decide(14, by(DunningScope.ITEM, FIRST), with(NONE, "c-1", call), R1)))
                .containsExactly("first[R1]");
    }

    /** The second letter may go out twice; a first one that was sent again in between is none of the two. */
    @Test
    void aLowerLevelInBetweenDoesNotUseUpTheCap() {
        DunningPolicy policy = by(DunningScope.ITEM, FIRST, SECOND.atMost(2));
        CollectionHistory history = with(
                with(with(NONE, "c-1", sent("first", 14, "R1")), "c-2", sent("second", 28, "R1")),
                "c-3",
                sent("first", 30, "R1"));
        assertThat(why(decide(39, policy, history, R1), "R1"))
                .isEqualTo("MINIMUM_DISTANCE: 9 days since 2026-03-31, of 10");
        assertThat(told(decide(40, policy, history, R1))).containsExactly("second[R1]");
        assertThat(why(decide(60, policy, with(history, "c-4", sent("second", 40, "R1")), R1), "R1"))
                .isEqualTo("CAP_REACHED: second was given 2 times, of 2");
    }

    /** The attempts are those of the level: the second letter is a first one, though another was sent before. */
    @Test
    void attemptsAreCountedByLevel() {
        CollectionHistory history = with(NONE, "c-1", sent("first", 14, "R1"));
        DunningDecision decision = decide(28, by(DunningScope.ITEM, FIRST, SECOND), history, R1);
        assertThat(decision.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.attempt()).isEqualTo(1);
            assertThat(notice.key()).hasToString("dunning 2026-03-29 second 1");
        });
    }

    /** On the 14th day nobody knows of a letter of the 20th. */
    @Test
    void whatWasSentLaterIsNoEarlierAttempt() {
        CollectionHistory history = with(NONE, "c-1", sent("first", 20, "R1"));
        assertThat(decide(14, by(DunningScope.ITEM, FIRST), history, R1).notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.attempt()).isEqualTo(1));
    }

    /** The oldest of two tells whether something is 20 days old. */
    @Test
    void theOldestTellsTheDaysOfAThreshold() {
        DunningPolicy policy = by(DunningScope.ITEM, FIRST).onlyFrom(OverdueCondition.NONE.days(20));
        OpenItem young = item("R2", "2026-03-15", "50");
        assertThat(told(decide(20, policy, NONE, R1, young))).containsExactly("first[R1]");
        assertThat(why(decide(19, policy, NONE, R1, young), "R1"))
                .isEqualTo(
                        "BELOW_THRESHOLD: 2 items over EUR 150.00, the oldest 19 days past due, of at least 0 items, 20 days");
    }

    /** What is held is told by due date, whichever rule holds it. */
    @Test
    void whatIsHeldIsToldByDueDate() {
        OpenItem contested = OpenItem.of(receivable("R3", "2026-03-05", "50"), eur("50"), eur("50"));
        DunningDecision decision =
                decide(5, by(DunningScope.ITEM, WEEK, FIRST), NONE, item("R2", "2026-04-20", "1"), contested, R1);
        assertThat(decision.held()).extracting(held -> held.item().id()).containsExactly(id("R1"), id("R3"), id("R2"));
        assertThat(decision.hold(id("R9"))).isEmpty();
    }

    /** 0.01 at 0.4 are 0.00: there is nothing to claim. */
    @Test
    void whatIsNothingInTheCurrencyOfThePolicyIsHeld() {
        DunningPolicy francs = DunningPolicy.of("CHF", DunningScope.ITEM, List.of(FIRST));
        var cent = new AccountView(A, List.of(item("R1", "2026-03-01", "0.01")), eur("0"));
        DunningDecision decision = DunningRun.on(DUE.plusDays(14))
                .at(StoredRate.of("EUR", "CHF", "0.4"))
                .decide(DunningAccount.of(cent, NONE), francs);
        assertThat(why(decision, "R1")).isEqualTo("BELOW_THRESHOLD: EUR 0.01 are nothing in CHF");
    }

    /** Of three rates only that of both currencies counts: 100.00 EUR at 1.5 are 150.00 CHF. */
    @Test
    void theRateOfBothCurrenciesIsTaken() {
        DunningPolicy francs = DunningPolicy.of("CHF", DunningScope.ITEM, List.of(FIRST));
        DunningAccount account = DunningAccount.of(new AccountView(A, List.of(R1), eur("0")), NONE);
        DunningRun run = DunningRun.on(DUE.plusDays(14))
                .at(StoredRate.of("EUR", "USD", "1.1"))
                .at(StoredRate.of("USD", "CHF", "0.9"));
        assertThat(why(run.decide(account, francs), "R1")).isEqualTo("NO_RATE: no rate from EUR to CHF");
        assertThat(run.at(StoredRate.of("EUR", "CHF", "1.5"))
                        .decide(account, francs)
                        .notices())
                .extracting(DunningNotice::claimed)
                .containsExactly(Amount.of("150", "CHF"));
    }

    /** 1000.00 for 14 days at 10 % are 3.84 and bear 40.00; a fee of 10.00 bears neither, and is none of what interest was claimed of. */
    @Test
    void chargesBearNoChargesByItem() {
        DunningLevel letter = FIRST.interest(TEN_PERCENT).compensation(CompensationTiers.always(eur("40")));
        OpenItem fee = OpenItem.of(receivable("F1", "2026-03-01", "10").withType(ReceivableType.FEE));
        DunningNotice notice = decide(
                        14, by(DunningScope.CUSTOMER, letter), NONE, item("R1", "2026-03-01", "1000"), fee)
                .notices()
                .get(0);
        assertThat(notice.items())
                .extracting(one -> one.item().id() + " " + one.interest().amount() + " "
                        + one.compensation().amount())
                .containsExactlyInAnyOrder("R1 EUR 3.84 EUR 40.00", "F1 EUR 0.00 EUR 0.00");
        assertThat(notice.contact("post").interestOf()).containsExactly(id("R1"));
        assertThat(notice.contact("post").items()).containsExactly(id("F1"), id("R1"));
    }

    /** Interest that was waived as too little was not claimed: 3.84 of 14 days are left out below 5.00, and 28 days are 7.67. */
    @Test
    void whatWasWaivedIsClaimedLater() {
        DunningLevel letter = FIRST.interest(TEN_PERCENT.within(ChargeLimits.NONE.waivedBelow(eur("5"))))
                .atMost(2);
        DunningPolicy policy = by(DunningScope.ITEM, letter);
        OpenItem debt = item("R1", "2026-03-01", "1000");
        DunningNotice first = decide(14, policy, NONE, debt).notices().get(0);
        assertThat(first.interest()).isEqualTo(eur("0"));
        assertThat(first.contact("post").interestOf()).isEmpty();
        DunningNotice second = decide(28, policy, with(NONE, "c-1", first.contact("post")), debt)
                .notices()
                .get(0);
        assertThat(second.interest()).isEqualTo(eur("7.67"));
    }

    /** A charge by the period is no interest through a day. */
    @Test
    void aChargeByThePeriodIsNoInterestThroughADay() {
        DunningLevel letter = FIRST.periodicCharge(
                PeriodicCharge.of(PeriodFormula.FLAT, LatenessTiers.constant("2"), 30, Rounding.halfUp(2)));
        DunningNotice notice =
                decide(14, by(DunningScope.ITEM, letter), NONE, R1).notices().get(0);
        assertThat(notice.interest()).isEqualTo(eur("2"));
        assertThat(notice.contact("post").interestOf()).isEmpty();
    }

    /** What a reminder of today claimed interest of bears none today once more. */
    @Test
    void noDayIsClaimedTwice() {
        CollectionHistory claimed = with(
                NONE,
                "c-1",
                new Contact(
                        ContactKind.REMINDER,
                        "week",
                        "post",
                        DUE.plusDays(14),
                        List.of(id("R1")),
                        List.of(id("R1")),
                        null,
                        List.of()));
        DunningPolicy policy = by(DunningScope.CUSTOMER, WEEK, FIRST.interest(TEN_PERCENT));
        OpenItem debt = item("R1", "2026-03-01", "1000");
        assertThat(decide(14, policy, claimed, debt).notices())
                .extracting(DunningNotice::interest)
                .containsExactly(eur("0"));
        assertThat(decide(15, policy, claimed, debt).notices())
                .extracting(DunningNotice::interest)
                .containsExactly(eur("0.27")); // one day of 365: 0.2740
    }

    /** A notice tells the promises of its items and of the account, and no others. */
    @Test
    void tellsThePromisesOfItsItems() {
        var promise = PromiseToPay.of(DUE, eur("10"), DUE.plusDays(5), 0);
        CollectionHistory history = with(
                with(
                        with(NONE, "all", PromiseMade.of(promise)),
                        "mine",
                        PromiseMade.of(promise).about(List.of(id("R1"), id("R8")))),
                "other",
                PromiseMade.of(promise).about(List.of(id("R9"))));
        assertThat(decide(14, by(DunningScope.ITEM, FIRST), history, R1)
                        .notices()
                        .get(0)
                        .promises())
                .extracting(one -> one.key().value())
                .containsExactly("all", "mine");
    }
}

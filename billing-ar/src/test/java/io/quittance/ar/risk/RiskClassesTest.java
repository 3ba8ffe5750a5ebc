package io.quittance.ar.risk;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static io.quittance.ar.risk.RiskCondition.atLeast;
import static io.quittance.ar.risk.RiskCondition.atMost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * 100.00 due on 31 January and paid on 10 February, 300.00 due on 28 February and paid on the 20th: 10 days late for 100.00 of 400.00 are 2.5 days beyond
 * terms and 25 %. 50.00 due on 1 March are open at the end of the quarter, 20.00 of them contested.
 */
class RiskClassesTest {
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final ServicePeriod QUARTER = ServicePeriod.of("2026-01-01", "2026-04-01");
    private static final RiskClasses CLASSES = RiskClasses.of(
            List.of(
                    RiskRule.of("high", atLeast(RiskMeasure.RETURNED_PAYMENTS, "2")),
                    RiskRule.of("high", atLeast(RiskMeasure.OLDEST_OVERDUE_DAYS, "90")),
                    RiskRule.of(
                            "low",
                            atMost(RiskMeasure.DAYS_BEYOND_TERMS, "2.5"),
                            atMost(RiskMeasure.OVERDUE_AMOUNT, "30"))),
            "medium");

    private static final Ledger LEDGER = paid(
            paid(
                    post(
                            post(
                                    post(
                                            Ledger.empty("EUR"),
                                            "R1",
                                            new ReceivablePosted(receivable("R1", "2026-01-31", "100"))),
                                    "R2",
                                    new ReceivablePosted(receivable("R2", "2026-02-28", "300"))),
                            "R3",
                            new ReceivablePosted(receivable("R3", "2026-03-01", "50"))),
                    "P1",
                    "2026-02-10",
                    "100"),
            "P2",
            "2026-02-20",
            "300");
    private static final Ledger CONTESTED =
            post(LEDGER, "D3", new DisputeOpened(A, dispute("R3", "20"), LocalDate.parse("2026-03-05")));

    private static Ledger post(Ledger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, NOW)).ledger();
    }

    private static Ledger paid(Ledger ledger, String id, String date, String amount) {
        Payment payment = payment(id, date, amount);
        List<OpenItem> items = ledger.openItems(A);
        return post(
                post(ledger, id, new PaymentReceived(payment)),
                id + "/settled",
                new PaymentAllocated(Allocation.of(payment, items, new OldestDueFirst()), LocalDate.parse(date)));
    }

    private static PaymentBehavior behavior(Ledger ledger) {
        return PaymentBehavior.of(ledger.customer(A), QUARTER, NOW);
    }

    @Test
    void readsBehaviorFromTheLedger() throws Exception {
        PaymentBehavior behavior = behavior(CONTESTED);
        assertThat(behavior.settled()).isEqualTo(eur("400"));
        assertThat(behavior.late()).isEqualTo(eur("100"));
        assertThat(behavior.daysBeyondTerms()).contains(Fraction.of(5, 2));
        assertThat(behavior.latePercent()).contains(Fraction.of(25));
        assertThat(behavior.overdue()).isEqualTo(eur("30"));
        assertThat(behavior.oldestOverdueDays()).isEqualTo(30);
        assertThat(behavior.returned()).isZero();
        assertThat(copy(behavior)).isEqualTo(behavior);
    }

    @Test
    void whatCameBackDoesNotCount() {
        PaymentBehavior behavior = behavior(post(
                CONTESTED,
                "back",
                new PaymentReturned(
                        A,
                        PaymentId.of("P1"),
                        PaymentReturned.Reason.INSUFFICIENT_FUNDS,
                        LocalDate.parse("2026-02-15"))));
        assertThat(behavior.settled()).isEqualTo(eur("300"));
        assertThat(behavior.late()).isEqualTo(eur("0"));
        assertThat(behavior.returned()).isEqualTo(1);
        assertThat(behavior.overdue()).isEqualTo(eur("130"));
        assertThat(behavior.oldestOverdueDays()).isEqualTo(59);
    }

    @Test
    void whatIsOutsideThePeriodDoesNotCount() {
        PaymentBehavior march =
                PaymentBehavior.of(CONTESTED.customer(A), ServicePeriod.of("2026-03-01", "2026-04-01"), NOW);
        assertThat(march.settled()).isEqualTo(eur("0"));
        assertThat(march.daysBeyondTerms()).isEmpty();
        assertThat(march.latePercent()).isEmpty();
        PaymentBehavior given = behavior(post(
                LEDGER,
                "W",
                new ReceivableWrittenOff(
                        A,
                        id("R3"),
                        eur("50"),
                        ReceivableWrittenOff.Reason.UNCOLLECTIBLE,
                        LocalDate.parse("2026-03-20"))));
        assertThat(given.writtenOff()).isEqualTo(eur("50"));
        assertThat(given.overdue()).isEqualTo(eur("0"));
    }

    /** At most 2.5 days and at most 30.00: both bounds are met exactly. */
    @Test
    void theFirstRuleThatHoldsDecides() throws Exception {
        RiskAssessment assessment = CLASSES.assess(behavior(CONTESTED));
        assertThat(assessment.riskClass()).isEqualTo("low");
        assertThat(assessment.reasons())
                .extracting(Explanation::toString)
                .containsExactly(
                        "returned payments of 0 is not at least 2",
                        "oldest overdue days of 30 is not at least 90",
                        "days beyond terms of 2.5 is at most 2.5",
                        "overdue amount of 30 is at most 30",
                        "class low: [days beyond terms at most 2.5, overdue amount at most 30]");
        assertThat(copy(assessment)).isEqualTo(assessment);
        assertThat(copy(CLASSES)).isEqualTo(CLASSES);
        assertThat(CLASSES.assess(behavior(LEDGER)).riskClass()).isEqualTo("medium");
    }

    @Test
    void whatIsUnknownIsWithinNoBound() {
        PaymentBehavior none = PaymentBehavior.of(Ledger.empty("EUR").customer(A), QUARTER, NOW);
        RiskAssessment assessment = CLASSES.assess(none);
        assertThat(assessment.riskClass()).isEqualTo("medium");
        assertThat(assessment.reasons())
                .extracting(Explanation::key)
                .containsExactly("risk.fails", "risk.fails", "risk.unknown", "risk.holds", "risk.otherwise");
        assertThat(CLASSES.assess(none.withBrokenPromises(3)).riskClass()).isEqualTo("medium");
        assertThat(RiskClasses.of(List.of(RiskRule.of("high", atLeast(RiskMeasure.BROKEN_PROMISES, "3"))), "low")
                        .assess(none.withBrokenPromises(3))
                        .riskClass())
                .isEqualTo("high");
    }

    @Test
    void ordersWaitForTheReasonsOfThePolicy() throws Exception {
        var policy = new HoldPolicy(true, List.of(atLeast(RiskMeasure.OLDEST_OVERDUE_DAYS, "30")), Set.of("low"));
        CreditCheck within = CreditLimit.of(eur("100"))
                .check(
                        Exposure.of(CONTESTED
                                .asOf(LocalDate.parse("2026-03-31"))
                                .accounts()
                                .get(0)),
                        ExposurePolicy.USUAL,
                        eur("50"));
        RiskAssessment low = CLASSES.assess(behavior(CONTESTED));
        assertThat(policy.reasons(within, low))
                .extracting(Explanation::key)
                .containsExactly("risk.holds", "hold.class");
        CreditCheck exceeded = CreditLimit.of(eur("99.99"))
                .check(
                        Exposure.of(CONTESTED
                                .asOf(LocalDate.parse("2026-03-31"))
                                .accounts()
                                .get(0)),
                        ExposurePolicy.USUAL,
                        eur("50"));
        assertThat(policy.reasons(exceeded, low))
                .extracting(Explanation::toString)
                .first()
                .isEqualTo("total: EUR 50.00 and EUR 50.00 more exceed the limit of EUR 99.99");
        assertThat(new HoldPolicy(true, List.of(), Set.of()).reasons(within, low))
                .isEmpty();
        assertThat(new HoldPolicy(false, List.of(), Set.of("high")).reasons(exceeded, low))
                .isEmpty();
        assertThat(copy(policy)).isEqualTo(policy);
        assertThat(new HoldPolicy(false, List.of(), Set.of("d", "b", "a", "e", "c")).riskClasses())
                .containsExactly("a", "b", "c", "d", "e");
    }

    /** 30 days are reached; no payment came back. */
    @Test
    void aConditionAloneIsAPolicy() {
        CreditCheck check =
                CreditLimit.of(eur("1")).check(Exposure.none(eur("0").getCurrency()), ExposurePolicy.USUAL, eur("2"));
        var policy = new HoldPolicy(
                false,
                List.of(atLeast(RiskMeasure.OLDEST_OVERDUE_DAYS, "30"), atLeast(RiskMeasure.RETURNED_PAYMENTS, "1")),
                Set.of());
        assertThat(policy.reasons(check, CLASSES.assess(behavior(CONTESTED))))
                .extracting(Explanation::toString)
                .containsExactly("oldest overdue days of 30 is at least 30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoldPolicy(true, List.of(), Set.of("")))
                .withMessage("riskClasses must have 1 to 200 characters, but was ");
    }

    @Test
    void aConditionSaysItsBound() {
        assertThat(atLeast(RiskMeasure.RETURNED_PAYMENTS, "2")).hasToString("returned payments at least 2");
        assertThat(atMost(RiskMeasure.LATE_PERCENT, "2.5")).hasToString("late percent at most 2.5");
    }

    @Test
    void refusesRulesThatSayNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RiskRule.of("high"))
                .withMessage("conditions must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RiskClasses.of(List.of(), "low"))
                .withMessage("rules must not be empty");
        RiskRule rule = RiskRule.of("high", atLeast(RiskMeasure.RETURNED_PAYMENTS, "2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RiskClasses.of(List.of(rule, rule), "low"))
                .withMessageStartingWith("rules[1] must not be there before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> atLeast(RiskMeasure.LATE_PERCENT, "-1"))
                .withMessageStartingWith("threshold must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoldPolicy(false, List.of(), Set.of()))
                .withMessageStartingWith("conditions must not be empty where neither a limit nor a class holds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> behavior(LEDGER).withBrokenPromises(-1))
                .withMessage("brokenPromises must be 0 or more, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PaymentBehavior(A, QUARTER, eur("1"), eur("2"), Fraction.ONE, 0, 0, eur("0"), eur("0"), 0))
                .withMessage("late must be at most EUR 1.00, but was EUR 2.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PaymentBehavior(A, QUARTER, eur("1"), eur("1"), Fraction.ZERO, 0, 0, eur("0"), eur("0"), 0))
                .withMessageStartingWith("amountDays must be more than 0 if and only if something is late");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PaymentBehavior(A, QUARTER, eur("1"), eur("0"), Fraction.ZERO, 0, 0, eur("0"), eur("5"), 0))
                .withMessageStartingWith("oldestOverdueDays must be more than 0 if and only if something is overdue");
    }
}

package io.quittance.ar.ledger;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.ar.Histories;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.replay.Rebooking;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.ar.settlement.Withholding;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Debts of 60.00 and 40.00, and a payment of 10 March over 100.00. */
class PartialReturnTest {
    private static final Receivable SIXTY = receivable("R1", "2026-03-03", "60");
    private static final Receivable FORTY = receivable("R2", "2026-03-04", "40");
    private static final Payment HUNDRED = payment("P1", "2026-03-10", "100");
    private static final LocalDate MARCH_20 = LocalDate.parse("2026-03-20");
    private static final AsOf END = AsOf.endOf("9999-12-31");

    private static CustomerLedger ledger(LedgerFact... facts) {
        return with(CustomerLedger.empty(A, Histories.EUR), facts);
    }

    private static CustomerLedger with(CustomerLedger ledger, LedgerFact... facts) {
        CustomerLedger next = ledger;
        for (LedgerFact fact : facts) {
            Instant now = Histories.START.plusSeconds(next.version());
            next = next.post(LedgerEntry.of("K" + (next.version() + 1), fact, now))
                    .ledger();
        }
        return next;
    }

    private static CustomerLedger onAccount() {
        return ledger(new ReceivablePosted(SIXTY), new ReceivablePosted(FORTY), new PaymentReceived(HUNDRED));
    }

    private static PaymentAllocated settled(SettlementPolicy policy, Receivable... debts) {
        List<OpenItem> items = List.of(debts).stream().map(OpenItem::of).toList();
        return new PaymentAllocated(
                Settlement.of(AllocationRequest.of(HUNDRED, items), new OldestDueFirst(), policy), HUNDRED.valueDate());
    }

    private static CustomerLedger settled() {
        return with(onAccount(), settled(SettlementPolicy.MONEY_ONLY, SIXTY, FORTY));
    }

    private static PaymentReturned part(String amount) {
        return PaymentReturned.ofPart(A, HUNDRED.id(), eur(amount), PaymentReturned.Reason.CHARGEBACK, MARCH_20);
    }

    private static PaymentRefunded refunded(String amount, String day) {
        return PaymentRefunded.of(A, HUNDRED.id(), eur(amount), LocalDate.parse(day));
    }

    private static EntryReversed reversed(String key, String day) {
        return new EntryReversed(A, EntryKey.of(key), LocalDate.parse(day));
    }

    private static CustomerLedger returned(CustomerLedger ledger, PaymentReturned part) {
        return with(ledger, PartialReturn.facts(ledger, part).toArray(LedgerFact[]::new));
    }

    /** 30.00 of 100.00 that settle nothing are gone from 20 March on, and are there again from the 25th, as it was a mistake. */
    @Test
    void aPartIsTakenFromTheAccountAndGivenBack() {
        CustomerLedger ledger = with(onAccount(), part("30"));
        assertThat(ledger.asOf(AsOf.endOf("2026-03-19")).onAccount()).isEqualTo(eur("100"));
        assertThat(ledger.asOf(AsOf.endOf("2026-03-20")).onAccount()).isEqualTo(eur("70"));
        assertThat(ledger.asOf(AsOf.of(MARCH_20, Histories.START.plusSeconds(2)))
                        .onAccount())
                .isEqualTo(eur("100"));
        CustomerLedger undone = with(ledger, reversed("K4", "2026-03-25"));
        assertThat(undone.asOf(AsOf.endOf("2026-03-24")).onAccount()).isEqualTo(eur("70"));
        assertThat(undone.asOf(AsOf.endOf("2026-03-25"))).isEqualTo(onAccount().asOf(END));
        assertThat(undone.steps(END).get(4).undone())
                .extracting(LedgerEntry::key)
                .containsExactly(EntryKey.of("K4"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(ledger, part("70.01")))
                .withMessage("amount must be at most EUR 70.00, which is left of payment P1, but was EUR 70.01");
    }

    /** The rest of 70.00 comes back on the 22nd: nothing is left. The return of the whole undoes that of the part. */
    @Test
    void theRestOfAPaymentComesBackToo() {
        PaymentReturned whole =
                new PaymentReturned(A, HUNDRED.id(), PaymentReturned.Reason.CHARGEBACK, LocalDate.parse("2026-03-22"));
        CustomerLedger ledger = with(onAccount(), part("30"), whole);
        assertThat(ledger.asOf(AsOf.endOf("2026-03-21")).onAccount()).isEqualTo(eur("70"));
        assertThat(ledger.asOf(AsOf.endOf("2026-03-22")).onAccount()).isEqualTo(eur("0"));
        assertThat(ledger.steps(END).get(4).undone())
                .extracting(LedgerEntry::key)
                .containsExactly(EntryKey.of("K4"), EntryKey.of("K3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(ledger, reversed("K4", "2026-03-23")))
                .withMessage("entry must be one that stands and can be reversed, but was K4");
    }

    /** 100.00 settled 60.00 and 40.00; 30.00 come back: 60.00 and 10.00 are settled again, and 30.00 of the second debt are open. */
    @Test
    void whatWasSettledLastIsOpenAgain() {
        CustomerLedger ledger = returned(settled(), part("30"));
        assertThat(ledger.entries().subList(4, 7))
                .extracting(entry -> entry.fact().getClass().getSimpleName(), LedgerEntry::effectiveDate)
                .containsExactly(
                        tuple("EntryReversed", MARCH_20),
                        tuple("PaymentAllocated", MARCH_20),
                        tuple("PaymentReturned", MARCH_20));
        assertThat(ledger.openItems())
                .extracting(OpenItem::id, OpenItem::open)
                .containsExactly(tuple(id("R2"), eur("30")));
        assertThat(ledger.asOf(AsOf.endOf("2026-03-19")).open()).isEqualTo(eur("0"));
        assertThat(ledger.asOf(END).onAccount()).isEqualTo(eur("0"));
        CustomerLedger more = returned(ledger, part("70"));
        assertThat(more.asOf(END).open()).isEqualTo(eur("100"));
        assertThat(more.entries().get(7).fact()).isInstanceOf(EntryReversed.class);
        assertThat(more.version()).isEqualTo(9); // nothing is settled again
    }

    /** 60.00 and then 40.00 were settled, each by itself; of the 40.00 that come back the first 60.00 know nothing. */
    @Test
    void whatWasSettledFirstStaysWhereTheLastSuffices() {
        CustomerLedger ledger = with(onAccount(), of("60", "2026-03-10", SIXTY), of("40", "2026-03-12", FORTY));
        assertThat(PartialReturn.facts(ledger, part("40"))).containsExactly(reversed("K5", "2026-03-20"), part("40"));
        CustomerLedger all = returned(ledger, part("50"));
        assertThat(all.openItems())
                .extracting(OpenItem::id, OpenItem::open)
                .containsExactly(tuple(id("R1"), eur("10")), tuple(id("R2"), eur("40")));
    }

    /** Of 60.00 settled on the 10th and 40.00 on the 25th, 60.00 can come back on the 20th, and no more: the 40.00 are later. */
    @Test
    void whatIsSettledAfterTheReturnIsNotUndoneByIt() {
        CustomerLedger ledger = with(onAccount(), of("60", "2026-03-10", SIXTY), of("40", "2026-03-25", FORTY));
        assertThat(PartialReturn.facts(ledger, part("60"))).containsExactly(reversed("K4", "2026-03-20"), part("60"));
        assertRefused(
                ledger,
                part("60.01"),
                "amount must be at most EUR 60.00, which is on account of payment P1 or was settled with it until"
                        + " 2026-03-20 and can be undone, but was EUR 60.01");
    }

    private static PaymentAllocated of(String money, String day, Receivable debt) {
        AllocationRequest request = AllocationRequest.of(HUNDRED, eur(money), List.of(OpenItem.of(debt)));
        return new PaymentAllocated(
                Settlement.of(request, new OldestDueFirst(), SettlementPolicy.MONEY_ONLY), LocalDate.parse(day));
    }

    /** 80.00 settled debts and 20.00 were refunded; the bank takes back 100.00. The debts are open, and the 20.00 are owed. */
    @Test
    void whatWasRefundedIsOwedAgain() {
        Receivable eighty = receivable("R3", "2026-03-04", "80");
        PaymentReturned whole = part("100").owing(id("B1"), LocalDate.parse("2026-04-01"), eur("20"));
        CustomerLedger before = ledger(
                new ReceivablePosted(eighty),
                new PaymentReceived(HUNDRED),
                settled(SettlementPolicy.MONEY_ONLY, eighty),
                refunded("20", "2026-03-12"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        with(before, new PaymentReturned(A, HUNDRED.id(), PaymentReturned.Reason.CHARGEBACK, MARCH_20)))
                .withMessage(
                        "payment.amount must be at most EUR 80.00, which is left of payment P1, but was EUR 100.00");
        CustomerLedger ledger = returned(before, whole);
        assertThat(ledger.openItems())
                .extracting(OpenItem::id, OpenItem::open)
                .containsExactly(tuple(id("R3"), eur("80")), tuple(id("B1"), eur("20")));
        assertThat(ledger.asOf(END).onAccount()).isEqualTo(eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(ledger, reversed("K4", "2026-03-21")))
                .withMessage("entry must be at most EUR 0.00, which was refunded or converted of payment P1 and is not"
                        + " owed again, but was EUR 20.00");
        CustomerLedger undone = with(ledger, reversed("K6", "2026-03-21"), reversed("K4", "2026-03-21"));
        assertThat(undone.openItems()).extracting(OpenItem::id).containsExactly(id("R3"));
        assertThat(undone.asOf(END).onAccount()).isEqualTo(eur("100"));
    }

    @Test
    void noMoreIsOwedThanWentBack() {
        CustomerLedger ledger = with(onAccount(), refunded("20", "2026-03-25"));
        PaymentReturned owing = part("30").owing(id("B1"), LocalDate.parse("2026-04-01"), eur("20"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(ledger, owing))
                .withMessage(
                        "owed.receivable.amount must be at most EUR 0.00, which was refunded or converted of payment"
                                + " P1 and is not owed again on each day from 2026-03-20 on, but was EUR 20.00");
        CustomerLedger earlier = with(onAccount(), refunded("20", "2026-03-12"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(earlier, part("30").owing(id("B1"), MARCH_20, eur("20.01"))))
                .withMessageStartingWith("owed.receivable.amount must be at most EUR 20.00, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(earlier, part("30").owing(id("R1"), MARCH_20, eur("1"))))
                .withMessage("owed.receivable.id must be new, but was R1");
        CustomerLedger taken = with(earlier, owing);
        assertThat(taken.unapplied(HUNDRED.id())).isEqualTo(eur("70"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(taken, part("1").owing(id("B2"), MARCH_20, eur("1"))))
                .withMessageStartingWith("owed.receivable.amount must be at most EUR 0.00, ");
    }

    /** 100.00 and a tolerance of 2.00 closed 102.00; 30.00 come back: nobody tolerates 32.00 that are not paid. */
    @Test
    void aToleranceEndsWithTheMoney() {
        Receivable hundredTwo = receivable("R3", "2026-03-04", "102");
        SettlementPolicy tolerant =
                SettlementPolicy.MONEY_ONLY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(eur("2"))));
        CustomerLedger before =
                ledger(new ReceivablePosted(hundredTwo), new PaymentReceived(HUNDRED), settled(tolerant, hundredTwo));
        assertThat(before.openItems()).isEmpty();
        assertOpen(returned(before, part("30")), "32");
        assertOpen(returned(before, part("100")), "102");
    }

    /** 100.00 of 110.00 were paid and the rest given up: all comes back, so that all is owed, the rest too. */
    @Test
    void aRestIsOpenAgainWithTheMoney() {
        Receivable debt = receivable("R3", "2026-03-04", "110");
        for (ShortPay rule : List.of(ShortPay.writeOff(AdjustmentLimit.of(eur("10"))), ShortPay.discount())) {
            CustomerLedger before = ledger(
                    new ReceivablePosted(debt),
                    new PaymentReceived(HUNDRED),
                    settled(SettlementPolicy.MONEY_ONLY.shortPay(rule), debt));
            assertThat(before.openItems()).isEmpty();
            assertOpen(returned(before, part("100")), "110");
            assertOpen(returned(before, part("0.01")), "10.01");
        }
    }

    private static void assertOpen(CustomerLedger ledger, String open) {
        assertThat(ledger.asOf(END).open()).isEqualTo(eur(open));
        assertThat(ledger.asOf(END).onAccount()).isEqualTo(eur("0"));
    }

    private static final Receivable OFFERED = receivable("R3", "2026-04-01", "100");
    /** 2 % up to 30 March. */
    private static final SettlementPolicy TWO_PERCENT = SettlementPolicy.MONEY_ONLY.discounts(DiscountPolicy.of(Map.of(
            OFFERED.id(),
            DiscountOffer.of(OFFERED.amount(), List.of(DiscountTier.percent("2", LocalDate.parse("2026-03-30")))))));

    /** 98.00 and 2.00 of discount settled 100.00, and 2.00 are on account. */
    private static CustomerLedger discounted() {
        return ledger(new ReceivablePosted(OFFERED), new PaymentReceived(HUNDRED), settled(TWO_PERCENT, OFFERED));
    }

    /**
     * Of 98.00 with a discount of 2.00, 49.00 stay with 1.00; 0.01 stays with nothing, for 0.01 × 2 / 98 is less than a cent; and where
     * all comes back, all is open, as the return of the whole leaves it.
     */
    @Test
    void aDiscountStaysInProportionToTheMoney() {
        assertOpen(returned(discounted(), part("51")), "50"); // 2.00 of the account, 49.00 of the debt
        assertOpen(returned(discounted(), part("99.99")), "99.99");
        CustomerLedger all = returned(discounted(), part("100"));
        assertOpen(all, "100");
        assertThat(all.version()).isEqualTo(5); // nothing is settled again
        var whole = new PaymentReturned(A, HUNDRED.id(), PaymentReturned.Reason.CHARGEBACK, MARCH_20);
        assertThat(all.asOf(END)).isEqualTo(with(discounted(), whole).asOf(END));
        assertThat(returned(discounted(), part("2")).openItems()).isEmpty();
    }

    /** The 2.00 that were too much went back to the customer, and then all 100.00: 102.00 are owed. */
    @Test
    void whatIsOwedOfARefundComesToTheWholeDebt() {
        CustomerLedger refunded = with(discounted(), refunded("2", "2026-03-12"));
        PaymentReturned all = part("100").owing(id("B1"), LocalDate.parse("2026-04-01"), eur("2"));
        assertOpen(returned(refunded, all), "102");
    }

    /** The reason of what stays says the rule, its rank, what there was, and what ended it. */
    @Test
    void whatStaysSaysWhy() {
        Settlement again = ((PaymentAllocated)
                        PartialReturn.facts(discounted(), part("51")).get(1))
                .settlement();
        assertThat(again.allocation().lines().get(0).explanations())
                .extracting(Explanation::toString)
                .containsExactly("number 1, settled first: EUR 49.00 of EUR 98.00 stays, where EUR 49.00 comes back and"
                        + " EUR 49.00 is left; ended by the money");
        assertThat(again.adjustments().get(0).explanation())
                .hasToString("number 1, in proportion to the money: EUR 1.00 of EUR 2.00, as EUR 49.00 of EUR 98.00"
                        + " stays, rounded down");
    }

    /** 60.00, and 10.00 that the payer kept as tax; the certificate is there as long as some of the money is. */
    @Test
    void taxThatThePayerKeptStaysWithTheMoney() {
        Receivable debt = receivable("R3", "2026-03-04", "110");
        CustomerLedger before = ledger(
                new ReceivablePosted(debt),
                new PaymentReceived(HUNDRED),
                settled(
                        SettlementPolicy.MONEY_ONLY.withheld(List.of(Withholding.of(debt.id(), eur("10"), "C-1"))),
                        debt));
        assertOpen(returned(before, part("99.99")), "99.99");
        assertOpen(returned(before, part("100")), "110");
    }

    /**
     * 58.00 and a tolerance of 2.00 closed the first debt, 42.00 and a bank charge of 3.00 the second. As long as the first stays paid in
     * full, so does what was tolerated of it; a bank charge stays as long as there is some money of its debt.
     */
    @Test
    void whatClosesADebtStaysAsLongAsItsMoney() {
        Receivable first = receivable("R3", "2026-03-04", "60");
        Receivable second = receivable("R4", "2026-03-05", "45");
        Explanation why = Explanation.of("test.why", "because");
        Payment naming =
                HUNDRED.naming(Remittance.of(first.id(), eur("58"))).naming(Remittance.of(second.id(), eur("42")));
        Settlement both = Settlement.of(
                        AllocationRequest.of(naming, List.of(OpenItem.of(first), OpenItem.of(second))),
                        new AsRemitted(),
                        SettlementPolicy.MONEY_ONLY)
                .with(Adjustment.of(Adjustment.Kind.TOLERANCE, first.id(), eur("2"), why))
                .with(Adjustment.of(Adjustment.Kind.BANK_CHARGE, second.id(), eur("3"), why));
        CustomerLedger before = ledger(
                new ReceivablePosted(first),
                new ReceivablePosted(second),
                new PaymentReceived(HUNDRED),
                new PaymentAllocated(both, HUNDRED.valueDate()));
        assertThat(before.openItems()).isEmpty();
        CustomerLedger thirty = returned(before, part("30"));
        assertOpen(thirty, "30");
        assertThat(((PaymentAllocated) thirty.entries().get(5).fact())
                        .settlement()
                        .adjustments())
                .isEqualTo(both.adjustments());
        assertOpen(returned(before, part("42")), "45");
        assertOpen(returned(before, part("43")), "48");
        assertOpen(returned(before, part("100")), "105");
    }

    /** 95.00 settled a debt and 5.00 were income; 3.00 come back: 2.00 are income still, and the debt stays settled. */
    @Test
    void incomeGoesFirst() {
        Receivable debt = receivable("R3", "2026-03-04", "95");
        Settlement income = settled(SettlementPolicy.MONEY_ONLY, debt)
                .settlement()
                .with(Adjustment.ofPayment(
                        Adjustment.Kind.OVERPAYMENT_INCOME, eur("5"), Explanation.of("test.income", "income")));
        CustomerLedger before = ledger(
                new ReceivablePosted(debt),
                new PaymentReceived(HUNDRED),
                new PaymentAllocated(income, HUNDRED.valueDate()));
        CustomerLedger three = returned(before, part("3"));
        assertOpen(three, "0");
        assertThat(((PaymentAllocated) three.entries().get(4).fact())
                        .settlement()
                        .income())
                .isEqualTo(eur("2"));
        assertOpen(returned(before, part("8")), "3");
    }

    /** P2 settled R2 later, and R1 was settled once before: only what stands of P1 is undone, and settled again but for 10.00. */
    @Test
    void whatAnotherPaymentSettledAndWhatWasReversedStays() {
        Payment forty = payment("P2", "2026-03-11", "40");
        var other = new PaymentAllocated(
                Settlement.of(
                        AllocationRequest.of(forty, List.of(OpenItem.of(FORTY))),
                        new OldestDueFirst(),
                        SettlementPolicy.MONEY_ONLY),
                forty.valueDate());
        CustomerLedger ledger = with(
                onAccount(),
                of("60", "2026-03-10", SIXTY),
                reversed("K4", "2026-03-10"),
                of("60", "2026-03-10", SIXTY),
                refunded("40", "2026-03-12"),
                new PaymentReceived(forty),
                other);
        List<LedgerFact> facts = PartialReturn.facts(ledger, part("10"));
        assertThat(facts).hasSize(3);
        assertThat(facts.get(0)).isEqualTo(reversed("K6", "2026-03-20"));
        assertThat(((PaymentAllocated) facts.get(1)).settlement().applied()).isEqualTo(eur("50"));
        assertThat(facts.get(2)).isEqualTo(part("10"));
    }

    /** 5.00 of R2 were given up with the payment after its money had settled R1: they cost none of it, and stay given up. */
    @Test
    void whatWasSettledWithoutMoneyIsNotUndone() {
        Settlement nothing = Settlement.of(
                        AllocationRequest.of(HUNDRED, List.of(OpenItem.of(FORTY))),
                        request -> List.of(),
                        SettlementPolicy.MONEY_ONLY)
                .with(Adjustment.of(
                        Adjustment.Kind.WRITE_OFF, FORTY.id(), eur("5"), Explanation.of("test.why", "because")));
        CustomerLedger ledger = with(
                onAccount(),
                of("60", "2026-03-10", SIXTY),
                new PaymentAllocated(nothing, HUNDRED.valueDate()),
                refunded("40", "2026-03-12"));
        assertThat(PartialReturn.facts(ledger, part("60"))).containsExactly(reversed("K4", "2026-03-20"), part("60"));
    }

    /** Of 60.00 and 40.00 of which 30.00 come back, the first is settled as it was, and 10.00 of the second are all that is left for it. */
    @Test
    void saysWhatEndedTheMoneyOfEachDebt() {
        PaymentAllocated again =
                (PaymentAllocated) PartialReturn.facts(settled(), part("30")).get(1);
        assertThat(again.allocation().lines())
                .extracting(line -> line.explanation().toString())
                .containsExactly(
                        "number 1, settled first: EUR 60.00 of EUR 60.00 stays, where EUR 30.00 comes back and EUR"
                                + " 70.00 is left; ended by what was settled",
                        "number 2, settled first: EUR 10.00 of EUR 40.00 stays, where EUR 30.00 comes back and EUR"
                                + " 10.00 is left; ended by the money");
    }

    /** 93.00 settled a debt, 4.00 and 3.00 were income; 2.00 come back: the first income stays as it was, and 1.00 of the second. */
    @Test
    void incomeStaysInItsOrder() {
        Receivable debt = receivable("R3", "2026-03-04", "93");
        Adjustment four =
                Adjustment.ofPayment(Adjustment.Kind.TOLERANCE, eur("4"), Explanation.of("test.over", "tolerated"));
        Settlement income = settled(SettlementPolicy.MONEY_ONLY, debt)
                .settlement()
                .with(four)
                .with(Adjustment.ofPayment(
                        Adjustment.Kind.OVERPAYMENT_INCOME, eur("3"), Explanation.of("test.income", "income")));
        CustomerLedger before = ledger(
                new ReceivablePosted(debt),
                new PaymentReceived(HUNDRED),
                new PaymentAllocated(income, HUNDRED.valueDate()));
        PaymentAllocated again =
                (PaymentAllocated) PartialReturn.facts(before, part("2")).get(1);
        List<Adjustment> stays = again.settlement().adjustments();
        assertThat(stays).hasSize(2);
        assertThat(stays.get(0)).isEqualTo(four);
        assertThat(stays.get(1).amount()).isEqualTo(eur("1"));
        assertThat(stays.get(1).explanation())
                .hasToString("number 2, income goes first: EUR 1.00 of EUR 3.00 stays, where EUR 2.00 comes back and"
                        + " EUR 1.00 is left; ended by the money");
    }

    /** 60.00 settled R1, and 2.00 of R2 were given up with them: R2 got no money, so that it loses none when 10.00 come back. */
    @Test
    void whatWasGivenUpOfADebtWithoutMoneyStays() {
        Adjustment two =
                Adjustment.of(Adjustment.Kind.WRITE_OFF, FORTY.id(), eur("2"), Explanation.of("test.why", "because"));
        CustomerLedger before = with(
                onAccount(),
                new PaymentAllocated(of("60", "2026-03-10", SIXTY).settlement().with(two), HUNDRED.valueDate()),
                refunded("40", "2026-03-12"));
        PaymentAllocated again =
                (PaymentAllocated) PartialReturn.facts(before, part("10")).get(1);
        assertThat(again.settlement().adjustments()).containsExactly(two);
        assertThat(again.settlement().applied()).isEqualTo(eur("50"));
    }

    /** What the ledger would refuse is refused before anything is undone. */
    @Test
    void factsAreThoseThatTheLedgerTakes() {
        CustomerLedger ledger = with(
                settled(),
                new CreditPosted(Credit.of(PaymentId.of("CN"), A, LocalDate.parse("2026-03-01"), eur("40"))));
        LocalDate due = LocalDate.parse("2026-04-01");
        assertRefused(
                ledger,
                part("50").owing(id("B1"), due, eur("20")),
                "owed.receivable.amount must be at most EUR 0.00, which was refunded or converted of payment P1 and is"
                        + " not owed again, but was EUR 20.00");
        PaymentReturned.Reason reason = PaymentReturned.Reason.CHARGEBACK;
        assertRefused(
                ledger,
                PaymentReturned.ofPart(A, PaymentId.of("CN"), eur("10"), reason, MARCH_20),
                "payment must be money that arrived, not a credit, but was CN");
        assertRefused(
                ledger,
                PaymentReturned.ofPart(A, HUNDRED.id(), eur("10"), reason, LocalDate.parse("2026-03-09")),
                "effectiveDate must not be before the value date, 2026-03-10, but was 2026-03-09");
        assertRefused(
                ledger,
                PaymentReturned.ofPart(B, HUNDRED.id(), eur("10"), reason, MARCH_20),
                "customer must be A, but was B");
        assertRefused(
                ledger,
                new PaymentReturned(A, HUNDRED.id(), reason, MARCH_20),
                "amount must be given; the return of the whole is posted by itself and undoes what was settled");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> PartialReturn.facts(
                        ledger, PaymentReturned.ofPart(A, HUNDRED.id(), Amount.of("1", "USD"), reason, MARCH_20)))
                .withMessage("amount must be in EUR, but was USD");
        ReceivablePosted inDollars =
                ReceivablePosted.of(Receivable.of(id("B1"), A, MARCH_20, due, eur("20")), Amount.of("22", "USD"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> PartialReturn.facts(
                        with(onAccount(), refunded("20", "2026-03-12")),
                        part("20").owing(inDollars)))
                .withMessage("booked must be in EUR, but was USD");
    }

    private static void assertRefused(CustomerLedger ledger, PaymentReturned part, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialReturn.facts(ledger, part))
                .withMessage(message);
    }

    /** ar.md 7, law 19, over a return and a new payment: no more discount than for one payment, and a cent for each part. */
    @Property
    void discountsKeepTheirBounds(
            @ForAll @IntRange(min = 1, max = 10_000) int back, @ForAll @IntRange(min = 1, max = 10_000) int again) {
        CustomerLedger ledger = returned(
                discounted(),
                part(Amount.ofMinor(back, Histories.EUR).toBigDecimal().toPlainString()));
        Amount money = eur("98").min(Amount.ofMinor(10_000 - back, Histories.EUR));
        Amount stays =
                back <= 200 ? eur("2") : adjustedIn(ledger.entries().get(4).fact());
        assertThat(stays.multiply(98)).isLessThanOrEqualTo(money.multiply(2));
        Payment next =
                Payment.of(PaymentId.of("P2"), A, LocalDate.parse("2026-03-21"), Amount.ofMinor(again, Histories.EUR));
        Settlement second =
                Settlement.of(AllocationRequest.of(next, ledger.openItems()), new OldestDueFirst(), TWO_PERCENT);
        assertThat(stays.add(second.adjusted())).isLessThanOrEqualTo(eur("2.02"));
        assertThat(with(ledger, new PaymentReceived(next), new PaymentAllocated(second, next.valueDate()))
                        .asOf(END)
                        .open())
                .isGreaterThanOrEqualTo(eur("0"));
    }

    private static Amount adjustedIn(LedgerFact fact) {
        return fact instanceof PaymentAllocated allocated
                ? allocated.settlement().adjusted()
                : eur("0");
    }

    @Test
    void whatWasMovedToANewItemIsUndoneByHand() {
        Receivable debt = receivable("R3", "2026-03-04", "130");
        SettlementPolicy moving =
                SettlementPolicy.MONEY_ONLY.shortPay(ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "short"));
        CustomerLedger ledger = ledger(new ReceivablePosted(debt), new PaymentReceived(HUNDRED), settled(moving, debt));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialReturn.facts(ledger, part("30")))
                .withMessage("amount must be at most EUR 0.00, which is on account of payment P1 or was settled with it"
                        + " until 2026-03-20 and can be undone, but was EUR 30.00");
        CustomerLedger byHand = with(ledger, reversed("K3", "2026-03-20"), part("30"));
        assertThat(byHand.asOf(END).open()).isEqualTo(eur("130"));
        assertThat(byHand.asOf(END).onAccount()).isEqualTo(eur("70"));
    }

    /** A rebooking knows that 30.00 are gone: 70.00 settle the older debt and 10.00 of the other. */
    @Test
    void aRebookingKnowsWhatIsGone() {
        CustomerLedger ledger = with(onAccount(), part("30"));
        CustomerLedger rebooked = Rebooking.of(ledger, new OldestDueFirst(), "X", Histories.START.plusSeconds(100))
                .ledger();
        assertThat(rebooked.openItems())
                .extracting(OpenItem::id, OpenItem::open)
                .containsExactly(tuple(id("R2"), eur("30")));
        assertThat(rebooked.asOf(END).onAccount()).isEqualTo(eur("0"));
    }

    @Test
    void anIdIsThatOfOneCustomerAndBooksAreInOneCurrency() {
        Ledger ledger = Ledger.empty("EUR");
        int second = 0;
        for (LedgerFact fact : List.of(
                new ReceivablePosted(Receivable.of(id("B1"), B, MARCH_20, MARCH_20, eur("1"))),
                new PaymentReceived(HUNDRED),
                refunded("20", "2026-03-12"))) {
            ledger = ledger.post(LedgerEntry.of("K" + second, fact, Histories.START.plusSeconds(second++)))
                    .ledger();
        }
        Ledger before = ledger;
        Instant now = Histories.START.plusSeconds(9);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        before.post(LedgerEntry.of("X", part("20").owing(id("B1"), MARCH_20, eur("20")), now)))
                .withMessage("owed.receivable.id must be new, but was B1");
        Receivable owed = Receivable.of(id("B2"), A, MARCH_20, MARCH_20, eur("20"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> before.post(LedgerEntry.of(
                        "X", part("20").owing(ReceivablePosted.of(owed, Amount.of("22", "USD"))), now)))
                .withMessage("booked must be in EUR, but was USD");
    }

    @Test
    void checksItsParts() throws IOException, ClassNotFoundException {
        LocalDate due = LocalDate.parse("2026-04-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part("0"))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part("10").owing(id("B1"), due, eur("10.01")))
                .withMessage("owed.amount must be at most EUR 10.00, which the bank took, but was EUR 10.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        part("10").owing(new ReceivablePosted(Receivable.of(id("B1"), B, MARCH_20, due, eur("1")))))
                .withMessage("owed.customer must be A, but was B");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> part("10").owing(new ReceivablePosted(Receivable.of(id("B1"), A, due, due, eur("1")))))
                .withMessage("owed.documentDate must be 2026-03-20, but was 2026-04-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentReturned(A, HUNDRED.id(), PaymentReturned.Reason.CHARGEBACK, MARCH_20)
                        .owing(id("B1"), due, eur("1")))
                .withMessage("owed must not be given for the return of the whole, but for a part of it, but was B1");
        PaymentReturned owing = part("10").owing(id("B1"), due, eur("1"));
        assertThat(owing.taken()).contains(eur("9"));
        assertThat(copy(owing)).isEqualTo(owing);
    }

    /** Whatever the history: the facts can be posted, the payment has as much less, and what was settled of it is open again. */
    @Property
    void takesWhatItSays(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll @IntRange(min = 1, max = 30_000) int cents) {
        for (CustomerLedger customer :
                Ledger.empty(Histories.EUR).postAll(entries).customers()) {
            List<Payment> payments = customer.entries().stream()
                    .filter(entry -> entry.fact() instanceof PaymentReceived)
                    .map(entry -> ((PaymentReceived) entry.fact()).payment())
                    .toList();
            for (Payment payment : payments) {
                PaymentReturned part = PaymentReturned.ofPart(
                        customer.customer(),
                        payment.id(),
                        Amount.ofMinor(cents, Histories.EUR),
                        PaymentReturned.Reason.OTHER,
                        Histories.FIRST_DAY.plusDays(150));
                List<LedgerFact> facts;
                try {
                    facts = PartialReturn.facts(customer, part);
                } catch (InvalidArgumentException e) {
                    assertThat(e.code()).isEqualTo("return.settled");
                    continue;
                }
                CustomerLedger next = customer;
                Amount more = Amount.ofMinor(cents, Histories.EUR);
                Amount least = Amount.zero(Histories.EUR);
                for (LedgerFact fact : facts) {
                    Settlement settlement = settlement(customer, fact);
                    if (settlement != null) {
                        int sign = fact instanceof EntryReversed ? 1 : -1;
                        least = least.add(settlement.adjusted().multiply(sign));
                        more = more.add(settlement
                                .adjusted()
                                .subtract(settlement.income())
                                .multiply(sign));
                    }
                    next = next.post(LedgerEntry.of("part-" + next.version(), fact, Histories.START.plusSeconds(1_000)))
                            .ledger();
                }
                AccountView before = customer.asOf(END);
                AccountView after = next.asOf(END);
                assertThat(after.balance()).isEqualTo(before.balance().add(more));
                assertThat(after.open().subtract(before.open()))
                        .isGreaterThanOrEqualTo(least)
                        .isLessThanOrEqualTo(least.add(Amount.ofMinor(cents, Histories.EUR)));
                AsOf earlier = AsOf.endOf(Histories.FIRST_DAY.plusDays(149));
                assertThat(next.asOf(earlier)).isEqualTo(customer.asOf(earlier));
            }
        }
    }

    /** What a fact settles, or undoes of what was settled; null for others. */
    private static @Nullable Settlement settlement(CustomerLedger customer, LedgerFact fact) {
        if (fact instanceof PaymentAllocated allocated) {
            return allocated.settlement();
        }
        return customer.entries().stream()
                .filter(entry ->
                        fact instanceof EntryReversed reversed && entry.key().equals(reversed.entry()))
                .map(entry -> ((PaymentAllocated) entry.fact()).settlement())
                .findFirst()
                .orElse(null);
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }
}

package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.settlement.Adjustment.Kind.ALLOWED_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.BANK_CHARGE;
import static io.quittance.ar.settlement.Adjustment.Kind.EARLY_PAYMENT_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.LATE_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.MOVED_TO_NEW_ITEM;
import static io.quittance.ar.settlement.Adjustment.Kind.OVERPAYMENT_INCOME;
import static io.quittance.ar.settlement.Adjustment.Kind.RECEIPT_TOLERANCE;
import static io.quittance.ar.settlement.Adjustment.Kind.TOLERANCE;
import static io.quittance.ar.settlement.Adjustment.Kind.WITHHOLDING_TAX;
import static io.quittance.ar.settlement.Adjustment.Kind.WRITE_OFF;
import static io.quittance.ar.settlement.SettlementPolicy.MONEY_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.Samples;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.ExactMatch;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.DiscountPolicy.PartPayment;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Fraction;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Debts of 1000.00 (R1, 2 % off up to 10 March, late up to 15 March) and 500.00 (R2, due later, 2 % off as well). */
class SettlementTest {
    private static final LocalDate MARCH_10 = LocalDate.parse("2026-03-10");
    private static final OpenItem R1 = item("R1", "2026-04-01", "1000");
    private static final OpenItem R2 = item("R2", "2026-04-02", "500");
    private static final Explanation WHY = Explanation.of("test.why", "because");
    private static final DiscountPolicy TWO_PERCENT = DiscountPolicy.of(Map.of(
            R1.id(), twoPercent("1000"),
            R2.id(), twoPercent("500")));

    private static DiscountOffer twoPercent(String total) {
        return DiscountOffer.of(
                eur(total), List.of(DiscountTier.percent("2", MARCH_10).lateUntil(MARCH_10.plusDays(5))));
    }

    private static Settlement settle(Payment payment, SettlementPolicy policy, OpenItem... items) {
        return settle(payment, new OldestDueFirst(), policy, items);
    }

    private static Settlement settle(
            Payment payment, AllocationStrategy strategy, SettlementPolicy policy, OpenItem... items) {
        return Settlement.of(AllocationRequest.of(payment, List.of(items)), strategy, policy);
    }

    private static Payment paid(String amount) {
        return payment("P", "2026-03-10", amount);
    }

    @Test
    void isTheAllocationWhereNothingButMoneyCounts() {
        Settlement settlement = settle(paid("1200"), MONEY_ONLY, R1, R2);
        assertThat(settlement.adjustments()).isEmpty();
        assertThat(settlement.applied()).isEqualTo(eur("1200"));
        assertThat(settlement.openAfter(R2)).isEqualTo(eur("300"));
        assertThat(settlement.openAfter(List.of(R1, R2))).isEqualTo(eur("300"));
        assertThat(settlement.onAccount()).isEqualTo(eur("0"));
        assertThat(settlement.customer()).isEqualTo(A);
        assertThat(settlement.date()).isEqualTo(MARCH_10);
        assertThat(settlement)
                .isEqualTo(Settlement.of(Allocation.of(paid("1200"), List.of(R1, R2), new OldestDueFirst())));
    }

    /** 980.00 and 490.00 are due: the strategy pays them, and the discounts close the rest. */
    @Test
    void paysWhatIsDueAfterDiscounts() {
        Settlement settlement = settle(paid("1470"), MONEY_ONLY.discounts(TWO_PERCENT), R1, R2);
        assertThat(settlement.openAfter(List.of(R1, R2))).isEqualTo(eur("0"));
        assertThat(settlement.adjusted(R1.id(), EARLY_PAYMENT_DISCOUNT)).isEqualTo(eur("20"));
        assertThat(settlement.adjusted(R2.id())).isEqualTo(eur("10"));
        assertThat(settlement.adjusted(EARLY_PAYMENT_DISCOUNT)).isEqualTo(eur("30"));
        assertThat(settlement.adjustments().get(0).explanation().text())
                .isEqualTo("2% until 2026-03-10, late until 2026-03-15, on 2026-03-10: EUR 20.00 of EUR 1000.00");
    }

    @Test
    void letsAStrategyCompareAmountsWithWhatIsDue() {
        Settlement settlement = settle(paid("490"), new ExactMatch(), MONEY_ONLY.discounts(TWO_PERCENT), R1, R2);
        assertThat(settlement.openAfter(R2)).isEqualTo(eur("0"));
        assertThat(settlement.openAfter(R1)).isEqualTo(eur("1000"));
    }

    /** 1000.00 of 1 March, 2 % within 10 days; one without a discount has none. */
    @Test
    void knowsTheOffersOfInvoices() {
        Invoice early = invoice("INV-1", PaymentTerms.net(30).discount("2", 10));
        Invoice plain = invoice("INV-2", PaymentTerms.net(30));
        DiscountPolicy discounts = DiscountPolicy.ofInvoices(List.of(early, plain));
        assertThat(discounts.offers().keySet()).containsExactly(id("INV-1"));
        Settlement settlement = settle(paid("980"), MONEY_ONLY.discounts(discounts), OpenItem.of(Receivable.of(early)));
        assertThat(settlement.adjusted(id("INV-1"))).isEqualTo(eur("20"));
    }

    private static Invoice invoice(String number, PaymentTerms terms) {
        return InvoiceDraft.builder(A, eur("0").getCurrency())
                .paymentTerms(terms)
                .line(InvoiceLine.billed("x", Fraction.ONE, "C62", eur("1000"), List.of()))
                .build()
                .issue(number, "2026-03-01");
    }

    /** 490 earn 490 × 0.02 / 0.98 = 10 in proportion. */
    @ParameterizedTest(name = "{0}: {1} off, {2} open")
    @CsvSource({"IN_PROPORTION, 10, 500", "WHOLE, 20, 490", "NONE, 0, 510"})
    void grantsAPartPaymentWhatThePolicySays(PartPayment rule, String discount, String open) {
        Settlement settlement = settle(paid("490"), MONEY_ONLY.discounts(TWO_PERCENT.partPayment(rule)), R1);
        assertThat(settlement.adjusted(R1.id())).isEqualTo(eur(discount));
        assertThat(settlement.openAfter(R1)).isEqualTo(eur(open));
    }

    @Test
    void keepsLateDiscountsApart() {
        DiscountPolicy late =
                DiscountPolicy.of(Map.of(R1.id(), twoPercent("1000").acceptingLate(true)));
        Payment inMarch = payment("P", "2026-03-15", "980");
        Settlement settlement = settle(inMarch, MONEY_ONLY.discounts(late), R1);
        assertThat(settlement.adjusted(LATE_DISCOUNT)).isEqualTo(eur("20"));
        assertThat(settlement.adjusted(EARLY_PAYMENT_DISCOUNT)).isEqualTo(eur("0"));
        Settlement tooLate = settle(payment("P", "2026-03-16", "980"), MONEY_ONLY.discounts(late), R1);
        assertThat(tooLate.adjustments()).isEmpty();
    }

    /** 1485.00 are 15.00 more than is due: R1 keeps 5.00 of its 20.00. 1510.00 are 10.00 more than all that is owed. */
    @ParameterizedTest(name = "{0}: {1} and {2} off, {3} on account")
    @CsvSource({"1485, 5, 10, 0", "1500, 0, 0, 0", "1510, 0, 0, 10", "1470, 20, 10, 0"})
    void cutsDiscountsOneAfterTheOther(String amount, String first, String second, String onAccount) {
        DiscountPolicy cut = TWO_PERCENT.overpaid(OverpaidDiscount.cutBack());
        Settlement settlement = settle(paid(amount), MONEY_ONLY.discounts(cut), R1, R2);
        assertThat(settlement.adjusted(R1.id())).isEqualTo(eur(first));
        assertThat(settlement.adjusted(R2.id())).isEqualTo(eur(second));
        assertThat(settlement.onAccount()).isEqualTo(eur(onAccount));
        assertThat(settlement.openAfter(List.of(R1, R2))).isEqualTo(eur("0"));
    }

    /** 1495.00 are 25.00 more than is due: all 20.00 of the first discount, and 5.00 of the second. */
    @Test
    void saysInWhichOrderDiscountsAreCutAndWhatEndsIt() {
        DiscountPolicy cut = TWO_PERCENT.overpaid(OverpaidDiscount.cutBack());
        assertThat(cuts(settle(paid("1495"), MONEY_ONLY.discounts(cut), R1, R2)))
                .containsExactly(
                        "number 1 by cut back: EUR 20.00 in place of a discount of EUR 20.00, and EUR 25.00 left; ended by"
                                + " the discount",
                        "number 2 by cut back: EUR 5.00 in place of a discount of EUR 10.00, and EUR 5.00 left; ended by"
                                + " the money");
    }

    private static List<String> cuts(Settlement settlement) {
        return settlement.allocation().lines().stream()
                .flatMap(line -> line.explanations().stream())
                .filter(why -> why.key().equals("settlement.cut"))
                .map(Explanation::text)
                .toList();
    }

    @ParameterizedTest(name = "up to {0}: {1} income, {2} on account")
    @CsvSource({"0.50, 0.50, 0", "0.49, 0, 0.50"})
    void takesADifferenceToADiscountAsIncome(String most, String income, String onAccount) {
        DiscountPolicy kept = TWO_PERCENT.overpaid(OverpaidDiscount.upTo(eur(most)));
        Settlement settlement = settle(paid("1470.50"), MONEY_ONLY.discounts(kept), R1, R2);
        assertThat(settlement.adjusted(EARLY_PAYMENT_DISCOUNT)).isEqualTo(eur("30"));
        assertThat(settlement.income()).isEqualTo(eur(income));
        assertThat(settlement.onAccount()).isEqualTo(eur(onAccount));
    }

    /** Business Central's table for a tolerance of 5.00: the limit is included, on both sides. */
    @ParameterizedTest(name = "{0}: {1} tolerated, {2} open, {3} on account")
    @CsvSource({"974.99, 0, 5.11, 0", "975, 5, 0, 0", "980, 0, 0, 0", "985, -5, 0, 0", "985.01, 0, 0, 5.01"})
    void toleratesADifferenceUpToALimitOnBothSides(String amount, String tolerated, String open, String onAccount) {
        SettlementPolicy policy =
                MONEY_ONLY.discounts(TWO_PERCENT).tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(eur("5"))));
        Settlement settlement = settle(paid(amount), policy, R1);
        assertThat(settlement.tolerated()).isEqualTo(eur(tolerated));
        assertThat(settlement.openAfter(R1)).isEqualTo(eur(open)); // 974.99 earn 19.90 of 20.00
        assertThat(settlement.onAccount()).isEqualTo(eur(onAccount));
    }

    /** Both named: their limits of 5.00 are 10.00 together, and what is short falls on the second. */
    @ParameterizedTest(name = "{0}: {1} tolerated, {2} open")
    @CsvSource({"1490, 10, 0", "1489.99, 0, 10.01", "900, 0, 600"})
    void poolsTheLimitsOfWhatThePayerNames(String amount, String tolerated, String open) {
        SettlementPolicy policy = MONEY_ONLY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(eur("5"))));
        Payment named = paid(amount).naming(R1.id()).naming(R2.id());
        Settlement settlement = settle(named, policy, R1, R2);
        assertThat(settlement.adjusted(TOLERANCE)).isEqualTo(eur(tolerated));
        assertThat(settlement.openAfter(List.of(R1, R2))).isEqualTo(eur(open));
    }

    /** 980.00 and 4.00 are due, 980.00 come: the second is closed by 4.00 of tolerance and its discount of 1.00. */
    @Test
    void closesAnItemByToleranceAndDiscountAlone() {
        OpenItem small = item("R3", "2026-04-03", "5");
        SettlementPolicy policy = MONEY_ONLY
                .discounts(TWO_PERCENT.with(
                        small.id(), DiscountOffer.of(eur("5"), List.of(DiscountTier.percent("20", MARCH_10)))))
                .tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(eur("2"))));
        Payment named = paid("980").naming(R1.id()).naming(small.id());
        Settlement settlement = settle(named, policy, R1, small);
        assertThat(settlement.adjusted(small.id(), TOLERANCE)).isEqualTo(eur("4"));
        assertThat(settlement.adjusted(small.id(), EARLY_PAYMENT_DISCOUNT)).isEqualTo(eur("1"));
        assertThat(settlement.openAfter(List.of(R1, small))).isEqualTo(eur("0"));
    }

    /** All that is due of R2 is kept as tax: it has no line that could take more, so R1 alone pays for its discount. */
    @Test
    void cutsDiscountsOnlyOfWhatIsPaidWithMoney() {
        SettlementPolicy policy = MONEY_ONLY
                .discounts(TWO_PERCENT.overpaid(OverpaidDiscount.cutBack()))
                .withheld(List.of(Withholding.of(R2.id(), eur("490"), "C")));
        Settlement settlement = settle(paid("1030"), policy, R1, R2);
        assertThat(settlement.adjusted(R1.id(), EARLY_PAYMENT_DISCOUNT)).isEqualTo(eur("0"));
        assertThat(settlement.adjusted(R2.id(), EARLY_PAYMENT_DISCOUNT)).isEqualTo(eur("10"));
        assertThat(settlement.onAccount()).isEqualTo(eur("30"));
        assertThat(settlement.openAfter(List.of(R1, R2))).isEqualTo(eur("0"));
    }

    /** Nothing named: what is paid together is what the strategy pays, here R1 alone, with 1 % of 1000.00. */
    @Test
    void holdsWhatIsPaidAgainstTheLimitOfWhatIsPaid() {
        SettlementPolicy policy = MONEY_ONLY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.percent("1")));
        Settlement settlement = settle(paid("990"), policy, R1, R2);
        assertThat(settlement.openAfter(R1)).isEqualTo(eur("0"));
        assertThat(settlement.openAfter(R2)).isEqualTo(eur("500"));
        assertThat(settlement.adjustments().get(0).explanation().text())
                .isEqualTo("EUR 10.00 short, within the limit of 10");
        TolerancePolicy own =
                TolerancePolicy.pooled(AdjustmentLimit.percent("1")).with(R1.id(), AdjustmentLimit.of(eur("9.99")));
        assertThat(settle(paid("990"), MONEY_ONLY.tolerance(own), R1, R2).adjustments())
                .isEmpty();
    }

    /** JDE: two items of 100.00, 98.00 said of each, 192.00 paid: 2.00 short each, 4.00 on the receipt. */
    @ParameterizedTest(name = "{0} up to {1} and {2}: {3} and {4}, {5} open")
    @CsvSource({
        "192, 5, 5, 4, 4, 0",
        "196, 5, 5, 4, 0, 0",
        "191, 5, 5, 4, 5, 0",
        "190.99, 5, 5, 2, 0, 7.01",
        "192, 1.99, 5, 0, 0, 8",
        "192, 1.99, 8, 0, 0, 8", // each is 0.01 more short than its limit, which that of the receipt does not replace
        "196, 1.99, 8, 0, 0, 4"
    })
    void toleratesOnTwoLevels(
            String amount, String item, String receipt, String ofItems, String ofReceipt, String open) {
        OpenItem one = item("I1", "2026-04-01", "100");
        OpenItem two = item("I2", "2026-04-01", "100");
        Payment named =
                paid(amount).naming(Remittance.of(one.id(), eur("98"))).naming(Remittance.of(two.id(), eur("98")));
        var tolerance = TolerancePolicy.twoLevels(AdjustmentLimit.of(eur(item)), AdjustmentLimit.of(eur(receipt)));
        Settlement settlement = settle(named, new AsRemitted(), MONEY_ONLY.tolerance(tolerance), one, two);
        assertThat(settlement.adjusted(TOLERANCE)).isEqualTo(eur(ofItems));
        assertThat(settlement.adjusted(RECEIPT_TOLERANCE)).isEqualTo(eur(ofReceipt));
        assertThat(settlement.openAfter(List.of(one, two))).isEqualTo(eur(open));
    }

    /** No amounts are said: 5.00 are short of the item, whose limit is 2.00, whatever that of the receipt. */
    @Test
    void aReceiptsLimitDoesNotReplaceTheLimitOfAnItem() {
        OpenItem one = item("I1", "2026-04-01", "100");
        var tolerance = TolerancePolicy.twoLevels(AdjustmentLimit.of(eur("2")), AdjustmentLimit.of(eur("8")));
        for (Payment payment : List.of(paid("95"), paid("95").naming(one.id()))) {
            Settlement settlement = settle(payment, new OldestDueFirst(), MONEY_ONLY.tolerance(tolerance), one);
            assertThat(settlement.adjustments()).isEmpty();
            assertThat(settlement.openAfter(one)).isEqualTo(eur("5"));
        }
        assertThat(settle(paid("98"), MONEY_ONLY.tolerance(tolerance), one).adjusted(TOLERANCE))
                .isEqualTo(eur("2"));
        Payment said = paid("101").naming(Remittance.of(one.id(), eur("97")));
        assertThat(settle(said, new AsRemitted(), MONEY_ONLY.tolerance(tolerance), one)
                        .onAccount())
                .isEqualTo(eur("4"));
    }

    /** 98.00 said, 101.00 paid: 2.00 of the rest pay the debt, and 1.00 is too much on the receipt. */
    @Test
    void takesWhatIsTooMuchOnTheReceipt() {
        OpenItem one = item("I1", "2026-04-01", "100");
        Payment named = paid("101").naming(Remittance.of(one.id(), eur("98")));
        Settlement settlement = settle(named, new AsRemitted(), MONEY_ONLY.tolerance(twoLevels("2", "3")), one);
        assertThat(settlement.adjusted(TOLERANCE)).isEqualTo(eur("0"));
        assertThat(settlement.applied()).isEqualTo(eur("100"));
        assertThat(settlement.income()).isEqualTo(eur("1"));
        assertThat(settlement.tolerated()).isEqualTo(eur("-1"));
        assertThat(settlement.onAccount()).isEqualTo(eur("0"));
    }

    private static TolerancePolicy twoLevels(String item, String receipt) {
        return TolerancePolicy.twoLevels(AdjustmentLimit.of(eur(item)), AdjustmentLimit.of(eur(receipt)));
    }

    /** 100.00 paid on a debt of 100.00 that is said to be 98.00: the payer's 2.00 pay it, and nothing is given up. */
    @Test
    void writesNothingOffThatTheMoneyCanPay() {
        OpenItem one = item("I1", "2026-04-01", "100");
        Payment named = paid("100").naming(Remittance.of(one.id(), eur("98")));
        Settlement settlement = settle(named, new AsRemitted(), MONEY_ONLY.tolerance(twoLevels("2", "4")), one);
        assertThat(settlement.adjustments()).isEmpty();
        assertThat(settlement.applied()).isEqualTo(eur("100"));
        assertThat(settlement.allocation().lines().get(0).explanations())
                .extracting(Explanation::text)
                .contains("EUR 2.00 of EUR 2.00 left, in place of EUR 2.00 that would be tolerated; ended by the item");
        Payment twice = paid("99").naming(Remittance.of(one.id(), eur("98"))).naming(Remittance.of(one.id(), eur("1")));
        Settlement ofTwo = settle(twice, new AsRemitted(), MONEY_ONLY.tolerance(twoLevels("2", "4")), one);
        assertThat(ofTwo.applied()).isEqualTo(eur("99"));
        assertThat(ofTwo.adjusted(TOLERANCE)).isEqualTo(eur("1"));
        assertThat(ofTwo.income()).isEqualTo(eur("0"));
    }

    /** JDE: the level of the item is its own. 98.00 and 50.00 for two of 100.00: the first is closed within its 2.00, the other not. */
    @Test
    void theLimitOfAnItemClosesThatItem() {
        OpenItem one = item("I1", "2026-04-01", "100");
        OpenItem two = item("I2", "2026-04-01", "100");
        Payment named =
                paid("148").naming(Remittance.of(one.id(), eur("98"))).naming(Remittance.of(two.id(), eur("50")));
        Settlement settlement = settle(named, new AsRemitted(), MONEY_ONLY.tolerance(twoLevels("2", "4")), one, two);
        assertThat(settlement.adjusted(one.id(), TOLERANCE)).isEqualTo(eur("2"));
        assertThat(settlement.openAfter(one)).isEqualTo(eur("0"));
        assertThat(settlement.openAfter(two)).isEqualTo(eur("50"));
        assertThat(settle(
                                named,
                                new AsRemitted(),
                                MONEY_ONLY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(eur("2")))),
                                one,
                                two)
                        .adjustments())
                .isEmpty();
    }

    @Test
    void toleratesNothingWhereNothingIsPaid() {
        SettlementPolicy policy = MONEY_ONLY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.percent("100")));
        Settlement settlement = settle(paid("5"), new ExactMatch(), policy, R1);
        assertThat(settlement.adjustments()).isEmpty();
        assertThat(settlement.onAccount()).isEqualTo(eur("5"));
    }

    @Test
    void keepsAShortItemOpen() {
        Settlement settlement = settle(paid("990"), MONEY_ONLY.shortPay(ShortPay.keepOpen()), R1);
        assertThat(settlement.openAfter(R1)).isEqualTo(eur("10"));
    }

    @Test
    void movesWhatIsShortToANewItem() {
        ShortPay rule = ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "damaged in transit");
        Settlement settlement = settle(paid("990"), MONEY_ONLY.shortPay(rule), R1);
        assertThat(settlement.openAfter(R1)).isEqualTo(eur("0"));
        assertThat(settlement.adjusted(MOVED_TO_NEW_ITEM)).isEqualTo(eur("10"));
        assertThat(settlement.newItems())
                .containsExactly(new NewItem(
                        Receivable.of(id("R1/D/P"), A, MARCH_10, LocalDate.parse("2026-05-01"), eur("10")),
                        R1.id(),
                        "damaged in transit"));
    }

    /** So that a waterfall and a payer's words find it as what it takes the place of. */
    @Test
    void aNewItemIsOfTheTypeAndTheNamesOfItsOrigin() {
        ShortPay rule = ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "short");
        Receivable penalty = R1.receivable()
                .withType(ReceivableType.PENALTY)
                .partOf(id("L"), MARCH_10)
                .knownBy("PO-7");
        Settlement settlement = settle(paid("990"), MONEY_ONLY.shortPay(rule), OpenItem.of(penalty));
        Receivable owed = settlement.newItems().get(0).receivable();
        assertThat(owed.type()).isEqualTo(ReceivableType.PENALTY);
        assertThat(owed.item()).isEqualTo(id("L"));
        assertThat(owed.references()).containsExactly("PO-7");
    }

    @ParameterizedTest(name = "up to {0}: {1} open")
    @CsvSource({"10, 0", "9.99, 10"})
    void writesOffUpToALimit(String limit, String open) {
        ShortPay rule = ShortPay.writeOff(AdjustmentLimit.of(eur(limit)));
        Settlement settlement = settle(paid("990"), MONEY_ONLY.shortPay(rule), R1);
        assertThat(settlement.openAfter(R1)).isEqualTo(eur(open));
        assertThat(settlement.adjusted(WRITE_OFF)).isEqualTo(eur("10").subtract(eur(open)));
    }

    @Test
    void writesOffOrGrantsAnyRest() {
        assertThat(settle(paid("10"), MONEY_ONLY.shortPay(ShortPay.writeOff()), R1)
                        .adjusted(WRITE_OFF))
                .isEqualTo(eur("990"));
        Settlement granted = settle(paid("10"), MONEY_ONLY.shortPay(ShortPay.discount()), R1, R2);
        assertThat(granted.adjusted(ALLOWED_DISCOUNT)).isEqualTo(eur("990"));
        assertThat(granted.openAfter(R2)).as("not paid at all").isEqualTo(eur("500"));
        assertThat(settle(paid("10"), MONEY_ONLY.shortPay(ShortPay.discount(AdjustmentLimit.percent("98"))), R1)
                        .adjustments())
                .isEmpty();
    }

    @Test
    void refusesAPartPaymentAsAWhole() {
        SettlementPolicy policy = MONEY_ONLY.shortPay(ShortPay.requireFull());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settle(paid("1010"), policy, R1, R2))
                .withMessage("rest must be 0 of R2, which is to be paid in full, but was EUR 490.00");
        assertThat(settle(paid("1000"), policy, R1, R2).openAfter(R1)).isEqualTo(eur("0"));
        assertThat(settle(paid("980"), policy.discounts(TWO_PERCENT), R1).openAfter(R1))
                .isEqualTo(eur("0"));
    }

    /** 1000.00 less 20.00 for paying early, less 50.00 kept as tax: 930.00. */
    @Test
    void closesWithTaxThatThePayerKeeps() {
        SettlementPolicy policy =
                MONEY_ONLY.discounts(TWO_PERCENT).withheld(List.of(Withholding.of(R1.id(), eur("50"), "WHT-7")));
        Settlement settlement = settle(paid("930"), policy, R1);
        assertThat(settlement.openAfter(R1)).isEqualTo(eur("0"));
        assertThat(settlement.adjusted(EARLY_PAYMENT_DISCOUNT)).isEqualTo(eur("20"));
        Adjustment kept = settlement.adjustments().get(0);
        assertThat(kept.kind()).isEqualTo(WITHHOLDING_TAX);
        assertThat(kept.tax()).isEqualTo(eur("50"));
        assertThat(kept.proof()).contains("WHT-7");
        assertThat(settle(paid("440"), policy, R1).adjusted(EARLY_PAYMENT_DISCOUNT))
                .as("of 440.00 and 50.00")
                .isEqualTo(eur("10"));
    }

    @Test
    void refusesTaxOfAnotherItemOrOfMoreThanIsDue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        settle(paid("1"), MONEY_ONLY.withheld(List.of(Withholding.of(id("R9"), eur("1"), "C"))), R1))
                .withMessage("withholdings[0].item must be one of the request's items, but was R9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settle(
                        paid("1"),
                        MONEY_ONLY
                                .discounts(TWO_PERCENT)
                                .withheld(List.of(Withholding.of(R1.id(), eur("980.01"), "C"))),
                        R1))
                .withMessage("withholdings must be at most EUR 980.00, which is due of R1, but was EUR 980.01");
    }

    /** All of 100.00 is off: nothing is due, so nothing is paid, and nothing is granted. */
    @Test
    void leavesAloneWhatIsNotToBePaid() {
        OpenItem free = item("R1", "2026-04-01", "100");
        DiscountPolicy all = DiscountPolicy.of(Map.of())
                .with(free.id(), DiscountOffer.of(eur("100"), List.of(DiscountTier.percent("100", MARCH_10))));
        Settlement settlement = settle(paid("10"), MONEY_ONLY.discounts(all), free);
        assertThat(settlement.openAfter(free)).isEqualTo(eur("100"));
        assertThat(settlement.onAccount()).isEqualTo(eur("10"));
    }

    @Test
    void takesMoreAdjustmentsAsFarAsTheyBalance() {
        Settlement plain = settle(paid("1000.10"), MONEY_ONLY, R1);
        Settlement income = plain.with(Adjustment.ofPayment(OVERPAYMENT_INCOME, eur("0.10"), WHY));
        assertThat(income.onAccount()).isEqualTo(eur("0"));
        assertThat(income.income()).isEqualTo(eur("0.10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> income.with(Adjustment.ofPayment(OVERPAYMENT_INCOME, eur("0.01"), WHY)))
                .withMessage("adjustments must take at most EUR 0.10 of the payment, which is not applied, "
                        + "but was EUR 0.11");
        Settlement charged =
                settle(paid("995"), MONEY_ONLY, R1).with(Adjustment.of(BANK_CHARGE, R1.id(), eur("5"), WHY));
        assertThat(charged.openAfter(R1)).isEqualTo(eur("0"));
        assertThat(charged.closed(R1.id())).isEqualTo(eur("1000"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.with(Adjustment.of(MOVED_TO_NEW_ITEM, R1.id(), eur("5"), WHY)))
                .withMessage("newItems must hold what is moved out of R1, but was EUR 5.00");
    }

    @Test
    void refusesNewItemsThatOweSomethingElse() {
        Allocation allocation = Allocation.of(paid("990"), List.of(R1), new OldestDueFirst());
        var moved = List.of(Adjustment.of(MOVED_TO_NEW_ITEM, R1.id(), eur("10"), WHY));
        Receivable eleven = Receivable.of(id("R1/D"), A, MARCH_10, MARCH_10, eur("11"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settlement(allocation, moved, List.of(new NewItem(eleven, R1.id(), "short"))))
                .withMessage("newItems[0].receivable.amount must be EUR 10.00, which is moved out of R1, "
                        + "but was EUR 11.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewItem(eleven, id("R1/D"), "short"))
                .withMessage("origin must not be the new item, but was R1/D");
        Receivable ten = Receivable.of(id("R1/D"), A, MARCH_10, MARCH_10, eur("10"));
        NewItem rest = new NewItem(ten, R1.id(), "short");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settlement(allocation, moved, List.of(rest, rest)))
                .withMessage("newItems[1].origin must not repeat, but was R1");
        Receivable ofAnother = Receivable.of(id("R1/D"), Samples.B, MARCH_10, MARCH_10, eur("10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settlement(allocation, moved, List.of(new NewItem(ofAnother, R1.id(), "short"))))
                .withMessage("newItems[0].receivable.customer must be A, but was B");
    }

    @Test
    void refusesWhatIsNoAdjustment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adjustment.of(WRITE_OFF, R1.id(), eur("0"), WHY))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Adjustment.of(WRITE_OFF, R1.id(), eur("1"), WHY).taxed(eur("1.01")))
                .withMessage("tax must lie between 0 and EUR 1.00, but was EUR 1.01");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Adjustment.of(WRITE_OFF, R1.id(), eur("1"), WHY).taxed(eur("-0.01")))
                .withMessage("tax must lie between 0 and EUR 1.00, but was EUR -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adjustment.ofPayment(WRITE_OFF, eur("1"), WHY))
                .withMessage(
                        "kind must be OVERPAYMENT_INCOME or a tolerance where no item is closed, but was WRITE_OFF");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adjustment.of(OVERPAYMENT_INCOME, R1.id(), eur("1"), WHY))
                .withMessage("item must not be given for OVERPAYMENT_INCOME, but was R1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Withholding.of(R1.id(), eur("0"), "C"))
                .withMessage("amount must be more than 0, but was EUR 0.00");
    }

    @Test
    void isAValue() throws IOException, ClassNotFoundException {
        SettlementPolicy policy = MONEY_ONLY
                .discounts(TWO_PERCENT)
                .tolerance(TolerancePolicy.pooled(AdjustmentLimit.percent("1")))
                .shortPay(ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "short"))
                .withheld(List.of(Withholding.of(R1.id(), eur("50"), "C")));
        assertThat(copy(policy)).isEqualTo(policy).hasSameHashCodeAs(policy);
        Settlement settlement = settle(paid("490"), policy, R1);
        assertThat(copy(settlement)).isEqualTo(settlement).hasSameHashCodeAs(settlement);
        assertThat(settlement).isNotEqualTo(settle(paid("490"), MONEY_ONLY, R1));
        assertThat(settle(paid("995"), MONEY_ONLY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.percent("1"))), R1))
                .hasToString("payment P: [EUR 995.00 to R1], unapplied EUR 0.00, "
                        + "adjustments [TOLERANCE EUR 5.00 of R1]");
        ShortPay rule = ShortPay.writeOff(AdjustmentLimit.of(eur("5")));
        assertThat(copy(rule)).isEqualTo(rule).hasSameHashCodeAs(rule).hasToString("WRITE_OFF up to EUR 5.00");
        assertThat(policy.shortPay()).hasToString("NEW_ITEM /D due 2026-05-01: short");
        assertThat(rule).isNotEqualTo(ShortPay.writeOff());
    }

    @Test
    void isRestoredFromItsParts() {
        SettlementPolicy policy = MONEY_ONLY
                .discounts(TWO_PERCENT)
                .shortPay(ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "short"));
        Settlement made = settle(paid("490"), policy, R1);
        assertThat(made.newItems()).hasSize(1);
        assertThat(Settlement.restored(made.allocation(), made.adjustments(), made.newItems()))
                .isEqualTo(made);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlement.restored(made.allocation(), made.adjustments(), List.of()))
                .withMessage("newItems must hold what is moved out of R1, but was EUR 500.00");
    }
}

package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.settlement.SettlementPolicy.MONEY_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** ar.md 4.8 and 4.9: money that is left pays first what would be given up. 100.00 (R1) and 200.00 (R2), paid as the payer says. */
class MoneyFirstTest {
    private static final LocalDate MARCH_10 = LocalDate.parse("2026-03-10");
    private static final OpenItem R1 = item("R1", "2026-04-01", "100");
    private static final OpenItem R2 = item("R2", "2026-04-02", "200");
    private static final AdjustmentLimit FIVE = AdjustmentLimit.of(eur("5"));
    private static final SettlementPolicy POOLED = MONEY_ONLY.tolerance(TolerancePolicy.pooled(FIVE));
    private static final SettlementPolicy TWO_LEVELS = MONEY_ONLY.tolerance(TolerancePolicy.twoLevels(FIVE, FIVE));

    static List<SettlementPolicy> givingUp() {
        return List.of(
                POOLED,
                TWO_LEVELS,
                MONEY_ONLY.shortPay(ShortPay.writeOff(FIVE)),
                MONEY_ONLY.shortPay(ShortPay.writeOff()),
                MONEY_ONLY.shortPay(ShortPay.discount()),
                MONEY_ONLY.shortPay(ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "short")),
                MONEY_ONLY.shortPay(ShortPay.requireFull()));
    }

    private static Settlement settle(SettlementPolicy policy, Payment payment) {
        return Settlement.of(AllocationRequest.of(payment, List.of(R1, R2)), new AsRemitted(), policy);
    }

    private static Payment paid(String amount, String said) {
        return payment("P", "2026-03-10", amount).naming(Remittance.of(R1.id(), eur(said)));
    }

    @ParameterizedTest
    @MethodSource("givingUp")
    void whatIsSaidTooLowIsPaidAllTheSame(SettlementPolicy policy) {
        Settlement settlement = settle(policy, paid("100", "98"));
        assertThat(settlement.applied()).isEqualTo(eur("100"));
        assertThat(settlement.adjustments()).isEmpty();
        assertThat(settlement.newItems()).isEmpty();
        assertThat(settlement.onAccount()).isEqualTo(eur("0"));
        assertThat(settlement.openAfter(R1)).isEqualTo(eur("0"));
    }

    /** Of 101.00, said to be 98.00, 1.00 is too much: a tolerance takes it, else it is on account. */
    @ParameterizedTest
    @MethodSource("givingUp")
    void whatIsLeftThenIsTooMuch(SettlementPolicy policy) {
        Settlement settlement = settle(policy, paid("101", "98"));
        assertThat(settlement.applied()).isEqualTo(eur("100"));
        assertThat(settlement.openAfter(R1)).isEqualTo(eur("0"));
        assertThat(settlement.income()).isEqualTo(eur(policy.tolerance() == null ? "0" : "1"));
        assertThat(settlement.adjusted()).isEqualTo(eur("0"));
    }

    /** 4.8: expected 100.00 less paid 99.00 is 1.00, whatever the payer says of it: 98.00, 50.00. */
    @ParameterizedTest(name = "{0} said")
    @CsvSource({"98", "50"})
    void theDifferenceIsOfWhatIsExpectedAndPaid(String said) {
        Settlement settlement = settle(POOLED, paid("99", said));
        assertThat(settlement.applied()).isEqualTo(eur("99"));
        assertThat(settlement.tolerated()).isEqualTo(eur("1"));
        assertThat(settlement.openAfter(R1)).isEqualTo(eur("0"));
    }

    /** 60.00 of which 50.00 are said: 40.00 are more than 5.00, nothing is given up, and the payer's words stand. */
    @Test
    void whereNothingWouldBeGivenUpTheWordsStand() {
        for (SettlementPolicy policy :
                List.of(POOLED, TWO_LEVELS, MONEY_ONLY.shortPay(ShortPay.writeOff(FIVE)), MONEY_ONLY)) {
            Settlement settlement = settle(policy, paid("60", "50"));
            assertThat(settlement.applied()).isEqualTo(eur("50"));
            assertThat(settlement.onAccount()).isEqualTo(eur("10"));
            assertThat(settlement.adjustments()).isEmpty();
        }
    }

    /** Of 98.00, said to be 97.00 of 100.00, 1.00 more is paid, and 2.00 are written off; said why. */
    @Test
    void onlyWhatTheMoneyCannotPayIsGivenUp() {
        Settlement settlement = settle(MONEY_ONLY.shortPay(ShortPay.writeOff(FIVE)), paid("98", "97"));
        assertThat(settlement.applied()).isEqualTo(eur("98"));
        assertThat(settlement.adjusted(Adjustment.Kind.WRITE_OFF)).isEqualTo(eur("2"));
        assertThat(settlement.allocation().lines())
                .singleElement()
                .satisfies(
                        line -> assertThat(line.explanation().text())
                                .contains(
                                        "EUR 1.00 of EUR 1.00 left, in place of EUR 3.00 that would be written off; ended by the money"));
    }

    /** 2 % off: 98.00 pay 100.00, of which 50.00 were said; 1.02 in proportion to these would leave 48.98 to be written off. */
    @Test
    void whatIsPaidSoEarnsItsDiscount() {
        DiscountPolicy twoPercent = DiscountPolicy.of(
                Map.of(R1.id(), DiscountOffer.of(eur("100"), List.of(DiscountTier.percent("2", MARCH_10)))));
        Settlement settlement =
                settle(MONEY_ONLY.discounts(twoPercent).shortPay(ShortPay.writeOff()), paid("98", "50"));
        assertThat(settlement.applied()).isEqualTo(eur("98"));
        assertThat(settlement.adjusted(Adjustment.Kind.EARLY_PAYMENT_DISCOUNT)).isEqualTo(eur("2"));
        assertThat(settlement.adjusted(Adjustment.Kind.WRITE_OFF)).isEqualTo(eur("0"));
        assertThat(settlement.onAccount()).isEqualTo(eur("0"));
    }

    /** The 2.00 are for R9, or prepaid: they pay nothing else, and the rest is given up beside them. */
    @Test
    void whatIsForSomethingElseIsLeft() {
        SettlementPolicy policy = MONEY_ONLY.shortPay(ShortPay.writeOff(FIVE));
        for (Payment payment : List.of(
                paid("100", "98").naming(Remittance.of(id("R9"), eur("2"))),
                paid("100", "98").prepaying("O-1"))) {
            Settlement settlement = settle(policy, payment);
            assertThat(settlement.onAccount()).isEqualTo(eur("2"));
            assertThat(settlement.adjusted(Adjustment.Kind.WRITE_OFF)).isEqualTo(eur("2"));
        }
    }

    /** A rest of 10 March that is settled on 20 March is owed from then on. */
    @Test
    void aNewItemIsDueOnTheDayOfItsSettlementOrLater() {
        AllocationRequest later = AllocationRequest.of(payment("P", "2026-03-10", "90"), List.of(R1))
                .on(LocalDate.parse("2026-03-20"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlement.of(
                        later,
                        new OldestDueFirst(),
                        MONEY_ONLY.shortPay(ShortPay.newItem(LocalDate.parse("2026-03-19"), "/D", "short"))))
                .withMessage(
                        "shortPay.dueDate must not be before the day of the settlement, 2026-03-20, but was 2026-03-19");
    }

    @Test
    void anIdThatIsTooLongIsRefusedByItsSuffix() {
        Payment payment = payment("P".repeat(190), "2026-03-10", "98").naming(R1.id());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settle(
                        MONEY_ONLY.shortPay(ShortPay.newItem(LocalDate.parse("2026-05-01"), "/DDDDDDDD", "short")),
                        payment))
                .withMessage(
                        "shortPay.suffix must make an id of at most 200 characters with R1 and the payment, but was"
                                + " 202 characters");
    }

    /** 2.00 are for R9, and do not pay the 2.00 that R1 is short by its payer's words; its own limit may give them up. */
    @Test
    void moneyForAnotherPaysNothingElse() {
        Payment named = paid("100", "98").naming(Remittance.of(id("R9"), eur("2")));
        for (SettlementPolicy policy : List.of(POOLED, TWO_LEVELS)) {
            Settlement settlement = settle(policy, named);
            assertThat(settlement.applied()).isEqualTo(eur("98"));
            assertThat(settlement.onAccount()).isEqualTo(eur("2"));
        }
    }

    /** 93.00 said and 95.00 there: 5.00 are short, which is the limit itself. */
    @Test
    void theLimitItselfIsWithinIt() {
        Settlement settlement = settle(POOLED, paid("95", "93"));
        assertThat(settlement.applied()).isEqualTo(eur("95"));
        assertThat(settlement.tolerated()).isEqualTo(eur("5"));
        assertThat(settlement.onAccount()).isEqualTo(eur("0"));
    }

    /** The payer means all of R2, of which he says no amount: 297.00 are short on the receipt, not by his words. */
    @Test
    void whatIsNamedWithoutAnAmountIsNotShortByWords() {
        Payment named = payment("P", "2026-03-10", "297")
                .naming(Remittance.of(R1.id(), eur("100")))
                .naming(R2.id());
        Settlement settlement = settle(TWO_LEVELS, named);
        assertThat(settlement.adjusted(Adjustment.Kind.RECEIPT_TOLERANCE)).isEqualTo(eur("3"));
        assertThat(settlement.adjusted(Adjustment.Kind.TOLERANCE)).isEqualTo(eur("0"));
    }

    /** R1 is 8.00 short and may be 5.00; R2, of which all is kept as tax, is not paid, and its limit does not count. */
    @Test
    void anItemOfWhichNothingIsDueHasNoLimitToShare() {
        SettlementPolicy policy = POOLED.withheld(List.of(Withholding.of(R2.id(), eur("200"), "C")));
        Payment named = payment("P", "2026-03-10", "92").naming(R1.id()).naming(R2.id());
        Settlement settlement = settle(policy, named);
        assertThat(settlement.tolerated()).isEqualTo(eur("0"));
        assertThat(settlement.openAfter(R1)).isEqualTo(eur("8"));
    }
}

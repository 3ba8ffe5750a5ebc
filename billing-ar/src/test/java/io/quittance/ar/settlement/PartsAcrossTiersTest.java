package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.settlement.Adjustment.Kind.EARLY_PAYMENT_DISCOUNT;
import static io.quittance.ar.settlement.SettlementPolicy.MONEY_ONLY;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.DiscountPolicy.PartPayment;
import io.quittance.core.explain.Explanation;
import io.quittance.core.invoice.CashRounding;
import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ar.md 4.7 and 7, law 19: parts of an item that are paid in several tiers. 1000.00 with 2 % up to 30 June and 1 % up to 9 July. */
class PartsAcrossTiersTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final LocalDate JUNE_1 = LocalDate.parse("2026-06-01");
    private static final LocalDate JUNE_6 = LocalDate.parse("2026-06-06");
    private static final LocalDate JUNE_30 = LocalDate.parse("2026-06-30");
    private static final LocalDate JULY_6 = LocalDate.parse("2026-07-06");
    private static final LocalDate JULY_9 = LocalDate.parse("2026-07-09");
    private static final Receivable DEBT = debt(eur("1000"));
    private static final DiscountPolicy TIERS = DiscountPolicy.of(Map.of(
            DEBT.id(),
            DiscountOffer.of(
                    eur("1000"), List.of(DiscountTier.percent("2", JUNE_30), DiscountTier.percent("1", JULY_9)))));

    private static Receivable debt(Amount amount) {
        return Receivable.of(id("INV-1"), A, JUNE_1, JULY_9.plusDays(30), amount);
    }

    private static Settlement pay(Receivable debt, Amount open, LocalDate day, Amount money, DiscountPolicy discounts) {
        Payment payment = Payment.of(PaymentId.of("P"), A, day, money);
        return Settlement.of(
                AllocationRequest.of(payment, List.of(OpenItem.of(debt, open))),
                new OldestDueFirst(),
                MONEY_ONLY.discounts(discounts));
    }

    private static Settlement pay(String open, LocalDate day, String money, DiscountPolicy discounts) {
        return pay(DEBT, eur(open), day, eur(money), discounts);
    }

    /** Each part is grossed up at its own tier: 490 / 0.98 = 500 and 495 / 0.99 = 500; 294 / 0.98 = 300 and 693 / 0.99 = 700. */
    @ParameterizedTest(name = "{0} in the first tier and {3} in the second")
    @CsvSource({"490, 10, 500, 495, 5", "294, 6, 700, 693, 7", "98, 2, 900, 891, 9"})
    void eachPartHasTheDiscountOfItsOwnTier(String first, String earlier, String open, String second, String later) {
        Settlement one = pay("1000", JUNE_6, first, TIERS);
        assertThat(one.adjusted(DEBT.id())).isEqualTo(eur(earlier));
        assertThat(one.openAfter(OpenItem.of(DEBT))).isEqualTo(eur(open));
        DiscountPolicy byHand = TIERS.granted(DEBT.id(), eur(earlier), JUNE_6);
        assertThat(TIERS.after(one)).isEqualTo(byHand);
        for (DiscountPolicy discounts : List.of(TIERS, byHand)) {
            Settlement two = pay(open, JULY_6, second, discounts);
            assertThat(two.adjusted(DEBT.id())).isEqualTo(eur(later));
            assertThat(two.closed(DEBT.id())).isEqualTo(eur(open));
            assertThat(two.onAccount()).isEqualTo(eur("0"));
        }
    }

    /** 1.00 in July earns all 10.00 of July, and a second 1.00 nothing, on whichever day it comes. */
    @Test
    void theWholeDiscountOfALaterTierIsGrantedOnce() {
        DiscountPolicy whole = TIERS.partPayment(PartPayment.WHOLE);
        Settlement first = pay("1000", JULY_6, "1", whole);
        assertThat(first.adjusted(DEBT.id())).isEqualTo(eur("10"));
        for (DiscountPolicy discounts : List.of(whole, whole.after(first))) {
            assertThat(pay("989", JULY_9, "1", discounts).adjustments()).isEmpty();
        }
    }

    /**
     * 980.00 have settled all with 20.00 off, and 490.00 of them are returned with half of the discount. Unsaid, what is closed counts
     * as its discount; where it is said that 10.00 are granted, 490.00 paid again in June earn the other 10.00, 495.00 in July 5.00.
     */
    @Test
    void afterAPartReturnItIsSaidWhatStaysGranted() {
        DiscountPolicy whole = TIERS.partPayment(PartPayment.WHOLE);
        assertThat(pay("500", JUNE_30, "490", whole).adjustments()).isEmpty();
        DiscountPolicy said = whole.granted(DEBT.id(), eur("10"), JUNE_6);
        assertThat(pay("500", JUNE_30, "490", said).closed(DEBT.id())).isEqualTo(eur("500"));
        assertThat(pay("500", JULY_6, "495", said).closed(DEBT.id())).isEqualTo(eur("500"));
    }

    /** 0.59 less 15 % in coins of 0.05 down: 0.50 due, 0.09 off. 0.57 of it have no more, though 0.45 would be coins. */
    @Test
    void aPartHasNoMoreThanTheWholeWithItsCoins() {
        Receivable debt = debt(eur("0.59"));
        DiscountPolicy discounts = DiscountPolicy.of(Map.of(
                debt.id(),
                DiscountOffer.of(eur("0.59"), List.of(DiscountTier.percent("15", JUNE_30)))
                        .roundedToCoins(new CashRounding(new BigDecimal("0.05"), RoundingMode.DOWN))));
        assertThat(pay(debt, eur("0.59"), JUNE_6, eur("0.50"), discounts).adjusted(debt.id()))
                .isEqualTo(eur("0.09"));
        Settlement part = pay(debt, eur("0.57"), JUNE_6, eur("0.57"), discounts);
        assertThat(part.adjusted(debt.id())).isEqualTo(eur("0.09"));
        assertThat(part.applied()).isEqualTo(eur("0.48"));
    }

    /**
     * Law 19, computed here by decimals alone: of an item with two tiers, parts paid on days of both together have at most the discount
     * of one payment at the best tier that one of them had, and a cent for each, and less than a coin where coins count; where it is said
     * what was granted, not a cent more. And no part of its own has more than its percentage of what is open.
     */
    @Property
    void partsHaveAtMostTheBestOfTheirTiers(
            @ForAll @IntRange(min = 1, max = 100_000) int cents,
            @ForAll @IntRange(min = 2, max = 60) int percent,
            @ForAll PartPayment rule,
            @ForAll boolean coins,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40_000) Integer> money,
            @ForAll @IntRange(min = 0, max = 6) int inJune) {
        Amount all = Amount.ofMinor(cents, EUR);
        Receivable debt = debt(all);
        DiscountOffer plain = DiscountOffer.of(
                all,
                List.of(
                        DiscountTier.percent(BigDecimal.valueOf(percent), JUNE_30),
                        DiscountTier.percent(BigDecimal.valueOf(percent / 2), JULY_9)));
        DiscountOffer offer = coins ? plain.roundedToCoins(CashRounding.to("0.05")) : plain;
        for (boolean said : List.of(true, false)) {
            DiscountPolicy discounts =
                    DiscountPolicy.of(Map.of(debt.id(), offer)).partPayment(rule);
            Amount open = all;
            BigDecimal sum = ZERO;
            BigDecimal best = ZERO;
            for (int i = 0; i < money.size() && open.signum() > 0; i++) {
                BigDecimal rate = BigDecimal.valueOf(i < inJune ? percent : percent / 2, 2);
                Settlement part =
                        pay(debt, open, i < inJune ? JUNE_6 : JULY_6, Amount.ofMinor(money.get(i), EUR), discounts);
                BigDecimal discount = part.adjusted(EARLY_PAYMENT_DISCOUNT).toBigDecimal();
                BigDecimal whole = discount(all.toBigDecimal(), rate, coins);
                best = best.max(whole);
                BigDecimal slack = new BigDecimal(coins ? "0.05" : "0.01");
                if (rule != PartPayment.WHOLE) {
                    assertThat(discount)
                            .isLessThanOrEqualTo(
                                    open.toBigDecimal().multiply(rate).add(slack));
                }
                assertThat(discount).isLessThanOrEqualTo(whole);
                sum = sum.add(discount);
                open = open.subtract(part.closed(debt.id()));
                discounts = said ? discounts.after(part) : discounts;
            }
            BigDecimal more = new BigDecimal("0.01")
                    .multiply(BigDecimal.valueOf(money.size()))
                    .add(coins ? new BigDecimal("0.05") : ZERO);
            assertThat(sum).isLessThanOrEqualTo(said ? best : best.add(more));
        }
    }

    /** What is due is rounded, then to the nearest 0.05, at most to what is open; the discount is the difference. */
    private static BigDecimal discount(BigDecimal open, BigDecimal rate, boolean coins) {
        BigDecimal due = open.multiply(ONE.subtract(rate)).setScale(2, RoundingMode.HALF_UP);
        BigDecimal twenty = BigDecimal.valueOf(20);
        BigDecimal paid =
                coins ? due.multiply(twenty).setScale(0, RoundingMode.HALF_UP).divide(twenty) : due;
        return open.subtract(paid.min(open));
    }

    /** 15.00 of the 20.00 of June are granted, so that a quarter of the 10.00 of July is left. */
    @Test
    void theDiscountOfALaterTierIsLeftByThePartThatIsNotGranted() {
        DiscountPolicy said = TIERS.partPayment(PartPayment.WHOLE).granted(DEBT.id(), eur("15"), JUNE_6);
        assertThat(pay("800", JULY_6, "400", said).adjusted(DEBT.id())).isEqualTo(eur("2.50"));
    }

    /** A fifth of the 20.00 of June; on 20 July there was none, so that 5.00 are half of the 10.00 of the day of the rest: 3.00 are left. */
    @Test
    void whatWasGrantedWithoutATierCountsByThatOfTheRest() {
        DiscountPolicy said = TIERS.partPayment(PartPayment.WHOLE)
                .granted(DEBT.id(), eur("4"), JUNE_6)
                .granted(DEBT.id(), eur("5"), JULY_9.plusDays(11));
        assertThat(pay("900", JULY_6, "400", said).adjusted(DEBT.id())).isEqualTo(eur("3"));
    }

    /** Neither has that of the rest: nothing is left of nothing. */
    @Test
    void orByNothing() {
        DiscountPolicy said = TIERS.partPayment(PartPayment.WHOLE).granted(DEBT.id(), eur("5"), JULY_9.plusDays(11));
        assertThat(pay("995", JULY_9.plusDays(12), "400", said).adjustments()).isEmpty();
    }

    /** 5.00 that are written off are no discount. */
    @Test
    void onlyDiscountsAreGranted() {
        Settlement settlement = pay("1000", JUNE_6, "490", TIERS)
                .with(Adjustment.of(
                        Adjustment.Kind.WRITE_OFF, DEBT.id(), eur("5"), Explanation.of("test.why", "because")));
        assertThat(TIERS.after(settlement)).isEqualTo(TIERS.granted(DEBT.id(), eur("10"), JUNE_6));
    }
}

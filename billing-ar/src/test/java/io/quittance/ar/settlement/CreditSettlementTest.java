package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.settlement.Adjustment.Kind.EARLY_PAYMENT_DISCOUNT;
import static io.quittance.ar.settlement.SettlementPolicy.MONEY_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.settlement.DiscountPolicy.PartPayment;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A debt of 1000.00 with 2 % off up to 10 March, and a credit note of 5 March over 100.00 (ar.md 4.7: it carries the same discount with
 * the opposite sign). What is left, 900.00, is paid with 900.00 × 0.98 = 882.00.
 */
class CreditSettlementTest {
    private static final LocalDate MARCH_10 = LocalDate.parse("2026-03-10");
    private static final OpenItem DEBT = item("R1", "2026-04-01", "1000");
    private static final Credit NOTE = Credit.of(PaymentId.of("CN-1"), A, LocalDate.parse("2026-03-05"), eur("100"))
            .crediting(DEBT.id());
    private static final DiscountOffer OFFER =
            DiscountOffer.of(eur("1000"), List.of(DiscountTier.percent("2", MARCH_10)));
    private static final DiscountPolicy TWO_PERCENT = DiscountPolicy.of(Map.of(DEBT.id(), OFFER));

    private static Settlement settled(AllocationRequest request, DiscountPolicy discounts) {
        return Settlement.of(request, new OldestDueFirst(), MONEY_ONLY.discounts(discounts));
    }

    @ParameterizedTest
    @EnumSource
    void aCreditEarnsNoDiscount(PartPayment rule) {
        DiscountPolicy discounts = TWO_PERCENT.partPayment(rule).overpaid(OverpaidDiscount.cutBack());
        for (AllocationRequest request : List.of(
                AllocationRequest.of(NOTE.asPayment(), List.of(DEBT)),
                AllocationRequest.of(UnappliedPayment.of(NOTE), List.of(DEBT)))) {
            assertThat(request.isCredit()).isTrue();
            Settlement settlement = settled(request, discounts);
            assertThat(settlement.adjustments()).isEmpty();
            assertThat(settlement.closed(DEBT.id())).isEqualTo(eur("100"));
        }
    }

    /** Both together are what mirroring comes to: 1000.00 - 20.00 - (100.00 - 2.00) = 882.00. */
    @Test
    void whatIsLeftHasTheDiscountThatBelongsToIt() {
        Settlement credited = settled(AllocationRequest.of(NOTE.asPayment(), List.of(DEBT)), TWO_PERCENT);
        OpenItem left = OpenItem.of(DEBT.receivable(), credited.openAfter(DEBT));
        Settlement paid = settled(
                AllocationRequest.of(payment("P", "2026-03-10", "882"), List.of(left)),
                TWO_PERCENT.after(credited).partPayment(PartPayment.WHOLE));
        assertThat(paid.adjusted(EARLY_PAYMENT_DISCOUNT)).isEqualTo(eur("18"));
        assertThat(paid.openAfter(left)).isEqualTo(eur("0"));
        Amount due = OFFER.quote(eur("1000"), MARCH_10)
                .amountDue()
                .add(OFFER.quote(eur("-100"), MARCH_10).amountDue());
        assertThat(paid.applied()).isEqualTo(due);
    }

    /** All of it credited: closed by 1000.00, and nothing of the note is left. */
    @Test
    void aCreditOfAllClosesAll() {
        Credit all = Credit.of(PaymentId.of("CN-2"), A, LocalDate.parse("2026-03-05"), eur("1000"));
        Settlement settlement = settled(AllocationRequest.of(all.asPayment(), List.of(DEBT)), TWO_PERCENT);
        assertThat(settlement.openAfter(DEBT)).isEqualTo(eur("0"));
        assertThat(settlement.onAccount()).isEqualTo(eur("0"));
        assertThat(settlement.adjustments()).isEmpty();
    }

    @Test
    void aMoneyPaymentStillDoes() {
        AllocationRequest money = AllocationRequest.of(payment("P", "2026-03-05", "980"), List.of(DEBT));
        assertThat(money.isCredit()).isFalse();
        assertThat(settled(money, TWO_PERCENT).openAfter(DEBT)).isEqualTo(eur("0"));
    }

    @Test
    void whatIsSaidToBeACreditIsOne() {
        var said = new UnappliedPayment(payment("P", "2026-03-05", "98"), eur("98"), true);
        assertThat(said.payment().isCredit()).isTrue();
        assertThat(new UnappliedPayment(NOTE.asPayment(), eur("100"), false).isCredit())
                .isTrue();
        assertThat(settled(AllocationRequest.of(said, List.of(DEBT)), TWO_PERCENT)
                        .adjustments())
                .isEmpty();
    }
}

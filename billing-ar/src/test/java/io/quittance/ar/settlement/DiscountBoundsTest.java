package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.settlement.SettlementPolicy.MONEY_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.Samples;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.DiscountPolicy.PartPayment;
import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Fraction;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ar.md 7, law 19: what all payments of an item earn together. Debts of 1000.00 and 500.00 with 2 % off up to 10 March. */
class DiscountBoundsTest {
    private static final LocalDate MARCH_10 = LocalDate.parse("2026-03-10");
    private static final OpenItem R1 = item("R1", "2026-04-01", "1000");
    private static final OpenItem R2 = item("R2", "2026-04-02", "500");
    private static final DiscountPolicy WHOLE = DiscountPolicy.of(
                    Map.of(R1.id(), twoPercent("1000"), R2.id(), twoPercent("500")))
            .partPayment(PartPayment.WHOLE);

    private static DiscountOffer twoPercent(String total) {
        return DiscountOffer.of(eur(total), List.of(DiscountTier.percent("2", MARCH_10)));
    }

    private static Settlement settle(Payment payment, DiscountPolicy discounts, OpenItem... items) {
        return Settlement.of(
                AllocationRequest.of(payment, List.of(items)), new OldestDueFirst(), MONEY_ONLY.discounts(discounts));
    }

    private static OpenItem after(Settlement settlement, OpenItem item) {
        return item.withOpen(settlement.openAfter(item));
    }

    private static Payment paid(String id, String amount) {
        return payment(id, "2026-03-10", amount);
    }

    /** 1.00 earns all 20.00; a second 1.00 nothing, and what is left is due in full. */
    @Test
    void theWholeDiscountIsGrantedOnce() {
        Settlement first = settle(paid("P1", "1"), WHOLE, R1);
        assertThat(first.adjusted(R1.id())).isEqualTo(eur("20"));
        OpenItem left = after(first, R1);
        assertThat(left.open()).isEqualTo(eur("979"));
        for (DiscountPolicy policy : List.of(WHOLE, WHOLE.after(first))) {
            Settlement second = settle(paid("P2", "1"), policy, left);
            assertThat(second.adjustments()).isEmpty();
            assertThat(second.openAfter(left)).isEqualTo(eur("978"));
            assertThat(settle(paid("P3", "979"), policy, left).openAfter(left)).isEqualTo(eur("0"));
        }
    }

    /** 980.00 that name both pay R1; R2 got nothing, and keeps its 500.00. */
    @Test
    void anItemThatIsNamedAndGetsNothingEarnsNothing() {
        Settlement settlement = settle(paid("P1", "980").naming(R1.id()).naming(R2.id()), WHOLE, R1, R2);
        assertThat(settlement.adjusted(R1.id())).isEqualTo(eur("20"));
        assertThat(settlement.adjusted(R2.id())).isEqualTo(eur("0"));
        assertThat(settlement.openAfter(R2)).isEqualTo(eur("500"));
    }

    /** 100.00 of 1000.00 are closed otherwise: unless it is said that nothing was granted, they count as its discount. */
    @Test
    void aHostSaysWhatWasGranted() {
        OpenItem left = OpenItem.of(R1.receivable(), eur("900"));
        assertThat(settle(paid("P1", "490"), WHOLE, left).adjusted(R1.id())).isEqualTo(eur("0"));
        assertThat(settle(paid("P1", "490"), WHOLE.granted(R1.id(), eur("0"), MARCH_10), left)
                        .adjusted(R1.id()))
                .isEqualTo(eur("18")); // 2 % of 900.00
        Settlement some = settle(paid("P1", "490"), WHOLE.granted(R1.id(), eur("5"), MARCH_10), left);
        assertThat(some.adjusted(R1.id())).isEqualTo(eur("15")); // 20.00 less 5.00
        assertThat(some.adjustments().get(0).explanation().text())
                .isEqualTo("2% until 2026-03-10, on 2026-03-10: EUR 18.00 of EUR 900.00, EUR 15.00 of it, which is all"
                        + " that is left of the discount of the document");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WHOLE.granted(R1.id(), eur("-1"), MARCH_10))
                .withMessage("granted must not be negative for R1, but was EUR -1.00");
    }

    /** 490.00 twice in proportion: 10.00 and 10.00, whether or not it is said what was granted. */
    @Test
    void inProportionBothPartsHaveTheirs() {
        DiscountPolicy parts = WHOLE.partPayment(PartPayment.IN_PROPORTION);
        Settlement first = settle(paid("P1", "490"), parts, R1);
        OpenItem left = after(first, R1);
        for (DiscountPolicy policy : List.of(parts, parts.after(first))) {
            Settlement second = settle(paid("P2", "490"), policy, left);
            assertThat(second.adjusted(R1.id())).isEqualTo(eur("10"));
            assertThat(second.openAfter(left)).isEqualTo(eur("0"));
        }
        assertThat(settle(paid("P2", "490"), parts.granted(R1.id(), eur("13"), MARCH_10), left)
                        .adjusted(R1.id()))
                .isEqualTo(eur("7"));
    }

    /**
     * 1000.00 of 1 March in two halves, 2 % within 10 days: each half has the invoice's offer, of which it takes 10.00. The second comes
     * on 12 March, too late.
     */
    @Test
    void anInstalmentHasTheOfferOfItsInvoiceForItsPart() {
        Invoice invoice = InvoiceDraft.builder(A, eur("0").getCurrency())
                .paymentTerms(PaymentTerms.inInstalments(List.of(
                                Instalment.percent("50", DueDateRule.days(30)), Instalment.rest(DueDateRule.days(60))))
                        .discount("2", 10))
                .line(InvoiceLine.billed("x", Fraction.ONE, "C62", eur("1000"), List.of()))
                .build()
                .issue("FIN-1", "2026-03-01");
        DiscountOffer offer = DiscountOffer.of(invoice).orElseThrow();
        DiscountPolicy discounts = DiscountPolicy.of(Map.of());
        List<OpenItem> items = new ArrayList<>();
        for (DueAmount part : invoice.dueAmounts()) {
            Receivable receivable = Receivable.of(
                    id("FIN-1/" + (items.size() + 1)), A, invoice.issueDate(), part.dueDate(), part.amount());
            items.add(OpenItem.of(receivable));
            discounts = discounts.with(receivable.id(), offer);
        }
        Settlement early = Settlement.of(
                AllocationRequest.of(paid("P1", "490"), items), new OldestDueFirst(), MONEY_ONLY.discounts(discounts));
        assertThat(early.openAfter(items.get(0))).isEqualTo(eur("0"));
        assertThat(early.adjusted(id("FIN-1/1"))).isEqualTo(eur("10"));
        assertThat(early.openAfter(items.get(1))).isEqualTo(eur("500"));
        Settlement late = Settlement.of(
                AllocationRequest.of(payment("P2", "2026-03-12", "490"), items.subList(1, 2)),
                new OldestDueFirst(),
                MONEY_ONLY.discounts(discounts));
        assertThat(late.openAfter(items.get(1))).isEqualTo(eur("10"));
    }

    /**
     * Terms of their own: 595.00 of which 95.00 are tax, 2 % up to 10 March, and the same again, 3 % up to 20 April. 583.10 and 577.15
     * close them: 11.90 with 1.90 of tax, and 17.85 with 2.85 of tax.
     */
    @Test
    void anInstalmentHasTermsOfItsOwn() {
        OpenItem first = item("FIN-1/1", "2026-03-31", "595");
        OpenItem second = item("FIN-1/2", "2026-04-30", "595");
        DiscountPolicy discounts = DiscountPolicy.of(Map.of(
                first.id(),
                DiscountOffer.of(eur("500"), eur("95"), List.of(DiscountTier.percent("2", MARCH_10))),
                second.id(),
                DiscountOffer.of(
                        eur("500"), eur("95"), List.of(DiscountTier.percent("3", LocalDate.parse("2026-04-20"))))));
        Settlement one = Settlement.of(
                AllocationRequest.of(paid("P1", "583.10").naming(first.id()), List.of(first, second)),
                new AsRemitted(),
                MONEY_ONLY.discounts(discounts));
        assertThat(one.openAfter(List.of(first, second))).isEqualTo(eur("595"));
        assertThat(one.adjustments()).singleElement().satisfies(off -> {
            assertThat(off.amount()).isEqualTo(eur("11.90"));
            assertThat(off.tax()).isEqualTo(eur("1.90"));
        });
        Settlement two = settle(payment("P2", "2026-04-20", "577.15"), discounts, second);
        assertThat(two.openAfter(second)).isEqualTo(eur("0"));
        assertThat(two.adjustments()).singleElement().satisfies(off -> {
            assertThat(off.amount()).isEqualTo(eur("17.85"));
            assertThat(off.tax()).isEqualTo(eur("2.85"));
        });
    }

    /** Money of 10 March that is allocated on 20 March was in time. What it leaves is owed by a new item from 20 March on. */
    @Test
    void theValueDateCountsWhenMoneyIsAllocatedLater() {
        LocalDate later = LocalDate.parse("2026-03-20");
        AllocationRequest request =
                AllocationRequest.of(paid("P1", "490"), List.of(R1)).on(later);
        Settlement settlement = Settlement.of(
                request,
                new OldestDueFirst(),
                MONEY_ONLY.discounts(WHOLE).shortPay(ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "short")));
        assertThat(settlement.adjusted(R1.id(), Adjustment.Kind.EARLY_PAYMENT_DISCOUNT))
                .isEqualTo(eur("20"));
        Receivable owed = settlement.newItems().get(0).receivable();
        assertThat(owed.documentDate()).isEqualTo(later);
        assertThat(owed.amount()).isEqualTo(eur("490"));
    }

    @Test
    void isAValue() throws IOException, ClassNotFoundException {
        DiscountPolicy policy = WHOLE.granted(R1.id(), eur("5"), MARCH_10);
        assertThat(Samples.copy(policy)).isEqualTo(policy).hasSameHashCodeAs(policy);
        assertThat(policy).isNotEqualTo(WHOLE);
    }
}

package io.quittance.core.rating;

import static io.quittance.core.rating.Halves.changing;
import static io.quittance.core.rating.Halves.costs;
import static io.quittance.core.rating.Halves.early;
import static io.quittance.core.rating.Halves.late;
import static io.quittance.core.rating.Halves.texts;
import static io.quittance.core.rating.Halves.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountOrder;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.Dynamic;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.usage.UsageEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Discounts on several charges, whose terms, prices or charges change within the period; amounts by hand. */
class SharedDiscountsTest {
    private static final Charge CALLS = Charge.usage("calls", "calls", PerUnit.of("1"));
    private static final Charge TEXTS = Charge.usage("texts", "texts", PerUnit.of("1"));
    private static final Discount FIFTH = Discount.percent("fifth", "20");
    private static final Discount VOUCHER = Discount.amount("voucher", "10");
    private static final Conventions EXACT = Conventions.standard().withDiscountSpread(DiscountSpread.EXACT);

    /** 60 and 40: less 10 and then 20 % of 90 are 54 - 10.80 and 36 - 7.20; less 20 % of 100 and then 10, 42 and 28. */
    @Test
    void applyToWhatThoseBeforeThemLeftOfAllCharges() {
        UsageEvent[] used = {early("calls", "60"), early("texts", "40")};
        assertThat(costs(whole(
                        terms -> terms.charge(CALLS)
                                .charge(TEXTS)
                                .discount(VOUCHER)
                                .discount(FIFTH),
                        used)))
                .containsExactly("calls 43.2", "texts 28.8");
        assertThat(costs(whole(
                        terms -> terms.charge(CALLS)
                                .charge(TEXTS)
                                .discount(VOUCHER)
                                .discount(FIFTH)
                                .conventions(Conventions.standard().withDiscountOrder(DiscountOrder.PERCENTAGES_FIRST)),
                        used)))
                .containsExactly("calls 42", "texts 28");
    }

    /** 20 % from the 16th on: of 100 before and 100 after it, 20 are taken off those after. */
    @Test
    void takeNothingOffDaysBeforeTheyWereAgreed() {
        assertThat(costs(changing(
                        terms -> terms.charge(CALLS),
                        terms -> terms.charge(CALLS).discount(FIFTH),
                        early("calls", "100"),
                        late("calls", "100"))))
                .containsExactly("calls 100", "calls 80");
    }

    /** A voucher of 10 that the terms of both halves have: 6 of the first half, and 4 of the 20 of the second. */
    @Test
    void anAmountIsTakenOnceInAPeriodWhateverTermsHaveIt() {
        Rating rating = Rating.of(changing(
                terms -> terms.charge(CALLS).discount(VOUCHER),
                terms -> terms.charge(Charge.usage("calls", "calls", PerUnit.of("2")))
                        .discount(VOUCHER),
                early("calls", "6"),
                late("calls", "10")));
        assertThat(costs(rating)).containsExactly("calls 0", "calls 16");
        assertThat(rating.after().discounts()).containsExactly(entry("voucher", Fraction.of(10)));
    }

    /** Calls cost 60 and, twice as dear, 30, beside texts of 10: of a voucher of 10 they bear 9, which are 6 and 3. */
    @Test
    void aChargeWithSeveralLinesBearsOneShare() {
        Charge dearer = CALLS.repriced("2014-01-16", PerUnit.of("2"));
        Rating rating = Rating.of(whole(
                terms -> terms.charge(dearer).charge(TEXTS).discount(VOUCHER),
                early("calls", "60"),
                late("calls", "15"),
                late("texts", "10")));
        assertThat(costs(rating)).containsExactly("calls 54", "calls 27", "texts 9");
        assertThat(texts(rating.charges().get(1))).last().isEqualTo("discount voucher, share of 90: -3");
    }

    /** 10.00 off three lines of 10.00: in whole cents the first bears the odd one; exactly, each is 6.67 and all are 20.01. */
    @Test
    void theLinesOfAChargeShareAsChargesDo() {
        Charge thrice = CALLS.repriced("2014-01-11", PerUnit.of("2")).repriced("2014-01-21", PerUnit.of("1"));
        UsageEvent[] used = {
            UsageEvent.of("a", "1", "calls", "10", "2014-01-05T00:00:00Z"),
            UsageEvent.of("b", "1", "calls", "5", "2014-01-15T00:00:00Z"),
            UsageEvent.of("c", "1", "calls", "10", "2014-01-25T00:00:00Z")
        };
        assertThat(costs(whole(terms -> terms.charge(thrice).discount(VOUCHER), used)))
                .containsExactly("calls 6.66", "calls 6.67", "calls 6.67");
        assertThat(costs(whole(terms -> terms.charge(thrice).discount(VOUCHER).conventions(EXACT), used)))
                .containsExactly("calls 6.67", "calls 6.67", "calls 6.67");
    }

    /** 100, of which 20 are taken back at twice the price: 10 % of the remaining 60 are 6, which the 100 bear. */
    @Test
    void aLineThatGivesBackBearsNothing() {
        Charge computed =
                Charge.usage("market", "market", Dynamic.asComputed()).repriced("2014-01-16", Dynamic.times("2"));
        assertThat(costs(whole(
                        terms -> terms.charge(computed).discount(Discount.percent("tenth", "10")),
                        early("market", "100"),
                        late("market", "-20"))))
                .containsExactly("market 94", "market -40");
    }

    /**
     * Texts are not due: 100 less 20 % and less 10 are 70, though both are agreed for texts as well, and what is agreed for texts
     * alone waits. Only amounts are used up.
     */
    @Test
    void applyToThoseOfTheirChargesThatAreDue() {
        RatingRequest request = whole(
                terms -> terms.charge(CALLS)
                        .charge(TEXTS)
                        .discount(FIFTH.on("calls").on("texts"))
                        .discount(VOUCHER.on("calls").on("texts"))
                        .discount(Discount.amount("gift", "5").on("texts")),
                early("calls", "100"));
        Rating rating = Rating.of(request.charging(Map.of(TermsVersion.SIGNED, Set.of(new ChargeId("calls")))));
        assertThat(costs(rating)).containsExactly("calls 70");
        assertThat(rating.after().discounts()).containsExactly(entry("voucher", Fraction.of(10)));
    }

    /** 20 % on calls alone leave texts as they are, also beside a discount on all. */
    @Test
    void takeNothingOffChargesThatTheyDoNotName() {
        assertThat(costs(whole(
                        terms -> terms.charge(CALLS)
                                .charge(TEXTS)
                                .discount(FIFTH.on("calls"))
                                .discount(Discount.percent("tenth", "10")),
                        early("calls", "100"),
                        early("texts", "100"))))
                .containsExactly("calls 72", "texts 90");
    }

    /**
     * 100 less 20 % less 10, at most 50 and at least 500, are 500. For charges of another cycle, for whose periods nothing but the
     * percentage is agreed, they are 80, and the voucher stays.
     */
    @Test
    void onlyPercentagesApplyWhereAgreementsAreForOtherPeriods() {
        RatingRequest request = whole(
                terms -> terms.charge(CALLS)
                        .discount(FIFTH)
                        .discount(VOUCHER)
                        .maximum(SpendMaximum.of("50"))
                        .minimum(SpendMinimum.of("500")),
                early("calls", "100"));
        assertThat(costs(request)).containsExactly("calls 50", "terms.minimum 450");
        Rating without = Rating.of(request.withoutAgreements());
        assertThat(costs(without)).containsExactly("calls 80");
        assertThat(without.after()).isEqualTo(BilledBefore.nothing());
    }

    /** Shares of 10/3 under the terms of the first half, whatever those of the second say: each line is 6.67. */
    @Test
    void exactSharesOfEarlierTermsAreRoundedToo() {
        Charge third = Charge.usage("data", "data", PerUnit.of("1"));
        Rating rating = Rating.of(changing(
                terms -> terms.charge(CALLS)
                        .charge(TEXTS)
                        .charge(third)
                        .discount(VOUCHER)
                        .conventions(EXACT),
                terms -> terms.charge(CALLS).charge(TEXTS).charge(third),
                early("calls", "10"),
                early("texts", "10"),
                early("data", "10")));
        assertThat(costs(rating))
                .containsExactly("calls 6.67", "calls 0", "texts 6.67", "texts 0", "data 6.67", "data 0");
        assertThat(rating.after().discounts()).containsExactly(entry("voucher", Fraction.of(10)));
    }

    /** A voucher of 10 that moves from calls to all charges, or to texts: of 100 and 100 it takes 10, once. */
    @Test
    void anAmountThatMovesIsTakenOnceToo() {
        UsageEvent[] used = {early("calls", "100"), late("texts", "100")};
        Rating toAll = Rating.of(changing(
                terms -> terms.charge(CALLS.discount(VOUCHER)).charge(TEXTS),
                terms -> terms.charge(CALLS).charge(TEXTS).discount(VOUCHER),
                used));
        assertThat(costs(toAll)).containsExactly("calls 90", "calls 0", "texts 0", "texts 100");
        assertThat(toAll.after().discounts()).containsExactly(entry("voucher", Fraction.of(10)));
        Rating toTexts = Rating.of(changing(
                terms -> terms.charge(CALLS.discount(VOUCHER)).charge(TEXTS),
                terms -> terms.charge(CALLS).charge(TEXTS.discount(VOUCHER)),
                used));
        assertThat(toTexts.total()).isEqualTo(Halves.usd("190"));
        assertThat(toTexts.after().discounts()).containsExactly(entry("voucher", Fraction.of(10)));
    }

    /** 20 % off becomes 30 off under the same name: 20 of the first 100, and 30 of the second. */
    @Test
    void whatAPercentageTookUsesUpNoAmount() {
        Discount percent = Discount.percent("promo", "20");
        Discount amount = Discount.amount("promo", "30");
        UsageEvent[] used = {early("calls", "100"), late("calls", "100")};
        assertThat(costs(changing(
                        terms -> terms.charge(CALLS.discount(percent)),
                        terms -> terms.charge(CALLS.discount(amount)),
                        used)))
                .containsExactly("calls 80", "calls 70");
        assertThat(costs(changing(
                        terms -> terms.charge(CALLS).discount(percent),
                        terms -> terms.charge(CALLS).discount(amount),
                        used)))
                .containsExactly("calls 80", "calls 70");
    }
}

package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DiscountsTest {
    private static final Discount TEN_OFF = Discount.amount("voucher", "10");
    private static final Discount FIFTH_OFF = Discount.percent("launch", "20");

    /** rating.md 2.13: 100 less 10, then 20 %, is 72; the percentage first makes it 70. */
    @Test
    void eachAppliesToWhatIsLeftInTheOrderOfTheTerms() {
        Discounts both = Discounts.of(TEN_OFF, FIFTH_OFF);
        Conventions standard = Conventions.standard();
        assertThat(left(both, "100", standard)).isEqualTo(Fraction.of(72));
        assertThat(left(both, "100", standard.withDiscountOrder(DiscountOrder.PERCENTAGES_FIRST)))
                .isEqualTo(Fraction.of(70));
        assertThat(left(Discounts.of(FIFTH_OFF, TEN_OFF), "100", standard)).isEqualTo(Fraction.of(70));
        assertThat(left(
                        Discounts.of(FIFTH_OFF, TEN_OFF),
                        "100",
                        standard.withDiscountOrder(DiscountOrder.AMOUNTS_FIRST)))
                .isEqualTo(Fraction.of(72));
    }

    @Test
    void nothingFallsBelowZero() {
        assertThat(left(Discounts.of(TEN_OFF), "6", Conventions.standard())).isEqualTo(Fraction.ZERO);
        assertThat(left(Discounts.of(FIFTH_OFF, TEN_OFF), "-5", Conventions.standard()))
                .isEqualTo(Fraction.of(-5));
    }

    @Test
    void whatEarlierInvoicesUsedOfAnAmountIsGone() {
        var steps = Discounts.of(TEN_OFF)
                .steps(Fraction.of(100), Conventions.standard(), Map.of("voucher", Fraction.of(7)));
        assertThat(steps).extracting(Step::amount).containsExactly(Fraction.of(-3));
        var more = Discounts.of(TEN_OFF)
                .steps(Fraction.of(100), Conventions.standard(), Map.of("voucher", Fraction.of(12)));
        assertThat(more).extracting(Step::amount).containsExactly(Fraction.ZERO);
    }

    @Test
    void saysWhatWasTakenOff() {
        var steps = Discounts.of(TEN_OFF, FIFTH_OFF).steps(Fraction.of(100), Conventions.standard(), Map.of());
        assertThat(steps)
                .extracting(step -> step.explanation().text())
                .containsExactly("discount voucher: -10", "discount launch, 20% of 90: -18");
        assertThat(steps)
                .extracting(step -> step.explanation().text(Locale.GERMAN))
                .containsExactly("Rabatt voucher: -10", "Rabatt launch, 20% von 90: -18");
    }

    @Test
    void namesManyChargesAtOnce() {
        Discount launch = Discount.percent("launch", "20");
        assertThat(launch.on(List.of(ChargeId.of("b"), ChargeId.of("a"))).on(List.of()))
                .isEqualTo(launch.on("a").on("b"));
    }

    @Test
    void refusesWhatIsNoDiscount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Discount.percent("launch", "100.01"))
                .withMessage("value must be at most 100, but was 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Discount.amount("voucher", "-1"))
                .withMessage("value must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Discounts.of(TEN_OFF, Discount.amount("voucher", "5")))
                .withMessage("discounts must have unique ids, but was voucher");
    }

    @Test
    void isEqualToTheSameDiscountWrittenOtherwise() {
        assertThat(Discount.percent("a", "20.0"))
                .isEqualTo(Discount.percent("a", "20"))
                .hasSameHashCodeAs(Discount.percent("a", "20"));
        assertThat(Discount.percent("a", "20")).isNotEqualTo(Discount.amount("a", "20"));
        assertThat(Discount.percent("a", "20").on("api")).isNotEqualTo(Discount.percent("a", "20"));
        assertThat(Discount.percent("a", "20").on("api")).hasToString("a: 20% on [api]");
    }

    /** What is taken off is between nothing and all, whatever the discounts, and percentages commute. */
    @Property
    void takesOffBetweenNothingAndAll(
            @ForAll @BigRange(min = "0", max = "100000") BigDecimal subtotal,
            @ForAll @Size(max = 5) List<@IntRange(min = -100, max = 100) Integer> values) {
        var discounts = new ArrayList<Discount>();
        for (int value : values) {
            String id = "d" + discounts.size();
            BigDecimal size = BigDecimal.valueOf(Math.abs(value));
            discounts.add(value < 0 ? Discount.percent(id, size) : Discount.amount(id, size));
        }
        Fraction whole = Fraction.of(subtotal);
        for (DiscountOrder order : DiscountOrder.values()) {
            var steps =
                    new Discounts(discounts).steps(whole, Conventions.standard().withDiscountOrder(order), Map.of());
            assertThat(Step.total(steps).negated()).isBetween(Fraction.ZERO, whole);
            assertThat(steps).hasSize(discounts.size());
        }
    }

    private static Fraction left(Discounts discounts, String subtotal, Conventions conventions) {
        Fraction whole = Fraction.of(new BigDecimal(subtotal));
        return whole.plus(Step.total(discounts.steps(whole, conventions, Map.of())));
    }
}

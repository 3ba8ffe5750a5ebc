package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Fraction;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceAdjustmentTest {
    private static final LocalDate FIRST = LocalDate.parse("2027-01-01");
    private static final Fraction THREE = Fraction.of(3);

    /** 4.2 % held at 3 are a factor of 1.03; -100 % are one of nothing. */
    @Test
    void isAFactor() {
        assertThat(adjustment(FIRST, Fraction.of(42, 10), THREE).factor()).isEqualTo(Fraction.of(103, 100));
        Fraction all = Fraction.of(-100);
        assertThat(adjustment(FIRST, all, all).factor()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void refusesToTakeMoreThanThePrice() {
        Fraction more = Fraction.of(-10_001, 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adjustment(FIRST, more, THREE))
                .withMessage("change must be at least -100, but was -100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adjustment(FIRST, THREE, more))
                .withMessage("percent must be at least -100, but was -100.01");
    }

    /** Each day has one factor, so adjustments follow each other: 1.03 × 1.03 = 1.0609 needs two days. */
    @Test
    void multipliesInTheOrderOfTheirDays() {
        PriceAdjustment first = adjustment(FIRST, THREE, THREE);
        PriceAdjustment second = adjustment(FIRST.plusYears(1), THREE, THREE);
        assertThat(new PriceFactor.Known(List.of(first, second)).exact()).isEqualTo(Fraction.of(10_609, 10_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceFactor.Known(List.of(second, first)))
                .withMessage("adjustments must be in the order of their days, but was 2027-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceFactor.Known(List.of(first, first)))
                .withMessage("adjustments must be in the order of their days, but was 2027-01-01");
    }

    private static PriceAdjustment adjustment(LocalDate day, Fraction change, Fraction percent) {
        return new PriceAdjustment(day, change, percent, Explanation.of("test.adjusted", "adjusted"));
    }
}

package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraduatedBlocksTest {
    private static final GraduatedBlocks UNITS =
            GraduatedBlocks.blocks("10", BlockPrice.of("100", "1")).then(BlockPrice.of("1000", "1"));

    /** killbill/killbill, TestContiguousIntervalConsumableInArrear: 199 units cost 2, 5325 cost 15. */
    @ParameterizedTest(name = "{0} units cost {1}")
    @CsvSource({"0, 0", "0.5, 1", "100, 1", "199, 2", "1000, 10", "1000.5, 11", "2000, 11", "5325, 15"})
    void pricesTheBlocksOfEachTier(BigDecimal units, BigDecimal expected) {
        assertThat(price(UNITS, units)).isEqualTo(Fraction.of(expected));
    }

    /**
     * A last tier that ends, as in a Kill Bill catalogue, has to say what is beyond it, here the same: 110 units fill both
     * tiers, one more starts a block beyond them, and eleven more a second.
     */
    @Test
    void goesOnBeyondTheLastTier() {
        BlockPrice last = BlockPrice.of("10", "3");
        GraduatedBlocks blocks = GraduatedBlocks.blocks("10", BlockPrice.of("1", "2"))
                .blocks("10", last)
                .then(last);
        assertThat(price(blocks, new BigDecimal("110"))).isEqualTo(Fraction.of(50));
        assertThat(price(blocks, new BigDecimal("111"))).isEqualTo(Fraction.of(53));
        assertThat(price(blocks, new BigDecimal("121"))).isEqualTo(Fraction.of(56));
    }

    /** 40 of 80 units were billed at 2; of 200, 100 cost 2 and 100 cost 20, so that 2040 is left. */
    @Test
    void aLaterRunBillsTheBlocksThatAreNew() {
        GraduatedBlocks bars =
                GraduatedBlocks.blocks("100", BlockPrice.of("1", "2")).then(BlockPrice.of("1", "20"));
        ChargeBreakdown before = bars.price(RatingInput.ofQuantity(new BigDecimal("80")));
        ChargeBreakdown now = bars.price(RatingInput.ofQuantity(new BigDecimal("200")));
        assertThat(now.since(before).steps())
                .extracting(step -> step.part() + ": " + step.quantity() + " for " + step.amount())
                .containsExactly("tier-1: 20 for 40", "tier-2: 100 for 2000");
    }

    @Test
    void explainsEachTier() {
        assertThat(UNITS.price(RatingInput.ofQuantity(new BigDecimal("1001"))).steps())
                .extracting(step -> step.explanation().text())
                .containsExactly(
                        "0 to 1000: round(1000 / 100, UP, 0) × 1 = 10", "beyond 1000: round(1 / 1000, UP, 0) × 1 = 1");
    }

    /** 1000 units fill the first tier and leave none for the second; without units the first is there all the same. */
    @Test
    void leavesOutTiersThatAreNotReached() {
        assertThat(UNITS.price(RatingInput.ofQuantity(new BigDecimal("1000"))))
                .hasToString("[0 to 1000: round(1000 / 100, UP, 0) × 1 = 10]");
        assertThat(UNITS.price(RatingInput.none())).hasToString("[0 to 1000: round(0 / 100, UP, 0) × 1 = 0]");
    }

    @Test
    void refusesBlocksThatAreNone() {
        BlockPrice price = BlockPrice.of("1", "1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraduatedBlocks.blocks("1.5", price))
                .withMessage("maxBlocks must be a whole number, but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraduatedBlocks.blocks("0", price))
                .withMessage("maxBlocks must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlockPrice.of("0", "1"))
                .withMessage("blockSize must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlockPrice.of("1", "-1"))
                .withMessage("blockPrice must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UNITS.price(RatingInput.none().withQuantity(Fraction.of(-1))))
                .withMessage("quantity must not be negative, but was -1");
    }

    @Test
    void isEqualToTheSameBlocksWrittenOtherwise() {
        GraduatedBlocks other =
                GraduatedBlocks.blocks("1E+1", BlockPrice.of("100.0", "1.00")).then(BlockPrice.of("1E+3", "1"));
        assertThat(other).isEqualTo(UNITS).hasSameHashCodeAs(UNITS);
        assertThat(GraduatedBlocks.of(UNITS.blocks())).isEqualTo(UNITS);
        assertThat(GraduatedBlocks.blocks("11", BlockPrice.of("100", "1")).then(BlockPrice.of("1000", "1")))
                .isNotEqualTo(UNITS);
        assertThat(UNITS).hasToString("graduated blocks: 10 blocks: 1 per block of 100, beyond: 1 per block of 1000");
    }

    private static Fraction price(ChargeModel model, BigDecimal quantity) {
        return model.price(RatingInput.ofQuantity(quantity)).total();
    }
}

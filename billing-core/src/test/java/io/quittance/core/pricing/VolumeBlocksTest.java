package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeBlocksTest {
    /** Tiers that end at 1000, 101000 and 201000 units, the last of which goes on. */
    private static final VolumeBlocks UNITS = VolumeBlocks.blocks("10", BlockPrice.of("100", "1"))
            .blocks("100", BlockPrice.of("1000", "1"))
            .then(BlockPrice.of("1000", "0.5"));

    /** killbill/killbill, TestContiguousIntervalConsumableInArrear: 1000, 101000 and 300000 units. */
    @ParameterizedTest(name = "{0} units cost {1}")
    @CsvSource({"0, 0", "0.5, 1", "1000, 10", "1000.5, 2", "1001, 2", "101000, 101", "101001, 51", "300000, 150"})
    void pricesAllBlocksByTheTierTheyReach(BigDecimal units, BigDecimal expected) {
        assertThat(price(units)).isEqualTo(Fraction.of(expected));
    }

    @Test
    void takesTheNextTierAtItsBoundWhereTheTermsSaySo() {
        RatingInput thousand = RatingInput.ofQuantity(new BigDecimal("1000"))
                .withConventions(Conventions.standard().withTierBound(TierBound.EXCLUSIVE));
        assertThat(UNITS.price(thousand).total()).isEqualTo(Fraction.ONE);
    }

    @Test
    void aLaterRunTakesBackTheTierThatWasLeft() {
        ChargeBreakdown before = UNITS.price(RatingInput.ofQuantity(new BigDecimal("1000")));
        ChargeBreakdown now = UNITS.price(RatingInput.ofQuantity(new BigDecimal("1001")));
        assertThat(now.since(before).total()).isEqualTo(Fraction.of(-8));
    }

    @Test
    void saysWhichTierWasReached() {
        assertThat(UNITS.price(RatingInput.ofQuantity(new BigDecimal("1500"))))
                .hasToString("[1000 to 101000: round(1500 / 1000, UP, 0) × 1 = 2]");
    }

    @Test
    void refusesNegativeQuantities() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UNITS.price(RatingInput.none().withQuantity(Fraction.of(-1))))
                .withMessage("quantity must not be negative, but was -1");
    }

    @Test
    void isEqualToTheSameBlocksWrittenOtherwise() {
        VolumeBlocks one = VolumeBlocks.blocks("10", BlockPrice.of("100", "1")).then(BlockPrice.of("1000", "1"));
        assertThat(VolumeBlocks.blocks("10.0", BlockPrice.of("1E+2", "1.0")).then(BlockPrice.of("1000", "1")))
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
        assertThat(VolumeBlocks.of(one.blocks())).isEqualTo(one);
        assertThat(UNITS).isNotEqualTo(one);
        assertThat(one).hasToString("volume blocks: 10 blocks: 1 per block of 100, beyond: 1 per block of 1000");
    }

    private static Fraction price(BigDecimal quantity) {
        return UNITS.price(RatingInput.ofQuantity(quantity)).total();
    }
}

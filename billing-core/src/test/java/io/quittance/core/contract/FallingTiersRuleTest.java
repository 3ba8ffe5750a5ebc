package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.DimensionPrice;
import io.quittance.core.pricing.DimensionPrices;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.ProratedGraduated;
import io.quittance.core.pricing.ProratedVolume;
import io.quittance.core.pricing.StairStep;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.TimeWindow;
import io.quittance.core.pricing.TimeWindows;
import io.quittance.core.pricing.VolumeBlocks;
import io.quittance.core.pricing.VolumeTiers;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallingTiersRuleTest {
    private static final ChargeModel FALLING = VolumeTiers.upTo("100", "2").then("1");

    private static Contract.Builder priced(ChargeModel model) {
        return contract(Charge.usage("calls", "calls", model));
    }

    @Test
    void findsABoundBeyondWhichAllCostsLess() {
        assertThat(found(priced(FALLING))).containsExactly("NOTE charges[0].model.beyond tiers-fall");
        assertThat(reason(priced(FALLING))).hasToString("100 cost 200, and more than that costs 100");
    }

    @Test
    void findsItByFeesAndCaps() {
        ChargeModel fees =
                VolumeTiers.upTo("100", TierPrice.of("1").withFlatFee("50")).then("1");
        assertThat(found(priced(fees))).containsExactly("NOTE charges[0].model.beyond tiers-fall"); // 150, then 100
        ChargeModel capped =
                VolumeTiers.upTo("100", TierPrice.of("2").withCap("90")).then("1");
        assertThat(found(priced(capped))).isEmpty(); // 90, then 100
    }

    @Test
    void findsItInStairsBlocksAndSeats() {
        assertThat(found(priced(StairStep.upTo("100", "10").upTo("200", "8").then("20"))))
                .containsExactly("NOTE charges[0].model.tiers[1] tiers-fall");
        ChargeModel blocks =
                VolumeBlocks.blocks("10", BlockPrice.of("100", "1")).then(BlockPrice.of("1000", "1"));
        assertThat(reason(priced(blocks))).hasToString("1000 cost 10, and more than that costs 2");
        assertThat(found(priced(ProratedVolume.upTo("5", "10").then("5"))))
                .containsExactly("NOTE charges[0].model.beyond tiers-fall");
    }

    /** Up to 1000 blocks of 100 at 10, up to 3500 blocks of 500 at 20: 1001 are 3 of these; 3501 are 4 of 1000 at 50. */
    @Test
    void looksAtEachTierOfBlocks() {
        ChargeModel blocks = VolumeBlocks.blocks("10", BlockPrice.of("100", "10"))
                .blocks("5", BlockPrice.of("500", "20"))
                .then(BlockPrice.of("1000", "50"));
        assertThat(found(priced(blocks))).containsExactly("NOTE charges[0].model.tiers[1] tiers-fall");
        assertThat(reason(priced(blocks))).hasToString("1000 cost 100, and more than that costs 60");
    }

    @Test
    void findsItInsideAnotherModelAndInALaterPrice() {
        ChargeModel nightly =
                TimeWindows.of(List.of(TimeWindow.of("night", "22:00", "06:00", FALLING)), PerUnit.of("3"));
        assertThat(found(priced(nightly))).containsExactly("NOTE charges[0].model.windows[0].price.beyond tiers-fall");
        ChargeModel regional = DimensionPrices.of(
                List.of(DimensionPrice.of("eu", PerUnit.of("3")).where("region", "eu")), FALLING);
        assertThat(found(priced(regional))).containsExactly("NOTE charges[0].model.otherwise.beyond tiers-fall");
        assertThat(found(priced(TimeWindows.of(List.of(), FALLING))))
                .containsExactly("NOTE charges[0].model.otherwise.beyond tiers-fall");
        ChargeModel european =
                DimensionPrices.of(List.of(DimensionPrice.of("eu", FALLING).where("region", "eu")), PerUnit.of("3"));
        assertThat(found(priced(european))).containsExactly("NOTE charges[0].model.prices[0].price.beyond tiers-fall");
        Charge last = Charge.usage("calls", "calls", PerUnit.of("3"))
                .repriced("2026-07-01", PerUnit.of("2"))
                .repriced("2026-10-01", FALLING);
        assertThat(found(contract(last))).containsExactly("NOTE charges[0].laterModels[1].model.beyond tiers-fall");
        Charge later = Charge.usage("calls", "calls", PerUnit.of("3")).repriced("2026-07-01", FALLING);
        assertThat(found(contract(later))).containsExactly("NOTE charges[0].laterModels[0].model.beyond tiers-fall");
    }

    @Test
    void notesUnitPricesThatTurn() {
        ChargeModel slip =
                GraduatedTiers.upTo("1000", "0.10").upTo("5000", "0.008").then("0.06");
        assertThat(found(priced(slip))).containsExactly("NOTE charges[0].model.beyond tiers-turn");
        assertThat(reason(priced(slip)))
                .hasToString("a unit costs 0.06 after 0.008, while the tiers before go the other way");
        assertThat(found(priced(ProratedGraduated.upTo("5", "10")
                        .upTo("10", "12")
                        .upTo("20", "11")
                        .then("9"))))
                .containsExactly("NOTE charges[0].model.tiers[2] tiers-turn");
    }

    /** 10 cost 10 and then 30, 20 cost 60 and then 63: no bound costs less, while a unit costs 1, 3 and 2.90. */
    @Test
    void notesTurnsWhereAllUnitsCostWhatTheTierSays() {
        TierPrice beyond = TierPrice.of("2.9").withFlatFee("5");
        assertThat(found(priced(VolumeTiers.upTo("10", "1").upTo("20", "3").then(beyond))))
                .containsExactly("NOTE charges[0].model.beyond tiers-turn");
        assertThat(found(priced(ProratedVolume.upTo("10", "1").upTo("20", "3").then(beyond))))
                .containsExactly("NOTE charges[0].model.beyond tiers-turn");
    }

    /** Two tiers of one price do not hide that it fell before. */
    @Test
    void notesATurnAfterATierThatChangesNothing() {
        assertThat(found(priced(GraduatedTiers.upTo("10", "0.10")
                        .upTo("20", "0.08")
                        .upTo("30", "0.08")
                        .then("0.09"))))
                .containsExactly("NOTE charges[0].model.beyond tiers-turn");
    }

    @Test
    void leavesAloneTiersInWhichMoreCostsMore() {
        assertThat(found(priced(VolumeTiers.upTo("100", "1").then("1")))).isEmpty();
        assertThat(found(priced(
                        GraduatedTiers.upTo("1000", "0.10").upTo("5000", "0.08").then("0.05"))))
                .isEmpty();
        assertThat(found(priced(
                        GraduatedTiers.upTo("1000", "0").upTo("5000", "0.10").then("0.08"))))
                .isEmpty();
        assertThat(found(priced(StairStep.upTo("100", "10").then("10")))).isEmpty();
        assertThat(found(priced(
                        VolumeBlocks.blocks("10", BlockPrice.of("100", "1")).then(BlockPrice.of("1000", "5")))))
                .isEmpty(); // 10, then 2 × 5
        assertThat(found(contract(PLATFORM))).isEmpty();
    }
}

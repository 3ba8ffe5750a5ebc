package io.quittance.core.verification;

import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.Blocks;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.GraduatedBlocks;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.ProratedGraduated;
import io.quittance.core.pricing.ProratedVolume;
import io.quittance.core.pricing.StairStep;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.Tiers;
import io.quittance.core.pricing.VolumeBlocks;
import io.quittance.core.pricing.VolumeTiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Other ways of reading a price by tiers: all units in one of them, or by volume where graduated is meant and the other way round. */
final class TierReadings {
    private TierReadings() {}

    /** The readings of a price; none of one without tiers. The first ones are those of each tier, in order. */
    static List<ChargeModel> of(ChargeModel model) {
        if (model instanceof GraduatedTiers graduated) {
            return tiers(graduated.tiers(), VolumeTiers.of(graduated.tiers()));
        }
        if (model instanceof VolumeTiers volume) {
            return tiers(volume.tiers(), GraduatedTiers.of(volume.tiers()));
        }
        if (model instanceof ProratedGraduated graduated) {
            return tiers(graduated.tiers(), ProratedVolume.of(graduated.tiers()));
        }
        if (model instanceof ProratedVolume volume) {
            return tiers(volume.tiers(), ProratedGraduated.of(volume.tiers()));
        }
        if (model instanceof GraduatedBlocks graduated) {
            return blocks(graduated.blocks(), VolumeBlocks.of(graduated.blocks()));
        }
        if (model instanceof VolumeBlocks volume) {
            return blocks(volume.blocks(), GraduatedBlocks.of(volume.blocks()));
        }
        return model instanceof StairStep stairs ? stairs(stairs) : List.of();
    }

    private static List<ChargeModel> tiers(Tiers tiers, ChargeModel otherwise) {
        var readings = new ArrayList<ChargeModel>();
        Stream<TierPrice> prices =
                Stream.concat(tiers.bounded().stream().map(Tiers.Tier::price), Stream.of(tiers.beyond()));
        prices.forEach(price -> readings.add(only(price, otherwise)));
        readings.add(otherwise);
        return readings;
    }

    /** All units in one tier; prorated where the others are. */
    private static ChargeModel only(TierPrice price, ChargeModel other) {
        Tiers single = Tiers.of(List.of(), price);
        boolean prorated = other instanceof ProratedGraduated || other instanceof ProratedVolume;
        return prorated ? ProratedVolume.of(single) : VolumeTiers.of(single);
    }

    private static List<ChargeModel> blocks(Blocks blocks, ChargeModel otherwise) {
        var readings = new ArrayList<ChargeModel>();
        Stream<BlockPrice> prices =
                Stream.concat(blocks.bounded().stream().map(Blocks.Tier::price), Stream.of(blocks.beyond()));
        prices.forEach(price -> readings.add(VolumeBlocks.of(Blocks.of(List.of(), price))));
        readings.add(otherwise);
        return readings;
    }

    private static List<ChargeModel> stairs(StairStep stairs) {
        return Stream.concat(stairs.tiers().stream().map(StairStep.Tier::amount), Stream.of(stairs.beyond()))
                .<ChargeModel>map(amount -> StairStep.of(List.of(), amount))
                .toList();
    }
}

package io.quittance.testkit.pricing;

import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.VolumeBlocks;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;

class VolumeBlocksTest implements EveryUnitOnce {
    @Override
    public ChargeModel model() {
        return VolumeBlocks.blocks("10", BlockPrice.of("100", "1"))
                .blocks("3", BlockPrice.of("0.7", "0.25"))
                .then(BlockPrice.of("1000", "2"));
    }
}

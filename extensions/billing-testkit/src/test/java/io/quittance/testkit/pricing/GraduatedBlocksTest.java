package io.quittance.testkit.pricing;

import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.GraduatedBlocks;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;

class GraduatedBlocksTest implements Monotone, EveryUnitOnce, SameParts {
    @Override
    public ChargeModel model() {
        return GraduatedBlocks.blocks("10", BlockPrice.of("100", "1"))
                .blocks("3", BlockPrice.of("0.7", "0.25"))
                .then(BlockPrice.of("1000", "2"));
    }
}

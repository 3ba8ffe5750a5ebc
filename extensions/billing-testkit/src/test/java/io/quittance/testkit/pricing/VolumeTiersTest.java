package io.quittance.testkit.pricing;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.VolumeTiers;
import io.quittance.testkit.pricing.ChargeModelContract.Compiled;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;

class VolumeTiersTest implements Compiled, EveryUnitOnce {
    @Override
    public ChargeModel model() {
        return VolumeTiers.upTo("10", TierPrice.of("10").withFlatFee("2"))
                .upTo("1000", TierPrice.of("5").withFlatFee("3").withCap("900"))
                .then("0.0001");
    }

    @Override
    public Fraction feeAtZero() {
        return Fraction.of(2);
    }
}

package io.quittance.testkit.pricing;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.GraduatedPercentage;
import io.quittance.core.pricing.TierRate;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;

class GraduatedPercentageTest implements Monotone, EveryUnitOnce, SameParts {
    @Override
    public ChargeModel model() {
        return GraduatedPercentage.upTo("10", TierRate.ofPercent("1").withFlatFee("200"))
                .upTo("1000", TierRate.ofPercent("2.9").withFlatFee("0.30"))
                .then("0.001");
    }

    @Override
    public Fraction feeAtZero() {
        return Fraction.of(200);
    }
}

package io.quittance.testkit.pricing;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.TierPrice;
import io.quittance.testkit.pricing.ChargeModelContract.Compiled;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;

class GraduatedTiersTest implements Compiled, Monotone, EveryUnitOnce, SameParts {
    @Override
    public ChargeModel model() {
        return GraduatedTiers.upTo("10", TierPrice.of("10").withFlatFee("2"))
                .upTo("1000", TierPrice.of("5").withFlatFee("3").withCap("900"))
                .then("0.0001");
    }

    @Override
    public Fraction feeAtZero() {
        return Fraction.of(2);
    }
}

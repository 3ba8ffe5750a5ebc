package io.quittance.testkit.pricing;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;

class PackagePriceTest implements Monotone, EveryUnitOnce, SameParts {
    @Override
    public ChargeModel model() {
        return PackagePrice.of("7.5", "0.30").withFreeUnits("100");
    }
}

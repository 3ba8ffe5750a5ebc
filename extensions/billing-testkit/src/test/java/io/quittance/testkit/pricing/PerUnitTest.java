package io.quittance.testkit.pricing;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import io.quittance.testkit.pricing.ChargeModelContract.Compiled;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.Proportional;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;

class PerUnitTest implements Compiled, Monotone, EveryUnitOnce, Proportional, SameParts {
    @Override
    public ChargeModel model() {
        return PerUnit.of("0.0005");
    }
}

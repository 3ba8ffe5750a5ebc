package io.quittance.testkit.pricing;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Dynamic;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.Proportional;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;

class DynamicTest implements Monotone, EveryUnitOnce, Proportional, SameParts {
    @Override
    public ChargeModel model() {
        return Dynamic.times("1.1");
    }
}

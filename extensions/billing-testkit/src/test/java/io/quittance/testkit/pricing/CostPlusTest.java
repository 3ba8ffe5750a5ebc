package io.quittance.testkit.pricing;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.CostPlus;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.Proportional;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;

class CostPlusTest implements Monotone, EveryUnitOnce, Proportional, SameParts {
    @Override
    public ChargeModel model() {
        return CostPlus.margin("17.5");
    }
}

package io.quittance.testkit.pricing;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Percentage;
import io.quittance.testkit.pricing.ChargeModelContract.ByEvents;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;

class PercentageTest implements ByEvents, Monotone, EveryUnitOnce, SameParts {
    @Override
    public ChargeModel model() {
        return Percentage.of("2.9").withFixedFee("0.30").withFreeEvents(3).withFreeAmount("500");
    }
}

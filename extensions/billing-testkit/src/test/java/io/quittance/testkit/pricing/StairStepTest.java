package io.quittance.testkit.pricing;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.StairStep;
import io.quittance.testkit.pricing.ChargeModelContract.Compiled;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;

class StairStepTest implements Compiled, Monotone, EveryUnitOnce {
    @Override
    public ChargeModel model() {
        return StairStep.upTo("100", "10").upTo("500", "40").then("100.01");
    }

    @Override
    public Fraction feeAtZero() {
        return Fraction.of(10);
    }
}

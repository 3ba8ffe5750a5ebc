package io.quittance.testkit.pricing;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.FlatFee;
import io.quittance.testkit.pricing.ChargeModelContract.Compiled;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;

class FlatFeeTest implements Compiled, Monotone, SameParts {
    @Override
    public ChargeModel model() {
        return FlatFee.of("499.00");
    }

    @Override
    public Fraction feeAtZero() {
        return Fraction.of(499);
    }
}

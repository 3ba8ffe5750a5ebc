package io.quittance.testkit.pricing;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.TimeBuckets;
import io.quittance.testkit.pricing.ChargeModelContract.ByEvents;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;

class TimeBucketsTest implements ByEvents, Monotone, SameParts {
    @Override
    public ChargeModel model() {
        return TimeBuckets.daily(GraduatedTiers.upTo("100", TierPrice.of("0.10").withFlatFee("5"))
                .then("0.05"));
    }
}

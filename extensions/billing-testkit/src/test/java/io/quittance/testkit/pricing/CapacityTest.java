package io.quittance.testkit.pricing;

import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.Capacity.Tier;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.RatingInput;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

class CapacityTest implements Monotone {
    @Override
    public ChargeModel model() {
        return Capacity.of(
                Tier.of("20").withLimit("gb", "100").withLimit("users", "10"),
                Tier.of("60").withLimit("gb", "5000").withLimit("users", "50"),
                Tier.of("99.90"));
    }

    @Override
    @Provide
    public Arbitrary<RatingInput> inputs() {
        return RatingArbitraries.ofPeaks("gb", "users");
    }
}

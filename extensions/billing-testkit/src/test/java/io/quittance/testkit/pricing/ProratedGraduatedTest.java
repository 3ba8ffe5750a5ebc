package io.quittance.testkit.pricing;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.ProratedGraduated;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.TierPrice;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

class ProratedGraduatedTest implements ChargeModelContract.SameParts {
    @Override
    public ChargeModel model() {
        return ProratedGraduated.upTo("5", TierPrice.of("10").withFlatFee("100"))
                .upTo("50", TierPrice.of("5").withFlatFee("50").withCap("120"))
                .then("2");
    }

    @Override
    public Fraction feeAtZero() {
        return Fraction.of(100);
    }

    @Override
    @Provide
    public Arbitrary<RatingInput> inputs() {
        return RatingArbitraries.ofChanges();
    }
}

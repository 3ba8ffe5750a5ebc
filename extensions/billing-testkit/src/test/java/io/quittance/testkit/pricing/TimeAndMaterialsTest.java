package io.quittance.testkit.pricing;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.testkit.pricing.ChargeModelContract.ByEvents;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

class TimeAndMaterialsTest implements ByEvents, Monotone, SameParts {
    @Override
    public ChargeModel model() {
        return TimeAndMaterials.of("consultant", "150")
                .withRate("developer", "99.99")
                .withOvertime("no", "1")
                .withOvertime("yes", "1.5")
                .withIncrement("0.25")
                .withNotToExceed("100000");
    }

    @Override
    @Provide
    public Arbitrary<RatingInput> inputs() {
        return RatingArbitraries.withDimension(
                RatingArbitraries.withDimension(RatingArbitraries.ofEvents(), "role", "consultant", "developer"),
                "overtime",
                "yes",
                "no");
    }
}

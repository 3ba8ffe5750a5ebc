package io.quittance.testkit.pricing;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Matrix;
import io.quittance.core.pricing.RatingInput;
import io.quittance.testkit.pricing.ChargeModelContract.ByEvents;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

class MatrixTest implements ByEvents, Monotone, EveryUnitOnce, SameParts {
    @Override
    public ChargeModel model() {
        return Matrix.by("region", "size")
                .cell("0.10", "eu", "small")
                .cell("0.35", "eu", "large")
                .cell("0", "us", "small")
                .otherwise("0.50");
    }

    @Override
    @Provide
    public Arbitrary<RatingInput> inputs() {
        return RatingArbitraries.withDimension(
                RatingArbitraries.withDimension(RatingArbitraries.ofEvents(), "region", "eu", "us"),
                "size",
                "small",
                "large");
    }
}

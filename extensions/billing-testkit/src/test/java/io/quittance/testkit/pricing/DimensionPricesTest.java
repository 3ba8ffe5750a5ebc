package io.quittance.testkit.pricing;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.DimensionPrice;
import io.quittance.core.pricing.DimensionPrices;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.Percentage;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.TierPrice;
import io.quittance.testkit.pricing.ChargeModelContract.ByEvents;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

class DimensionPricesTest implements ByEvents, Monotone, EveryUnitOnce, SameParts {
    @Override
    public ChargeModel model() {
        return DimensionPrices.of(
                List.of(
                        DimensionPrice.of("home", Percentage.of("1.4").withFloor("0.25"))
                                .where("region", "eu", "uk"),
                        DimensionPrice.of(
                                        "far",
                                        GraduatedTiers.upTo(
                                                        "100",
                                                        TierPrice.of("0.10").withFlatFee("5"))
                                                .then("0.05"))
                                .where("region", "us")),
                PerUnit.of("0.20"));
    }

    @Override
    public Fraction feeAtZero() {
        return Fraction.of(5);
    }

    @Override
    @Provide
    public Arbitrary<RatingInput> inputs() {
        return RatingArbitraries.withDimension(RatingArbitraries.ofEvents(), "region", "eu", "uk", "us", "jp");
    }
}

package io.quittance.testkit.pricing;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.RatingInput;
import io.quittance.testkit.pricing.ChargeModelContract.EveryUnitOnce;
import io.quittance.testkit.pricing.ChargeModelContract.Monotone;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

class CompletionTest implements Monotone, EveryUnitOnce, SameParts {
    @Override
    public ChargeModel model() {
        return Completion.of("119999.99");
    }

    /** More than 100 % cannot be completed. */
    @Override
    @Provide
    public Arbitrary<RatingInput> inputs() {
        return RatingArbitraries.underConventions(Combinators.combine(
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 31))
                .as((percent, parts) -> RatingInput.none().withQuantity(Fraction.of(percent, parts))));
    }
}

package io.quittance.testkit.pricing;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.usage.UsageEvent;
import io.quittance.testkit.pricing.ChargeModelContract.ByEvents;
import io.quittance.testkit.pricing.ChargeModelContract.SameParts;
import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

class MilestonesTest implements ByEvents, SameParts {
    @Override
    public ChargeModel model() {
        return Milestones.of("design", "20000").then("go-live", "79999.99");
    }

    /** Each milestone is reached, or taken back. */
    @Override
    @Provide
    public Arbitrary<RatingInput> inputs() {
        return RatingArbitraries.withDimension(
                RatingArbitraries.ofEvents().map(MilestonesTest::reached), Milestones.DIMENSION, "design", "go-live");
    }

    private static RatingInput reached(RatingInput input) {
        RatingInput reached = RatingInput.ofEvents(input.events().stream()
                .map(event -> UsageEvent.of(
                        event.key(),
                        event.customer(),
                        event.meter(),
                        event.quantity().compareTo(BigDecimal.TEN) > 0 ? BigDecimal.ONE : BigDecimal.ZERO,
                        event.time()))
                .toList());
        return input.withEvents(reached.events()).withQuantity(reached.quantity());
    }
}

package io.quittance.testkit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillingFinding;
import io.quittance.core.contract.Amendment;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** The laws on all contracts that the kit's generators give; a few of each kind, for each takes some milliseconds. */
@PropertyDefaults(tries = 100)
class AnyContractTest implements BillingLivesContract {
    @Provide
    @Override
    public Arbitrary<BillingLife> lives() {
        return BillingArbitraries.lives();
    }

    /** Credits are capped where prices rise. */
    @Property
    void creditsNeverExceedCharges(@ForAll("risingLives") BillingLife life) {
        assertThat(BillingLaws.brokenByCredits(engine(), life)).isEmpty();
    }

    /** Nothing that these generators give is refused by the engine. */
    @Property
    void everythingIsRated(@ForAll("lives") BillingLife life) {
        assertThat(Billed.by(engine(), life).findings()).doesNotContain(BillingFinding.Code.NOT_RATED);
    }

    @Provide
    Arbitrary<BillingLife> risingLives() {
        return BillingArbitraries.risingLives();
    }

    @Provide
    @Override
    public Arbitrary<Amendment> amendments() {
        return BillingArbitraries.amendments();
    }
}

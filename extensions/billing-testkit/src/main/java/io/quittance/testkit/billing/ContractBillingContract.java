package io.quittance.testkit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.usage.UsageEvent;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of billing a contract. A test class implements this and supplies {@link #contract()}, and {@link #usage()} where it
 * is metered; then runs on any days, usage that is late, taken back and out of order, and amendments are tried on it. What only
 * some contracts promise is an interface inside this one.
 */
public interface ContractBillingContract extends BillingLivesContract {

    /** The contract under test, with all its amendments. */
    ContractHistory contract();

    /** What is used of it, each key once; nothing unless a test class gives it. */
    default List<UsageEvent> usage() {
        return List.of();
    }

    @Provide
    @Override
    default Arbitrary<BillingLife> lives() {
        return BillingArbitraries.livesOf(contract(), usage());
    }

    /** Ends and pauses, and the terms of the contract for another day. */
    @Provide
    @Override
    default Arbitrary<Amendment> amendments() {
        return BillingArbitraries.amendmentsOf(contract());
    }

    /** For contracts whose prices are not negative and never fall as more is used, by volume tiers for one. */
    interface Rising extends ContractBillingContract {
        /** No more is given back than was billed. */
        @Property
        default void creditsNeverExceedCharges(@ForAll("lives") BillingLife life) {
            assertThat(BillingLaws.brokenByCredits(engine(), life)).isEmpty();
        }
    }
}

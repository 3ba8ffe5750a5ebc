package io.quittance.testkit.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.testkit.allocation.AllocationArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of settlements, for a strategy and a policy as a host puts them together. A test class implements this and supplies both; one
 * whose host settles in another way gives that too.
 */
public interface SettlementContract {

    /** Which items the money pays. */
    AllocationStrategy strategy();

    /** What closes them beside money, by which a settlement is judged: for these items, in the currency of this payment. */
    SettlementPolicy policy(AllocationRequest request);

    /** How a payment is settled: by the strategy and the policy, unless a test class says otherwise. */
    default Settlement settle(AllocationRequest request) {
        return Settlement.of(request, strategy(), policy(request));
    }

    /** No cent is lost, no item closed by more than is open, no limit and no date of the policy overstepped, and all of it again alike. */
    @Property
    default void settlesByItsPolicy(@ForAll("requests") AllocationRequest request) {
        assertThat(SettlementLaws.broken(request, policy(request), this::settle))
                .isEmpty();
    }

    /** The payments that are tried; a test class may give its own. */
    @Provide
    default Arbitrary<AllocationRequest> requests() {
        return AllocationArbitraries.requestsOnAnyDay();
    }

    /** For policies whose discounts for part payments add up to that for the whole. */
    interface Proportional extends SettlementContract {
        /**
         * A part of the money and then the rest earn what all of it earns, but for a minor unit each; where what is due is rounded to
         * coins, but for one coin as well.
         */
        @Property
        default void partsEarnNoMoreThanTheWhole(
                @ForAll("requests") AllocationRequest request, @ForAll("parts") int thousandths) {
            assertThat(SettlementLaws.brokenInParts(
                            request,
                            AllocationArbitraries.part(request.available(), thousandths),
                            policy(request),
                            this::settle))
                    .isEmpty();
        }

        /** How much of the money comes first, in thousandths. */
        @Provide
        default Arbitrary<Integer> parts() {
            return AllocationArbitraries.parts();
        }
    }
}

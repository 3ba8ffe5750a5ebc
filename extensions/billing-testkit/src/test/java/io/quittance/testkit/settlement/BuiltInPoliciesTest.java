package io.quittance.testkit.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.EvenSpread;
import io.quittance.ar.allocation.LargestFirst;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.allocation.ProRata;
import io.quittance.ar.settlement.DiscountPolicy.PartPayment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.testkit.allocation.AllocationArbitraries;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Every part of a policy that the library has, with every other, keeps the laws, whatever the strategy. */
class BuiltInPoliciesTest {

    @Property(tries = 1000)
    void everyPolicyKeepsTheLaws(
            @ForAll("requests") AllocationRequest request,
            @ForAll("agreed") Agreed agreed,
            @ForAll("strategies") AllocationStrategy strategy) {
        assertThat(SettlementLaws.broken(request, agreed.of(request), settling(agreed, strategy)))
                .isEmpty();
    }

    @Property(tries = 1000)
    @Tag("exhaustive")
    void partsEarnNoMoreThanTheWhole(
            @ForAll("requests") AllocationRequest request,
            @ForAll("agreed") Agreed agreed,
            @ForAll("strategies") AllocationStrategy strategy,
            @ForAll("parts") int thousandths) {
        assertThat(SettlementLaws.brokenInParts(
                        request,
                        AllocationArbitraries.part(request.available(), thousandths),
                        agreed.of(request),
                        settling(agreed, strategy)))
                .isEmpty();
    }

    private static Function<AllocationRequest, Settlement> settling(Agreed agreed, AllocationStrategy strategy) {
        return request -> Settlement.of(request, strategy, agreed.of(request));
    }

    @Provide
    Arbitrary<AllocationRequest> requests() {
        return AllocationArbitraries.requests();
    }

    @Provide
    Arbitrary<Integer> parts() {
        return AllocationArbitraries.parts();
    }

    @Provide
    Arbitrary<AllocationStrategy> strategies() {
        return Arbitraries.of(
                new OldestDueFirst(),
                new LargestFirst(),
                new EvenSpread(),
                new ProRata(),
                new AsRemitted().then(new OldestDueFirst()));
    }

    @Provide
    Arbitrary<Agreed> agreed() {
        return Combinators.combine(
                        Arbitraries.of(PartPayment.class),
                        Arbitraries.of(Agreed.Overpaid.class),
                        Arbitraries.of(Agreed.Tolerance.class),
                        Arbitraries.of(ShortPay.Mode.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false, false, false))
                .as(Agreed::new);
    }
}

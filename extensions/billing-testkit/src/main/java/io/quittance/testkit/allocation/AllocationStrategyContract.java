package io.quittance.testkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of every allocation strategy. A test class implements this and supplies {@link #strategy()}; nothing else is
 * needed. What only some strategies promise is an interface inside this one; a test class implements those that apply.
 */
public interface AllocationStrategyContract {

    /** The strategy under test. */
    AllocationStrategy strategy();

    /** Known items, each once, positive whole minor units, within the item and within the payment. */
    @Property
    default void keepsTheBooksBalanced(@ForAll("requests") AllocationRequest request) {
        assertThat(AllocationLaws.broken(request, strategy())).isEmpty();
    }

    /** No state: asked twice, it answers alike, in the same order of lines. */
    @Property
    default void answersTheSameQuestionTheSameWay(@ForAll("requests") AllocationRequest request) {
        assertThat(AllocationLaws.brokenWhenAskedTwice(request, strategy())).isEmpty();
    }

    /** Neither identity nor order of the objects, nor items of others, change the answer. */
    @Property
    default void answersAnEqualQuestionTheSameWay(@ForAll("requests") AllocationRequest request) {
        assertThat(AllocationLaws.brokenWhenAskedAnew(request, strategy())).isEmpty();
    }

    /** A line without its amount in its explanation leaves a reader to guess what the explanation explains. */
    @Property
    default void explainsEveryAmount(@ForAll("requests") AllocationRequest request) {
        assertThat(AllocationLaws.unexplained(request, strategy())).isEmpty();
    }

    /** Ids are opaque: nothing but their order counts. */
    @Property
    default void renamingChangesNothingButNames(@ForAll("requests") AllocationRequest request) {
        assertThat(AllocationLaws.brokenWhenRenamed(request, strategy())).isEmpty();
    }

    /** The requests that are tried; a test class may give its own. */
    @Provide
    default Arbitrary<AllocationRequest> requests() {
        return AllocationArbitraries.requests();
    }

    /** How much of the money comes first, in thousandths, where a law needs a part of it. */
    @Provide
    default Arbitrary<Integer> parts() {
        return AllocationArbitraries.parts();
    }

    /** For strategies that leave no money over while an item is open. */
    interface Exhaustive extends AllocationStrategyContract {
        /** Money is left over only when no item is open any more. */
        @Property
        default void leavesMoneyOverOnlyWhenAllIsSettled(@ForAll("requests") AllocationRequest request) {
            assertThat(AllocationLaws.leftBehind(request, strategy())).isEmpty();
        }
    }

    /** For strategies that never take from an item because more money came. Exact match, for one, cannot promise it. */
    interface Monotone extends AllocationStrategyContract {
        /** More money never lowers what an item gets. */
        @Property
        default void moreMoneyNeverLowersWhatAnItemGets(
                @ForAll("requests") AllocationRequest request, @ForAll("parts") int thousandths) {
            assertThat(AllocationLaws.lowered(
                            request, AllocationArbitraries.part(request.available(), thousandths), strategy()))
                    .isEmpty();
        }
    }

    /** For strategies that pour: the money in two parts settles what it settles at once. Pro rata cannot promise it. */
    interface Splitting extends AllocationStrategyContract {
        /** A part of the money and then the rest settle what all of it settles at once. */
        @Property
        default void twoPartsSettleWhatTheWholeSettles(
                @ForAll("requests") AllocationRequest request, @ForAll("parts") int thousandths) {
            assertThat(AllocationLaws.brokenWhenSplit(
                            request, AllocationArbitraries.part(request.available(), thousandths), strategy()))
                    .isEmpty();
        }
    }
}

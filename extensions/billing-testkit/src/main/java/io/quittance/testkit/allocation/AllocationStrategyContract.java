package io.quittance.testkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.receivable.OpenItem;
import java.math.BigDecimal;
import java.util.Comparator;
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

    /**
     * Whether the strategy may pay an item: any, unless a test class says otherwise. What it may not pay does not count, in
     * any law.
     */
    default boolean isEligible(OpenItem item) {
        return true;
    }

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

    /** Items of others, and those that are not eligible, change neither amounts nor order. */
    @Property
    default void itemsThatDoNotCountChangeNothing(@ForAll("requests") AllocationRequest request) {
        assertThat(AllocationLaws.brokenByOthers(request, this::isEligible, strategy()))
                .isEmpty();
    }

    /** {@link AllocationRequest#date()} is the day; money that has been on account for three days is no other money. */
    @Property
    default void goesByTheDayOfTheAllocation(@ForAll("requests") AllocationRequest request) {
        assertThat(AllocationLaws.brokenByValueDate(request, 3, strategy())).isEmpty();
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
            assertThat(AllocationLaws.leftBehind(request, this::isEligible, strategy()))
                    .isEmpty();
        }
    }

    /** For strategies that never take from an item because more money came. Exact match, for one, cannot promise it. */
    interface Monotone extends AllocationStrategyContract {
        /** More money never lowers what an item gets: all of it against a part, and against all but one minor unit. */
        @Property
        default void moreMoneyNeverLowersWhatAnItemGets(
                @ForAll("requests") AllocationRequest request, @ForAll("parts") int thousandths) {
            assertThat(AllocationLaws.lowered(
                            request, AllocationArbitraries.part(request.available(), thousandths), strategy()))
                    .isEmpty();
            assertThat(AllocationLaws.lowered(
                            request, AllocationArbitraries.allButOneUnit(request.available()), strategy()))
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

    /** For strategies that pay in an order, each item as far as it goes. One that stops at amounts of its own cannot. */
    interface Prioritised extends AllocationStrategyContract {
        /**
         * The item to pay first is the smallest; equal ones may be paid in any order. Where it depends on the day, that is the value date
         * of the payment, {@link AllocationArbitraries#PAID} of the kit's own: this law asks about money on the day that it came.
         */
        Comparator<OpenItem> order();

        /** No item is paid while an eligible one that comes before it is open. */
        @Property
        default void paysNoItemBeforeItsTurn(@ForAll("requests") AllocationRequest request) {
            var onItsDay = AllocationRequest.of(request.payment(), request.available(), request.items());
            assertThat(AllocationPromises.outOfOrder(onItsDay, this::isEligible, order(), strategy()))
                    .isEmpty();
        }
    }

    /** For strategies for which the order of two payments of one day is of no matter to the items. */
    interface Commuting extends AllocationStrategyContract {
        /** A part of the money and then the rest settle what they settle the other way round. */
        @Property
        default void settlesTheSameInEitherOrder(
                @ForAll("requests") AllocationRequest request, @ForAll("parts") int thousandths) {
            assertThat(AllocationPromises.brokenWhenSwapped(
                            request, AllocationArbitraries.part(request.available(), thousandths), strategy()))
                    .isEmpty();
        }
    }

    /** For strategies that share money by weights. */
    interface Fair extends AllocationStrategyContract {
        /** The weight of an item, more than zero: what is open of it, or 1 for each. */
        BigDecimal weight(OpenItem item);

        /** Each share is less than a minor unit for each item away from the exact one, unless the item is full. */
        @Property
        default void sharesByWeights(@ForAll("requests") AllocationRequest request) {
            assertThat(AllocationPromises.unfair(request, this::weight, strategy()))
                    .isEmpty();
        }
    }

    /** For strategies that know no day of the calendar, neither today nor one of their own. */
    interface Timeless extends AllocationStrategyContract {
        /** The same question 400 years earlier or later has the same answer. */
        @Property
        default void answersTheSameInAnotherCentury(@ForAll("requests") AllocationRequest request) {
            assertThat(AllocationPromises.brokenWhenMoved(request, strategy())).isEmpty();
        }
    }

    /** For strategies that know neither the language nor the time zone of the machine. Run such a test while no other test runs. */
    interface Placeless extends AllocationStrategyContract {
        /** The same question on another machine has the same answer, to the letter. */
        @Property
        default void answersTheSameOnAnotherMachine(@ForAll("requests") AllocationRequest request) {
            assertThat(AllocationPromises.brokenElsewhere(request, strategy())).isEmpty();
        }
    }
}

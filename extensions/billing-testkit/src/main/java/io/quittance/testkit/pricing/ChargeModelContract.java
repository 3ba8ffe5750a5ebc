package io.quittance.testkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.RatingInput;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The laws of every charge model. A test class implements this and supplies {@link #model()}; nothing else is needed. What
 * only some models promise is an interface inside this one; a test class implements those that apply.
 */
public interface ChargeModelContract {

    /** The model under test. */
    ChargeModel model();

    /** What it costs to use nothing; zero unless the model states a fee. */
    default Fraction feeAtZero() {
        return Fraction.ZERO;
    }

    /** The model answers, always alike, and its steps give the price again without it. */
    @Property
    default void pricesAlwaysAlikeAndCanBeReplayed(@ForAll("inputs") RatingInput input) {
        assertThat(ChargeModelLaws.broken(model(), input)).isEmpty();
    }

    /** A period that is billed in two runs costs what it costs in one, part by part. */
    @Property
    default void splitRunsCostWhatOneRunCosts(@ForAll("inputs") RatingInput input, @ForAll("parts") int thousandths) {
        assertThat(ChargeModelLaws.brokenWhenSplit(model(), RatingArbitraries.part(input, thousandths), input))
                .isEmpty();
    }

    /** Nothing used costs nothing, or the stated fee. */
    @Example
    default void nothingCostsNothingButTheStatedFee() {
        assertThat(ChargeModelLaws.brokenAtZero(model(), feeAtZero())).isEmpty();
    }

    /** The inputs that are tried; a test class may give its own. */
    @Provide
    default Arbitrary<RatingInput> inputs() {
        return RatingArbitraries.ofQuantity();
    }

    /** How much of an input comes first, in thousandths, where a law needs a part of it. */
    @Provide
    default Arbitrary<Integer> parts() {
        return RatingArbitraries.parts();
    }

    /** For models by which more never costs less. Volume prices cannot promise it. */
    interface Monotone extends ChargeModelContract {
        /** More never costs less. */
        @Property
        default void moreNeverCostsLess(@ForAll("inputs") RatingInput input, @ForAll("parts") int thousandths) {
            assertThat(ChargeModelLaws.brokenByMore(model(), RatingArbitraries.part(input, thousandths), input))
                    .isEmpty();
        }
    }

    /** For models whose steps are about the units of the quantity. */
    interface EveryUnitOnce extends ChargeModelContract {
        /** Every unit is priced, and none twice. */
        @Property
        default void pricesEveryUnitOnce(@ForAll("inputs") RatingInput input) {
            assertThat(ChargeModelLaws.brokenByUnits(model(), input)).isEmpty();
        }
    }

    /** For models whose parts stay what they are as more is used. Volume prices, which go from tier to tier, cannot promise it. */
    interface SameParts extends ChargeModelContract {
        /** What was billed of a part is not taken back to be billed under another name. */
        @Property
        default void aPartStaysAPart(@ForAll("inputs") RatingInput input, @ForAll("parts") int thousandths) {
            assertThat(ChargeModelLaws.brokenByParts(model(), RatingArbitraries.part(input, thousandths), input))
                    .isEmpty();
        }
    }

    /** For models by which twice as much costs twice as much. */
    interface Proportional extends ChargeModelContract {
        /** So many times as much costs so many times as much. */
        @Property
        default void costsInProportion(
                @ForAll("inputs") RatingInput input, @ForAll @IntRange(min = 0, max = 1_000) int n) {
            assertThat(ChargeModelLaws.brokenWhenScaled(model(), input, Fraction.of(n, 7)))
                    .isEmpty();
        }
    }

    /** For models that look at events. */
    interface ByEvents extends ChargeModelContract {
        @Override
        @Provide
        default Arbitrary<RatingInput> inputs() {
            return RatingArbitraries.ofEvents();
        }

        /** The order in which events arrive changes nothing. */
        @Property
        default void theOrderOfArrivalChangesNothing(@ForAll("inputs") RatingInput input) {
            assertThat(ChargeModelLaws.brokenWhenReversed(model(), input)).isEmpty();
        }

        /** Free units and conversions are in the price, or refused when the charge is made. */
        @Property
        default void whatAChargeSaysIsAppliedOrRefused(
                @ForAll("inputs") RatingInput input, @ForAll("parts") int thousandths) {
            assertThat(ChargeModelLaws.brokenByMetering(model(), RatingArbitraries.part(input, thousandths), input))
                    .isEmpty();
        }

        /** A period costs what it costs, whichever events arrive after the first run. */
        @Property
        default void lateEventsCostWhatTheyWouldHaveInTime(@ForAll("inputs") RatingInput input, @ForAll int there) {
            assertThat(ChargeModelLaws.brokenWhenSplit(model(), RatingArbitraries.inTime(input, there), input))
                    .isEmpty();
        }
    }

    /** For models that offer a compiled form for the bulk door. */
    interface Compiled extends ChargeModelContract {
        /** The bulk door gives the cents of the object door. */
        @Property
        default void theCompiledFormCostsTheSame(
                @ForAll("inputs") RatingInput input,
                @ForAll @IntRange(min = 0, max = 9) int quantityScale,
                @ForAll("parts") int thousandths) {
            assertThat(ChargeModelLaws.brokenWhenCompiled(model(), input, quantityScale, thousandths))
                    .isEmpty();
        }
    }
}

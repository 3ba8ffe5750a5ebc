package io.quittance.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of every proration. A test class implements this and supplies {@link #proration()}; nothing else is needed. What only
 * some prorations promise is an interface inside this one; a test class implements those that apply.
 */
public interface ProrationContract {

    /** The proration under test. */
    Proration proration();

    /** It answers with a part from 0 to 1, always alike; the whole period is the whole price. */
    @Property
    default void isFromNothingToAll(@ForAll("served") Served served) {
        assertThat(ProrationLaws.broken(proration(), served)).isEmpty();
    }

    /** More days cost no less. */
    @Property
    default void moreDaysCostNoLess(@ForAll("served") Served served) {
        assertThat(ProrationLaws.brokenByFewerDays(proration(), served)).isEmpty();
    }

    /** An amount is the price times the part, rounded once. */
    @Property
    default void roundsOnce(@ForAll("served") Served served, @ForAll("prices") Price price) {
        assertThat(ProrationLaws.brokenByAmount(proration(), price, served)).isEmpty();
    }

    /** The pieces of the days cost what all of them cost, and none gives back. */
    @Property
    default void piecesAddUpToTheWhole(
            @ForAll("served") Served served, @ForAll("prices") Price price, @ForAll("cuts") Set<Integer> cuts) {
        assertThat(ProrationLaws.brokenByPieces(
                        proration(), price, ProrationArbitraries.cuts(served.service(), cuts), served))
                .isEmpty();
    }

    /** The whole periods that are tried; a test class may give its own. */
    default Arbitrary<ServicePeriod> periods() {
        return ProrationArbitraries.periods();
    }

    /** The days that are served; a test class may give its own. */
    @Provide
    default Arbitrary<Served> served() {
        return ProrationArbitraries.served(periods());
    }

    /** The prices that are tried; a test class may give its own. */
    @Provide
    default Arbitrary<Price> prices() {
        return ProrationArbitraries.prices();
    }

    /** So many days after the first of the service, where a law needs pieces of it; what lies beyond it is left out. */
    @Provide
    default Arbitrary<Set<Integer>> cuts() {
        return Arbitraries.integers().between(1, 60).set().ofMaxSize(4);
    }

    /** For prorations whose parts add up. One that has a least part cannot promise it. */
    interface Additive extends ProrationContract {
        /** The parts of days that meet add up to the part of all of them. */
        @Property
        default void partsAddUp(@ForAll("served") Served served, @ForAll("cuts") Set<Integer> cuts) {
            assertThat(ProrationLaws.brokenByParts(
                            proration(), ProrationArbitraries.cuts(served.service(), cuts), served))
                    .isEmpty();
        }
    }

    /** For prorations that know no day of the calendar, neither today nor one of their own, nor the clocks of a zone. */
    interface Timeless extends ProrationContract {
        /** The same days 400 years earlier or later are the same part. */
        @Property
        default void isTheSameInAnotherCentury(@ForAll("served") Served served) {
            assertThat(ProrationLaws.brokenWhenMoved(proration(), served)).isEmpty();
        }
    }

    /** For prorations of terms that are shipped or compared. */
    interface Serialisable extends ProrationContract {
        /** A copy by way of a serial stream is equal and answers alike. */
        @Property
        default void canBeSerialised(@ForAll("served") Served served) {
            assertThat(ProrationLaws.brokenByCopy(proration(), served)).isEmpty();
        }
    }
}
